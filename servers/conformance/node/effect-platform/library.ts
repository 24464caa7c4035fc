import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'effect-platform',
  name: 'Effect, HttpMiddleware.cors',
  language: 'JavaScript',
  install: {
    from: 'npm',
    packages: { effect: '3.22.4', '@effect/platform': '0.97.2', '@effect/platform-node': '0.108.2' },
  },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'API reference of @effect/platform, HttpMiddleware; memory',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      ownVary: 'Origin only',
      varyPreflight: 'origin, headers',
      missing: 'hidden',
      boom: 'hidden',
      wrongMethod: 'hidden',
    },
    defaults: {
      ...opensAll,
      varyPreflight: 'no origin',
      missing: 'hidden',
      boom: 'hidden',
      wrongMethod: 'hidden',
    },
  },
});
