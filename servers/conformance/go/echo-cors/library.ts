import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'echo-cors',
  name: 'Echo, middleware.CORS',
  language: 'Go',
  install: { from: 'go', packages: { 'github.com/labstack/echo/v4': '4.16.5' } },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'echo.labstack.com, CORS; memory of middleware/cors.go',
  guesses: {
    declared: { ...keepsAll, varyPreflight: 'all three', ownVary: 'own only' },
    defaults: { ...opensAll, vary: 'always', varyPreflight: 'all three', bare: 'nothing' },
  },
});
