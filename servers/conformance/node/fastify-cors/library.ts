import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'fastify-cors',
  name: '@fastify/cors',
  language: 'JavaScript',
  install: { from: 'npm', packages: { fastify: '5.12.8', '@fastify/cors': '11.4.3' } },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'README of @fastify/cors, Options; memory',
  guesses: {
    declared: { ...keepsAll, ownVary: 'own only', plainOptions: 'error' },
    defaults: {
      ...opensAll,
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
      varyPreflight: 'no origin',
      missingPreflight: 'refused',
      plainOptions: 'error',
    },
  },
});
