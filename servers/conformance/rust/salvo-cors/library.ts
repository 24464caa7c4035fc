import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'salvo-cors',
  name: 'salvo, Cors',
  language: 'Rust',
  install: {
    from: 'crates',
    packages: {
      salvo: { version: '1.1.0', features: ['cors', 'catch-panic'] },
      tokio: { version: '1.54.1', features: ['full'] },
    },
  },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'docs.rs, salvo::cors; memory: modelled on tower-http',
  guesses: {
    declared: { ...keepsAll, varyPreflight: 'all three', ownVary: 'both' },
    defaults: { ...opensAll, expose: 'reads', vary: 'always', ownVary: 'both', varyPreflight: 'all three' },
  },
  notes: ['Its defaults are those of Cors::permissive().'],
});
