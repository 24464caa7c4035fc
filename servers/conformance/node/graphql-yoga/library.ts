import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'graphql-yoga',
  name: 'GraphQL Yoga',
  language: 'JavaScript',
  install: { from: 'npm', packages: { graphql: '16.15.0', 'graphql-yoga': '5.24.1' } },
  start: ['{node}', 'server.mjs'],
  paths: { items: '/graphql?query=%7Bitems%7D', vary: null, moved: null, boom: null },
  isJudged: false,
  intents: ['declared'],
  source: 'the-guild.dev, Yoga, CORS; memory of @whatwg-node/server useCORS',
  guesses: { declared: { ...keepsAll, vary: 'with Origin', ownVary: null, boom: null, moved: null } },
  notes: ['The wrong method is POST of text/plain to /graphql.'],
});
