import { defineLibrary, grantsNothing, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'vite-dev-server',
  name: 'Vite, dev server',
  language: 'JavaScript',
  install: { from: 'npm', packages: { vite: '8.4.0' } },
  start: ['{node}', 'server.mjs'],
  paths: { items: '/items.json', vary: null, boom: null, moved: null },
  isJudged: false,
  intents: ['declared', 'defaults'],
  source: 'vite.dev, server.cors: it hands its options to cors; defaultAllowedOrigins since 6.0.9',
  guesses: {
    declared: { ...keepsAll, expose: 'reads', ownVary: null, boom: null, moved: null },
    defaults: {
      ...grantsNothing,
      vary: 'always',
      varyPreflight: 'no origin',
      ownVary: null,
      boom: null,
      moved: null,
      plainOptions: 'ok',
    },
  },
  notes: ['Of pages on loopback, which its defaults let in, nothing is asked.'],
});
