import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'fiber-v3',
  name: 'Fiber v3, middleware/cors',
  language: 'Go',
  install: { from: 'go', packages: { 'github.com/gofiber/fiber/v3': '3.1.0' } },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'docs.gofiber.io, CORS; memory of middleware/cors',
  guesses: {
    declared: {
      ...keepsAll,
      varyPreflight: 'all three',
      vary: 'always',
      ownVary: 'own only',
      plainOptions: 'error',
    },
    defaults: { ...opensAll, varyPreflight: 'all three', plainOptions: 'error', bare: '*' },
  },
});
