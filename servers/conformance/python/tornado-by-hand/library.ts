import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'tornado-by-hand',
  name: 'Tornado, set_default_headers',
  language: 'Python',
  install: { from: 'pypi', packages: { tornado: '6.6.1' } },
  start: ['{python}', 'server.py'],
  intents: ['declared'],
  source: 'tornadoweb.org, set_default_headers',
  guesses: { declared: { ...keepsAll, ownVary: 'own only' } },
  notes: ['Tornado has no CORS of its own: this is what its documentation suggests.'],
});
