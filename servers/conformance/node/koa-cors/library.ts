import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'koa-cors',
  name: '@koa/cors',
  language: 'JavaScript',
  install: { from: 'npm', packages: { koa: '3.3.0', '@koa/cors': '5.0.0', '@koa/router': '15.7.0' } },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'README of @koa/cors; memory of index.js',
  guesses: {
    declared: { ...keepsAll, ownVary: 'own only' },
    defaults: { ...opensAll, bare: 'nothing', vary: 'always', varyPreflight: 'origin' },
  },
});
