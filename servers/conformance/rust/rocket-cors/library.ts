import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'rocket-cors',
  name: 'rocket_cors',
  language: 'Rust',
  install: { from: 'crates', packages: { rocket: '0.5.2', rocket_cors: '0.6.0' } },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'docs.rs, rocket_cors; memory',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      ownVary: 'both',
      varyPreflight: 'origin',
      headPreflight: 'refused',
      plainOptions: 'error',
      stranger: 'answered',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      vary: 'with Origin',
      ownVary: 'both',
      varyPreflight: 'origin',
      plainOptions: 'error',
      method: 'granted',
    },
  },
});
