import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'asgi-cors',
  name: 'asgi-cors (Starlette)',
  language: 'Python',
  install: {
    from: 'pypi',
    packages: { 'asgi-cors': '1.0.1', starlette: '1.10.0', uvicorn: '0.54.0' },
  },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'README of asgi-cors',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      ownVary: 'own only',
      preflight: 'refused',
      headPreflight: 'refused',
      missingPreflight: 'refused',
      maxAge: 'said',
      expose: 'hidden',
      boom: 'hidden',
      plainOptions: 'error',
    },
    defaults: {
      ...opensAll,
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
      headPreflight: 'refused',
      missingPreflight: 'refused',
      boom: 'hidden',
      plainOptions: 'error',
    },
  },
  notes: [
    'It has no option for credentials and exposed headers, and its defaults are those of `allow_all=True`.',
  ],
});
