import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'poem',
  name: 'poem, Cors',
  language: 'Rust',
  install: { from: 'crates', packages: { poem: '3.1.12', tokio: { version: '1.54.1', features: ['full'] } } },
  start: ['{system}/server'],
  intents: ['declared'],
  source: 'docs.rs, poem::middleware::Cors; memory',
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'barred',
      vary: 'with Origin',
      ownVary: 'own only',
      varyPreflight: 'origin',
      headPreflight: 'refused',
      plainOptions: 'error',
    },
  },
});
