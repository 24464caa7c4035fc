import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'express-dynamic-origins',
  stack: 'express',
  variant: 'dynamic origin list',
  role: 'api',
  systems: ['express-5', 'express-4'],
  preferred: false,
  printed: 'app.js',
  language: 'js',
  install: 'npm install cors',
  backend: 'none',
  start: {
    argv: ['{node}', 'server.js'],
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  plainOptions: {
    status: 200,
    trustedStatus: 204,
    why: 'Express answers it with Allow; with a trusted Origin the package takes it for a CORS-preflight request.',
  },
  notes: [],
  broken: [
    {
      id: 'header-not-allowed',
      defect: 'The list of request headers is closed, and the one that the page sends is not in it.',
      seen: { by: 'browser', scenario: 'custom request header', diagnosis: 'header-not-allowed' },
    },
    {
      id: 'any-origin',
      defect: 'The query is made and its answer ignored: every origin is repeated, with credentials.',
      seen: { by: 'wire', expectation: 'GET, untrusted', diagnosis: 'any-origin-with-credentials' },
    },
  ],
});
