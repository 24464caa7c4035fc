import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'varnish',
  name: 'Varnish, VCL',
  language: 'C',
  install: { from: 'debian', packages: ['varnish'], command: 'varnishd' },
  start: [
    'varnishd',
    '-F',
    '-a',
    '127.0.0.1:{port}',
    '-f',
    '{folder}/server.vcl',
    '-n',
    '{folder}/work',
    '-s',
    'malloc,16m',
    '-j',
    'none',
  ],
  isInFront: true,
  intents: ['declared'],
  source: 'varnish-cache.org, VCL; by hand',
  guesses: { declared: { ...keepsAll, boom: 'reads' } },
  notes: ['It has no CORS of its own: this is the configuration that its users copy.'],
});
