import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'varnish',
  name: 'Varnish, vcl_deliver and vcl_synth',
  language: 'C',
  install: { from: 'debian', packages: ['varnish'], command: 'varnishd' },
  start: [
    'varnishd',
    '-j',
    'none',
    '-F',
    '-f',
    '{folder}/server.vcl',
    '-a',
    '127.0.0.1:{port}',
    '-n',
    '{folder}/work',
    '-s',
    'malloc,32m',
  ],
  isInFront: true,
  hungUpStatus: 503,
  intents: ['declared'],
  source: 'varnish-cache.org, VCL built-in subroutines',
  guesses: { declared: { ...keepsAll } },
  notes: ['It has no CORS of its own: this is the configuration that its users copy.'],
});
