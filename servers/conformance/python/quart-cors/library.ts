import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'quart-cors',
  name: 'Quart-CORS',
  language: 'Python',
  install: { from: 'pypi', packages: { quart: '0.22.0', 'quart-cors': '0.8.0' } },
  start: ['{python}', 'server.py'],
  intents: ['declared', 'defaults'],
  source: 'README of Quart-CORS; findings/quart-cors-empty-list.sh',
  guesses: {
    declared: { ...keepsAll, boom: 'hidden', vary: 'with Origin' },
    defaults: { ...opensAll, bare: '*', boom: 'hidden' },
  },
});
