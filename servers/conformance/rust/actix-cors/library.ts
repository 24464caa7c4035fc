import { defineLibrary, grantsNothing, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'actix-cors',
  name: 'actix-cors',
  language: 'Rust',
  install: { from: 'crates', packages: { 'actix-web': '4.18.1', 'actix-cors': '0.7.2' } },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'docs.rs, actix_cors; memory',
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'answered',
      varyPreflight: 'all three',
      ownVary: 'both',
      headPreflight: 'refused',
      plainOptions: 'error',
    },
    defaults: {
      ...grantsNothing,
      vary: 'always',
      ownVary: 'both',
      varyPreflight: 'all three',
      plainOptions: 'error',
      stranger: 'answered',
    },
  },
});
