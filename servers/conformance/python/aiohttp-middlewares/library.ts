import { defineLibrary, grantsNothing, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'aiohttp-middlewares',
  name: 'aiohttp-middlewares, cors_middleware',
  language: 'Python',
  install: { from: 'pypi', packages: { aiohttp: '3.14.5', 'aiohttp-middlewares': '3.0.0' } },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'aiohttp-middlewares.readthedocs.io, CORS Middleware; memory of cors.py',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'never',
      ownVary: 'own only',
      varyPreflight: 'none',
      missing: 'hidden',
      boom: 'hidden',
      wrongMethod: 'hidden',
      moved: 'hidden',
      plainOptions: 'error',
    },
    defaults: { ...grantsNothing, plainOptions: 'error' },
  },
});
