import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'jub0bs-cors',
  name: 'jub0bs/cors (net/http)',
  language: 'Go',
  install: { from: 'go', packages: { 'github.com/jub0bs/cors': '0.11.0' } },
  start: ['{system}/server'],
  intents: ['declared'],
  source: 'pkg.go.dev, jub0bs/cors; memory',
  guesses: {
    declared: {
      ...keepsAll,
      varyPreflight: 'all three',
      ownVary: 'own only',
      boom: 'hidden',
      plainOptions: 'error',
    },
  },
  notes: ['Its zero value grants nothing, so it has no defaults to show.'],
});
