import { defineFix, unanswered } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'caddy-reverse-proxy',
  stack: 'caddy',
  variant: 'reverse proxy of an API',
  role: 'api',
  systems: ['caddy'],
  preferred: true,
  printed: 'Caddyfile',
  language: 'caddyfile',
  install: 'apt-get install caddy',
  backend: 'own-cors',
  start: {
    argv: ['caddy', 'run', '--adapter', 'caddyfile', '--config', 'Caddyfile'],
    env: { XDG_DATA_HOME: '{folder}', XDG_CONFIG_HOME: '{folder}', HOME: '{folder}' },
    ready: { kind: 'listening' },
    port: 'reserved',
  },
  plainOptions: { status: 204, why: 'Caddy hands it to the API, and this is the answer of the API.' },
  notes: [
    'The global options and the address at the top are for a test on loopback: they switch TLS and the administration endpoint off.',
  ],
  broken: [
    {
      id: 'preflight-forwarded',
      defect: 'CORS-preflight requests go to the API, which knows nothing of methods and headers.',
      seen: { by: 'browser', scenario: 'DELETE', diagnosis: 'method-not-allowed' },
    },
    {
      id: 'headers-deferred',
      defect:
        'A header that is taken away puts the whole block off until the API has answered, so that it is missing on the errors of Caddy itself.',
      seen: { by: 'browser', scenario: unanswered, diagnosis: 'origin-missing' },
      hint: {
        on: 'error',
        by: 'proxy',
        text: 'A header block that takes a header away (-Server), gives a default (?) or says defer is left out of the errors of Caddy itself, and so is header_down: give the CORS headers a block of their own.',
      },
    },
    {
      id: 'upstream-headers-passed',
      defect: 'The header of the API is passed on, and Caddy adds a second one.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-multiple' },
      hint: {
        on: 'any',
        text: 'A header directive adds a second line to that of the API behind: take that away by header_down in reverse_proxy.',
      },
    },
  ],
});
