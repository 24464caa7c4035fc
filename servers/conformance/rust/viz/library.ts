import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'viz',
  name: 'Viz, middleware::cors',
  language: 'Rust',
  install: {
    from: 'crates',
    packages: {
      viz: { version: '0.11.0', features: ['cors'] },
      tokio: { version: '1.54.1', features: ['full'] },
    },
  },
  start: ['{system}/server'],
  intents: ['declared', 'defaults'],
  source: 'docs.rs, viz::middleware::cors; memory: modelled on warp',
  guesses: {
    declared: {
      ...keepsAll,
      stranger: 'barred',
      vary: 'if trusted',
      missing: 'hidden',
      wrongMethod: 'hidden',
      boom: 'hidden',
      plainOptions: 'error',
    },
    defaults: {
      ...opensAll,
      vary: 'with Origin',
      bare: 'nothing',
      preflight: 'refused',
      header: 'refused',
      headPreflight: 'refused',
      missingPreflight: 'refused',
      missing: 'hidden',
      wrongMethod: 'hidden',
      boom: 'hidden',
      maxAge: 'another',
      plainOptions: 'error',
    },
  },
  notes: ['The error is one that the handler returns.'],
});
