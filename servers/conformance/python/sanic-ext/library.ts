import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'sanic-ext',
  name: 'Sanic Extensions',
  language: 'Python',
  install: { from: 'pypi', packages: { sanic: '25.12.1', 'sanic-ext': '25.12.0', pydantic: '2.12.4' } },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'sanic.dev, CORS protection; memory of extensions/http/cors.py',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'with Origin',
      ownVary: 'Origin only',
      bare: 'nothing',
      missingPreflight: 'refused',
    },
    defaults: { ...opensAll, bare: '*', missingPreflight: 'refused', maxAge: 'another' },
  },
});
