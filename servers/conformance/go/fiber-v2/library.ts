import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'fiber-v2',
  name: 'Fiber v2, middleware/cors',
  language: 'Go',
  install: { from: 'go', packages: { 'github.com/gofiber/fiber/v2': '2.52.15' } },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'docs.gofiber.io, CORS; memory of middleware/cors',
  guesses: {
    declared: {
      ...keepsAll,
      varyPreflight: 'all three',
      vary: 'with Origin',
      ownVary: 'own only',
      plainOptions: 'error',
    },
    defaults: { ...opensAll, varyPreflight: 'none', plainOptions: 'error', bare: '*' },
  },
});
