import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'hapi',
  name: 'hapi',
  language: 'JavaScript',
  install: { from: 'npm', packages: { '@hapi/hapi': '21.4.10' } },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'hapi.dev, route.options.cors; memory of lib/cors.js',
  guesses: {
    declared: { ...keepsAll, missingPreflight: 'refused', plainOptions: 'error' },
    defaults: {
      ...opensAll,
      vary: 'always',
      varyPreflight: 'origin',
      ownVary: 'both',
      maxAge: 'another',
      method: 'refused',
      header: 'refused',
      missingPreflight: 'refused',
      plainOptions: 'error',
    },
  },
  notes: [
    'hapi has no option for methods: a CORS-preflight request is granted for the methods that have a route.',
  ],
});
