import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'nginx-upstream-with-cors',
  stack: 'nginx',
  variant: 'in front of an API that sends CORS headers itself',
  role: 'api',
  systems: ['nginx'],
  preferred: false,
  printed: 'api.conf',
  language: 'nginx',
  install: 'apt-get install nginx',
  backend: 'own-cors',
  start: {
    argv: ['nginx', '-p', '{folder}', '-c', 'nginx.conf', '-e', 'stderr'],
    ready: { kind: 'listening' },
    port: 'reserved',
  },
  plainOptions: { status: 204, why: 'nginx hands it to the API, and this is the answer of the API.' },
  notes: [
    'The file belongs in the http block, for instance as /etc/nginx/conf.d/api.conf: map is not allowed inside server.',
    'Where the API decides rightly itself, leave CORS to it and remove every add_header here instead.',
  ],
  broken: [
    {
      id: 'upstream-headers-passed',
      defect: 'The header of the API is passed on, and nginx adds a second one.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-multiple' },
      hint: {
        on: 'any',
        text: 'An add_header adds a second line to that of the API behind: remove it from nginx, or take away that of the API by proxy_hide_header.',
      },
    },
  ],
});
