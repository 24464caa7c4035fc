import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'go-chi-cors',
  name: 'go-chi/cors (chi)',
  language: 'Go',
  install: {
    from: 'go',
    packages: { 'github.com/go-chi/chi/v5': '5.5.0', 'github.com/go-chi/cors': '1.2.2' },
  },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'README of go-chi/cors, which began as rs/cors; memory',
  guesses: {
    declared: {
      ...keepsAll,
      varyPreflight: 'all three',
      ownVary: 'own only',
      headPreflight: 'refused',
      head: 'hidden',
      plainOptions: 'error',
    },
    defaults: {
      ...opensAll,
      preflight: 'refused',
      missingPreflight: 'refused',
      method: 'refused',
      header: 'refused',
      varyPreflight: 'all three',
      vary: 'always',
      headPreflight: 'refused',
      plainOptions: 'error',
    },
  },
});
