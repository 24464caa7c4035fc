import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'trpc-standalone',
  name: 'tRPC, standalone with cors',
  language: 'JavaScript',
  install: { from: 'npm', packages: { '@trpc/server': '11.25.2', cors: '2.8.6', typescript: '5.9.3' } },
  start: ['{node}', 'server.mjs'],
  paths: { moved: null },
  isJudged: false,
  intents: ['declared', 'defaults'],
  source: 'trpc.io, Standalone adapter; findings/trpc-replaces-vary.sh',
  guesses: {
    declared: { ...keepsAll, vary: 'never', ownVary: 'neither', moved: null },
    defaults: { ...opensAll, ownVary: 'neither', varyPreflight: 'no origin', moved: null },
  },
});
