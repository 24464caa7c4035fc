import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'moleculer-web',
  name: 'moleculer-web',
  language: 'JavaScript',
  install: { from: 'npm', packages: { moleculer: '0.15.2', 'moleculer-web': '0.11.0' } },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'moleculer.services, API Gateway, CORS headers; findings/moleculer-vary-without-origin.sh',
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'barred',
      vary: 'if trusted',
      ownVary: 'own only',
      missing: 'hidden',
      wrongMethod: 'hidden',
      missingPreflight: 'refused',
      plainOptions: 'error',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      missing: 'hidden',
      wrongMethod: 'hidden',
      missingPreflight: 'refused',
      plainOptions: 'error',
    },
  },
});
