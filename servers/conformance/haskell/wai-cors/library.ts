import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'wai-cors',
  name: 'wai-cors (Warp)',
  language: 'Haskell',
  install: { from: 'debian', packages: ['ghc', 'libghc-wai-cors-dev', 'libghc-warp-dev'] },
  start: ['{system}/server'],
  build: ['ghc', '-O0', '-v0', 'server.hs', '-o', 'server'],
  intents: ['declared', 'defaults'],
  source: 'hackage.haskell.org, wai-cors; memory: PostgREST answers by it',
  guesses: {
    declared: {
      ...keepsAll,
      ownVary: 'both',
      vary: 'with Origin',
      stranger: 'barred',
      boom: 'hidden',
      headPreflight: 'granted',
      missingPreflight: 'granted',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
      headPreflight: 'refused',
      missingPreflight: 'refused',
      boom: 'hidden',
    },
  },
  notes: ['Its defaults are those of `simpleCors`.'],
});
