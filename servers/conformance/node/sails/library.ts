import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'sails',
  name: 'Sails, security.cors',
  language: 'JavaScript',
  install: { from: 'npm', packages: { sails: '1.5.18' } },
  start: ['{node}', 'server.cjs'],
  intents: ['declared', 'defaults'],
  source: 'sailsjs.com, sails.config.security.cors; memory of lib/hooks/security/cors',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'with Origin',
      ownVary: 'own only',
      maxAge: 'none',
      missing: 'hidden',
      wrongMethod: 'hidden',
    },
    defaults: {
      ...opensAll,
      header: 'refused',
      preflight: 'refused',
      missing: 'hidden',
      wrongMethod: 'hidden',
      headPreflight: 'refused',
      missingPreflight: 'refused',
    },
  },
  notes: ['It has no option for the age. Its defaults are those of `allRoutes: true`.'],
});
