import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'litestar',
  name: 'Litestar, CORSConfig',
  language: 'Python',
  install: { from: 'pypi', packages: { litestar: '2.25.0', uvicorn: '0.54.0' } },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'docs.litestar.dev, CORS; memory of middleware/_internal/cors.py',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      head: 'hidden',
      missingPreflight: 'refused',
      headPreflight: 'refused',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      head: 'hidden',
      maxAge: 'said',
      missingPreflight: 'refused',
      headPreflight: 'granted',
    },
  },
});
