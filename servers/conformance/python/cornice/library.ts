import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'cornice',
  name: 'Cornice (Pyramid)',
  language: 'Python',
  install: { from: 'pypi', packages: { cornice: '6.1.0', pyramid: '2.1', waitress: '3.0.2' } },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'cornice.readthedocs.io, CORS; memory of cors.py',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'never',
      ownVary: 'own only',
      varyPreflight: 'none',
      missing: 'hidden',
      missingPreflight: 'refused',
      boom: 'hidden',
      plainOptions: 'error',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      missing: 'hidden',
      missingPreflight: 'refused',
      boom: 'hidden',
      plainOptions: 'error',
      method: 'refused',
    },
  },
  notes: [
    'One list, `headers`, says what a page may send and what it may read. It has no option for methods: a path grants those that it has. Its defaults are those of `cors_enabled = True` with any origin.',
  ],
});
