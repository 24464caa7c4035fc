import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'falcon',
  name: 'Falcon, CORSMiddleware',
  language: 'Python',
  install: { from: 'pypi', packages: { falcon: '4.4.0', waitress: '3.0.2' } },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'falcon.readthedocs.io, CORS; findings/falcon-no-vary.sh',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'never',
      ownVary: 'own only',
      varyPreflight: 'none',
      maxAge: 'another',
      header: 'granted',
      missingPreflight: 'refused',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      maxAge: 'another',
      method: 'refused',
      missingPreflight: 'refused',
    },
  },
  notes: [
    'It has no option for methods, request headers or the age: the route has its methods, any header is granted, and a CORS-preflight response is kept for 86400 s.',
  ],
});
