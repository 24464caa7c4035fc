import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'ohkami',
  name: 'Ohkami, Cors',
  language: 'Rust',
  install: {
    from: 'crates',
    packages: {
      ohkami: { version: '0.24.9', features: ['rt_tokio'] },
      tokio: { version: '1.54.1', features: ['full'] },
    },
  },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'docs.rs, ohkami::fang::Cors',
  guesses: {
    declared: {
      ...keepsAll,
      trusted: 'one',
      bare: 'an origin',
      ownVary: 'both',
      missingPreflight: 'refused',
      boom: 'hidden',
      plainOptions: 'error',
    },
    defaults: {
      ...opensAll,
      method: 'refused',
      missingPreflight: 'refused',
      boom: 'hidden',
      plainOptions: 'error',
      preflight: 'granted',
    },
  },
  notes: [
    'Its option for origins takes one, and it has none for methods: a path grants those that it has. The error is one that the handler answers itself: a panic ends the connection.',
  ],
});
