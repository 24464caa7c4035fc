import { defineFix, unanswered } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'nginx-api-server',
  stack: 'nginx',
  variant: 'server block of an API',
  role: 'api',
  systems: ['nginx'],
  preferred: true,
  printed: 'api.conf',
  language: 'nginx',
  install: 'apt-get install nginx',
  backend: 'silent',
  start: {
    argv: ['nginx', '-p', '{folder}', '-c', 'nginx.conf', '-e', 'stderr'],
    ready: { kind: 'listening' },
    port: 'reserved',
  },
  plainOptions: { status: 204, why: 'nginx hands it to the API, and this is the answer of the API.' },
  notes: [
    'The file belongs in the http block, for instance as /etc/nginx/conf.d/api.conf: map is not allowed inside server.',
    'An add_header in a location or an if takes the place of all that are inherited: repeat every line there.',
  ],
  broken: [
    {
      id: 'always-missing',
      defect: 'Without "always", nginx adds the headers to successful answers and redirects alone.',
      seen: { by: 'browser', scenario: '404 answer', diagnosis: 'origin-missing' },
      alsoRefused: [{ scenario: unanswered, diagnosis: 'origin-missing' }],
      hint: {
        on: 'error',
        text: 'An add_header without "always" is left out of error answers: write "always" at the end of each.',
      },
    },
    {
      id: 'add-header-in-location',
      defect: 'One add_header in the location takes the place of all that it would inherit.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'One add_header in a location or an if takes the place of all that it would inherit: repeat every line there.',
      },
    },
    {
      id: 'vary-missing',
      defect: 'Vary: Origin is missing, so a cache hands one origin the answer that was made for another.',
      seen: { by: 'wire', expectation: 'GET, no Origin', diagnosis: 'vary-origin-missing' },
    },
  ],
});
