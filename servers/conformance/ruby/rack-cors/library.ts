import { defineLibrary, keepsAll, opensAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'rack-cors',
  name: 'rack-cors (Rack, Puma)',
  language: 'Ruby',
  install: { from: 'debian', packages: ['ruby-rack-cors', 'puma'] },
  start: ['puma', '-b', 'tcp://127.0.0.1:{port}', '--quiet', 'server.ru'],
  intents: ['declared', 'defaults'],
  source: 'README of rack-cors; memory of lib/rack/cors.rb',
  guesses: {
    declared: {
      ...keepsAll,
      vary: 'always',
      boom: 'hidden',
      headPreflight: 'refused',
      plainOptions: 'error',
      varyPreflight: 'origin',
    },
    defaults: {
      ...opensAll,
      bare: 'nothing',
      preflight: 'refused',
      method: 'refused',
      header: 'refused',
      missingPreflight: 'refused',
      vary: 'never',
      maxAge: 'another',
      boom: 'hidden',
      headPreflight: 'refused',
      plainOptions: 'error',
    },
  },
});
