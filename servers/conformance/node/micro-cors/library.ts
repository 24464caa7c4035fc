import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'micro-cors',
  name: 'micro-cors (Micro)',
  language: 'JavaScript',
  install: { from: 'npm', packages: { micro: '10.0.1', 'micro-cors': '0.1.1' } },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'README of micro-cors; memory of lib/index.js',
  guesses: {
    declared: {
      ...keepsAll,
      trusted: 'one',
      bare: 'an origin',
      vary: 'never',
      ownVary: 'own only',
      varyPreflight: 'none',
      boom: 'hidden',
    },
    defaults: { ...opensAll, maxAge: 'another', header: 'refused', boom: 'hidden' },
  },
  notes: ['Its option for origins takes one.'],
});
