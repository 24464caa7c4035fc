import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'hono-cors',
  name: 'hono/cors',
  language: 'JavaScript',
  install: { from: 'npm', packages: { hono: '4.13.19', '@hono/node-server': '2.1.9' } },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'hono.dev, CORS Middleware; memory of src/middleware/cors',
  guesses: { declared: { ...keepsAll }, defaults: { ...opensAll, varyPreflight: 'no origin' } },
});
