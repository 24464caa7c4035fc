import { defineLibrary, keepsAll } from '../../../conformance-runner/library.ts';

export default defineLibrary({
  id: 'caddy',
  name: 'Caddy, header',
  language: 'Go',
  install: { from: 'debian', packages: ['caddy'], command: 'caddy' },
  start: ['caddy', 'run', '--adapter', 'caddyfile', '--config', 'server.caddy'],
  env: { XDG_DATA_HOME: '{folder}', XDG_CONFIG_HOME: '{folder}', HOME: '{folder}' },
  isInFront: true,
  intents: ['declared'],
  source: 'caddyserver.com, header directive',
  guesses: { declared: { ...keepsAll, ownVary: 'own only', boom: 'reads' } },
  notes: ['It has no CORS of its own: this is the configuration that its users copy.'],
});
