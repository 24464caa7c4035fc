import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'express-cors-package',
  stack: 'express',
  variant: 'the cors package',
  role: 'api',
  systems: ['express-5', 'express-4'],
  preferred: true,
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
      id: 'origin-wildcard-with-credentials',
      defect: 'The origin is "*", although credentials are allowed.',
      seen: {
        by: 'browser',
        scenario: 'credentialed GET',
        diagnosis: 'origin-wildcard-with-credentials',
      },
    },
  ],
});
