import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'itty-router',
  name: 'itty-router',
  language: 'JavaScript',
  install: { from: 'npm', packages: { 'itty-router': '5.0.24', '@whatwg-node/server': '0.13.0' } },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'itty.dev, cors; memory of src/cors.ts',
  guesses: {
    declared: { ...keepsAll, vary: 'never', ownVary: 'own only', varyPreflight: 'none' },
    defaults: { ...opensAll, varyPreflight: 'none' },
  },
  notes: ['It is run behind @whatwg-node/server, as a Request and Response router needs a server.'],
});
