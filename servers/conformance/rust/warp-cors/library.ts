import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'warp-cors',
  name: 'warp, cors',
  language: 'Rust',
  install: {
    from: 'crates',
    packages: {
      warp: { version: '0.4.3', features: ['server'] },
      tokio: { version: '1.54.1', features: ['full'] },
    },
  },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'docs.rs, warp::filters::cors; memory',
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'barred',
      vary: 'never',
      ownVary: 'own only',
      varyPreflight: 'none',
      missing: 'hidden',
      wrongMethod: 'hidden',
      headPreflight: 'refused',
      plainOptions: 'error',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      stranger: 'reads',
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
      missing: 'hidden',
      wrongMethod: 'hidden',
      headPreflight: 'refused',
      missingPreflight: 'refused',
      plainOptions: 'error',
    },
  },
  notes: ['The error is one that the handler answers itself: a panic ends the connection.'],
});
