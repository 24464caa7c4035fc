import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'cherrypy-cors',
  name: 'cherrypy-cors (CherryPy)',
  language: 'Python',
  install: {
    from: 'pypi',
    packages: { CherryPy: '18.10.0', 'cherrypy-cors': '1.7.0', setuptools: '80.9.0' },
  },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'README of cherrypy-cors; memory of cherrypy_cors.py',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'never',
      ownVary: 'own only',
      varyPreflight: 'none',
      headPreflight: 'refused',
      plainOptions: 'error',
      missing: 'hidden',
    },
    defaults: {
      ...opensAll,
      preflight: 'refused',
      bare: 'nothing',
      method: 'refused',
      header: 'refused',
      headPreflight: 'refused',
      missing: 'hidden',
      missingPreflight: 'refused',
      plainOptions: 'error',
    },
  },
  notes: ['Its defaults are those of its tool `expose` without options.'],
});
