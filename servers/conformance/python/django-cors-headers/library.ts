import { defineLibrary, grantsNothing, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'django-cors-headers',
  name: 'django-cors-headers',
  language: 'Python',
  install: { from: 'pypi', packages: { Django: '5.2.19', 'django-cors-headers': '4.9.0' } },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'README of django-cors-headers; memory of middleware.py',
  guesses: {
    declared: { ...keepsAll },
    defaults: {
      ...grantsNothing,
      vary: 'always',
      ownVary: 'both',
      varyPreflight: 'origin',
      plainOptions: 'error',
    },
  },
});
