import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'lighttpd',
  name: 'lighttpd, setenv.add-response-header',
  language: 'C',
  install: { from: 'debian', packages: ['lighttpd'], command: 'lighttpd' },
  start: ['lighttpd', '-D', '-f', 'server.conf'],
  env: { BACKEND_PORT: '{backendPort}' },
  isInFront: true,
  hungUpStatus: 500,
  intents: ['declared'],
  source: 'redmine.lighttpd.net, mod_setenv',
  guesses: {
    declared: {
      ...keepsAll,
      preflight: 'refused',
      headPreflight: 'refused',
      missingPreflight: 'refused',
      ownVary: 'Origin only',
      plainOptions: 'error',
      boom: 'reads',
      missing: 'reads',
      wrongMethod: 'reads',
    },
  },
  notes: [
    'It has no CORS of its own: this is the configuration that its users copy.',
    'It answers no request by status alone: a CORS-preflight request goes to the API behind, which has no OPTIONS.',
  ],
});
