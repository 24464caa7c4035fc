import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'rs-cors',
  name: 'rs/cors (net/http)',
  language: 'Go',
  install: { from: 'go', packages: { 'github.com/rs/cors': '1.11.1' } },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'README of rs/cors; memory of cors.go',
  guesses: {
    declared: {
      ...keepsAll,
      varyPreflight: 'all three',
      ownVary: 'own only',
      boom: 'hidden',
      headPreflight: 'refused',
      plainOptions: 'error',
      head: 'hidden',
    },
    defaults: {
      ...opensAll,
      preflight: 'refused',
      missingPreflight: 'refused',
      method: 'refused',
      header: 'refused',
      varyPreflight: 'all three',
      boom: 'hidden',
      headPreflight: 'refused',
      plainOptions: 'error',
    },
  },
  notes: ['net/http hangs up on a handler that panics: nothing answers the request.'],
});
