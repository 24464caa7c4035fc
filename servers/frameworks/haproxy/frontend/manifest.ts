import { defineFix, unanswered } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'haproxy-frontend',
  stack: 'haproxy',
  variant: 'frontend of an API',
  role: 'api',
  systems: ['haproxy'],
  preferred: true,
  printed: 'haproxy.cfg',
  language: 'haproxy',
  install: 'apt-get install haproxy',
  backend: 'own-cors',
  start: {
    argv: ['haproxy', '-db', '-f', 'haproxy.cfg'],
    ready: { kind: 'listening' },
    port: 'reserved',
  },
  plainOptions: { status: 204, why: 'HAProxy hands it to the API, and this is the answer of the API.' },
  notes: [],
  broken: [
    {
      id: 'after-response-missing',
      defect:
        'http-response leaves out what HAProxy answers itself: the CORS-preflight response, and errors.',
      seen: { by: 'browser', scenario: 'PUT with JSON', diagnosis: 'preflight-origin-missing' },
      alsoRefused: [{ scenario: unanswered, diagnosis: 'origin-missing' }],
      hint: {
        on: 'any',
        by: 'proxy',
        text: 'An http-response rule does not reach what HAProxy answers itself, such as errors and http-request return: write http-after-response.',
      },
    },
  ],
});
