import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'tinyhttp-cors',
  name: '@tinyhttp/cors',
  language: 'JavaScript',
  install: { from: 'npm', packages: { '@tinyhttp/app': '3.0.11', '@tinyhttp/cors': '2.0.1' } },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'README of @tinyhttp/cors; memory',
  guesses: {
    declared: { ...keepsAll, ownVary: 'own only' },
    defaults: { ...opensAll, varyPreflight: 'no origin' },
  },
});
