import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'apollo-server',
  name: 'Apollo Server (Express with cors; standalone)',
  language: 'JavaScript',
  install: {
    from: 'npm',
    packages: {
      '@apollo/server': '5.5.1',
      '@as-integrations/express5': '1.1.2',
      cors: '2.8.6',
      express: '5.3.0',
      graphql: '16.15.0',
    },
  },
  start: ['{node}', 'server.mjs'],
  paths: {
    items: '/?query=%7Bitems%7D',
    vary: '/?query=%7Bvary%7D',
    boom: '/?query=%7Bboom%7D',
    moved: null,
    missing: '/?query=%7Bnothing%7D',
  },
  isJudged: false,
  intents: ['declared', 'defaults'],
  source: 'apollographql.com, Configuring CORS; memory: startStandaloneServer calls cors() without options',
  guesses: {
    declared: { ...keepsAll, ownVary: 'own only', moved: null },
    defaults: { ...opensAll, varyPreflight: 'no origin', moved: null },
  },
  notes: [
    'Its defaults are those of startStandaloneServer, which has no option for CORS. Its CSRF prevention, which refuses a GET without a header that makes it preflighted, is off here.',
  ],
});
