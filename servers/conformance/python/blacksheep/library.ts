import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'blacksheep',
  name: 'BlackSheep, use_cors',
  language: 'Python',
  install: { from: 'pypi', packages: { blacksheep: '2.6.4', uvicorn: '0.54.0' } },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'neoteroi.dev, BlackSheep, CORS; memory',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'never',
      varyPreflight: 'none',
      ownVary: 'own only',
      head: 'hidden',
      stranger: 'barred',
      plainOptions: 'error',
      boom: 'hidden',
      missingPreflight: 'granted',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      head: 'hidden',
      boom: 'hidden',
      plainOptions: 'error',
      maxAge: 'another',
    },
  },
});
