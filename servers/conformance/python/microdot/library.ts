import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'microdot',
  name: 'Microdot, CORS',
  language: 'Python',
  install: { from: 'pypi', packages: { microdot: '2.7.0' } },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'microdot.readthedocs.io, Cross-Origin Resource Sharing; memory of cors.py',
  guesses: {
    declared: { ...keepsAll, vary: 'if trusted', ownVary: 'Origin only', plainOptions: 'ok' },
    defaults: { ...opensAll, bare: 'nothing' },
  },
});
