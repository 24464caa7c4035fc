import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'elysia-cors',
  name: '@elysiajs/cors (on Node)',
  language: 'JavaScript',
  install: {
    from: 'npm',
    packages: { elysia: '1.4.30', '@elysiajs/cors': '1.4.2', '@elysiajs/node': '1.4.5' },
  },
  start: ['{node}', 'server.mjs'],
  intents: ['declared'],
  source: 'elysiajs.com, CORS Plugin; memory of src/index.ts',
  guesses: { declared: { ...keepsAll, ownVary: 'own only' } },
});
