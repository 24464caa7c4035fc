import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'apache',
  name: 'Apache httpd, Header always',
  language: 'C',
  install: { from: 'debian', packages: ['apache2'], command: 'apache2' },
  start: ['apache2', '-d', '{folder}', '-f', '{folder}/server.conf', '-D', 'FOREGROUND'],
  isInFront: true,
  intents: ['declared'],
  source: 'httpd.apache.org, mod_headers and mod_setenvif',
  guesses: { declared: { ...keepsAll, varyPreflight: 'origin' } },
  notes: ['It has no CORS of its own: this is the configuration that its users copy.'],
});
