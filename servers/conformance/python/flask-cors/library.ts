import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'flask-cors',
  name: 'Flask-CORS',
  language: 'Python',
  install: { from: 'pypi', packages: { Flask: '3.1.3', 'flask-cors': '6.0.5' } },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'flask-cors.readthedocs.io, Configuration; memory of core.py',
  guesses: {
    declared: { ...keepsAll, varyPreflight: 'origin' },
    defaults: { ...opensAll, ownVary: 'own only', bare: '*', varyPreflight: 'none' },
  },
});
