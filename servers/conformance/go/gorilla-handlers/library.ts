import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'gorilla-handlers',
  name: 'gorilla/handlers',
  language: 'Go',
  install: {
    from: 'go',
    packages: { 'github.com/gorilla/handlers': '1.5.2', 'github.com/gorilla/mux': '1.8.1' },
  },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'pkg.go.dev, gorilla/handlers, CORS; memory of cors.go',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      varyPreflight: 'origin',
      ownVary: 'own only',
      headPreflight: 'refused',
      plainOptions: 'error',
      head: 'hidden',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      preflight: 'refused',
      missingPreflight: 'refused',
      method: 'refused',
      header: 'refused',
      headPreflight: 'refused',
      plainOptions: 'error',
    },
  },
});
