import { defineLibrary, grantsNothing, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'starlette',
  name: 'Starlette, CORSMiddleware',
  language: 'Python',
  install: { from: 'pypi', packages: { starlette: '1.10.0', uvicorn: '0.54.0' } },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'starlette.io, CORSMiddleware; memory of cors.py',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      headPreflight: 'refused',
      boom: 'hidden',
      plainOptions: 'error',
    },
    defaults: { ...grantsNothing, plainOptions: 'error', varyPreflight: 'origin' },
  },
});
