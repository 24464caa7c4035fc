import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'orpc',
  name: 'oRPC, CORSPlugin',
  language: 'JavaScript',
  install: { from: 'npm', packages: { '@orpc/server': '1.16.1', '@orpc/openapi': '1.16.1' } },
  start: ['{node}', 'server.mjs'],
  intents: ['declared', 'defaults'],
  source: 'orpc.dev, CORS Plugin',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'with Origin',
      ownVary: 'Origin only',
      head: 'hidden',
      missing: 'hidden',
      wrongMethod: 'hidden',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      vary: 'with Origin',
      ownVary: 'Origin only',
      varyPreflight: 'origin',
      head: 'hidden',
      missing: 'hidden',
      wrongMethod: 'hidden',
    },
  },
});
