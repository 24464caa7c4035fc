import { defineLibrary, grantsNothing, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'quarkus',
  name: 'Quarkus, quarkus.http.cors',
  language: 'Java',
  install: {
    from: 'maven',
    packages: { 'io.quarkus:quarkus-rest': '' },
    boms: { 'io.quarkus:quarkus-bom': '3.33.2' },
  },
  start: ['sh', 'start.sh', '{system}'],
  intents: ['declared', 'defaults'],
  source: 'quarkus.io, Cross-origin resource sharing; memory of CORSFilter',
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'barred',
      vary: 'never',
      ownVary: 'own only',
      varyPreflight: 'none',
    },
    defaults: { ...grantsNothing, stranger: 'barred' },
  },
  notes: ['Its defaults let in pages of its own origin alone.'],
  build: ['sh', 'build.sh'],
});
