import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'express-by-hand',
  stack: 'express',
  variant: 'middleware by hand',
  role: 'api',
  systems: ['express-5', 'express-4'],
  preferred: false,
  printed: 'app.js',
  language: 'js',
  install: '',
  backend: 'none',
  start: {
    argv: ['{node}', 'server.js'],
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  plainOptions: {
    status: 200,
    why: "It is left to Express, which answers with the route's methods in Allow.",
  },
  notes: [],
  broken: [
    {
      id: 'preflight-unanswered',
      defect: 'The CORS-preflight request is left to the routes, so that no method and no header is allowed.',
      seen: { by: 'browser', scenario: 'PUT with JSON', diagnosis: 'method-not-allowed' },
    },
    {
      id: 'vary-origin-missing',
      defect: 'The answer depends on the Origin header, and does not say so.',
      seen: { by: 'wire', expectation: 'GET, no Origin', diagnosis: 'vary-origin-missing' },
    },
  ],
});
