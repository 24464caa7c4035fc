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
    {
      id: 'body-parser-first',
      defect: 'The body parser stands before the package, and answers what it cannot read.',
      seen: {
        by: 'browser',
        scenario: {
          path: '/items/1',
          method: 'PUT',
          headers: [['content-type', 'application/json']],
          body: '{"name":',
          credentialsMode: 'include',
          status: 400,
          readable: [],
        },
        diagnosis: 'origin-missing',
      },
      hint: {
        on: [400, 413, 415],
        text: 'A body parser that stands before cors() answers bodies that it cannot read (400, 413) without it: put cors() before express.json() and everything else that can answer.',
      },
    },
    {
      id: 'token-checked-first',
      defect: 'A check for a token stands before the package, and answers CORS-preflight requests.',
      seen: { by: 'browser', scenario: 'DELETE', diagnosis: 'preflight-origin-missing' },
      hint: {
        on: 'any',
        text: 'A check for a token that stands before cors() refuses every CORS-preflight request, which never has one: put cors() before it.',
      },
    },
  ],
});
