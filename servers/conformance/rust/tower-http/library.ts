import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'tower-http',
  name: 'tower-http, CorsLayer (axum)',
  language: 'Rust',
  install: {
    from: 'crates',
    packages: {
      axum: '0.8.9',
      'tower-http': { version: '0.7.1', features: ['cors', 'catch-panic'] },
      tokio: { version: '1.54.1', features: ['full'] },
    },
  },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'docs.rs, tower_http::cors; memory',
  guesses: {
    declared: { ...keepsAll, varyPreflight: 'all three', ownVary: 'both' },
    defaults: { ...opensAll, expose: 'reads', vary: 'always', ownVary: 'both', varyPreflight: 'all three' },
  },
  notes: ['Its defaults are those of CorsLayer::permissive(): CorsLayer::new() grants nothing.'],
});
