import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'nginx',
  name: 'nginx, map and add_header always',
  language: 'C',
  install: { from: 'debian', packages: ['nginx'], command: 'nginx' },
  start: ['nginx', '-p', '{folder}', '-c', 'server.conf', '-e', 'stderr'],
  isInFront: true,
  intents: ['declared'],
  source: 'nginx.org, ngx_http_headers_module and ngx_http_map_module',
  guesses: { declared: { ...keepsAll, varyPreflight: 'origin' } },
  notes: ['It has no CORS of its own: this is the configuration that its users copy.'],
});
