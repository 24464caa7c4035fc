import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'express-cors',
  name: 'cors (Express)',
  language: 'JavaScript',
  install: { from: 'npm', packages: { express: '5.3.0', cors: '2.8.6' } },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'README of cors, Configuration Options; memory of lib/index.js',
  guesses: {
    declared: { ...keepsAll, ownVary: 'own only' },
    defaults: { ...opensAll, varyPreflight: 'no origin' },
  },
});
