import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'iris',
  name: 'Iris, middleware/cors',
  language: 'Go',
  install: { from: 'go', packages: { 'github.com/kataras/iris/v12': '12.2.11' } },
  start: ['{system}/server'],
  intents: ['declared'],
  source: 'pkg.go.dev, iris/middleware/cors; memory',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'never',
      varyPreflight: 'none',
      ownVary: 'own only',
      method: 'granted',
      stranger: 'barred',
      boom: 'reads',
    },
  },
});
