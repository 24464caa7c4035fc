import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'restify-cors',
  name: 'restify-cors-middleware2 (restify)',
  language: 'JavaScript',
  install: { from: 'npm', packages: { restify: '11.1.0', 'restify-cors-middleware2': '2.2.1' } },
  start: ['{node}', 'server.cjs'],
  intents: ['declared'],
  source: 'README of restify-cors-middleware2; memory of src/preflight.js and src/actual.js',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      ownVary: 'own only',
      head: 'hidden',
      missing: 'hidden',
      missingPreflight: 'refused',
      wrongMethod: 'hidden',
      plainOptions: 'error',
    },
  },
  notes: ['It has no option for methods: what is asked for is granted.'],
});
