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
        on: [400, 401, 403, 407, 429],
        text: 'A check for a token that stands before cors() refuses every CORS-preflight request, which never has one: put cors() before it.',
      },
    },
    {
      id: 'check-first',
      defect: 'A check for a token stands before the package, and answers without it.',
      seen: {
        by: 'browser',
        scenario: {
          path: '/private',
          method: 'GET',
          headers: [],
          body: null,
          credentialsMode: 'include',
          status: 401,
          readable: [],
        },
        diagnosis: 'origin-missing',
      },
      hint: {
        on: [401, 403, 429],
        text: 'A check for a token or a limiter that stands before cors() answers 401, 403 or 429 without it: put cors() before it.',
      },
    },
    {
      id: 'router-beside',
      defect: 'The package stands on one path, and the route is another.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'A cors() on a path, a router or a route reaches no other one, and not the 404: call app.use(cors(…)) on the application itself, first.',
      },
    },
    {
      id: 'headers-cleared',
      defect: 'The error handler takes all headers away, those of the package too.',
      seen: { by: 'browser', scenario: '500 answer', diagnosis: 'origin-missing' },
      hint: {
        on: [400, 409, 422, 500, 502, 503, 504],
        by: 'application',
        takesAll: true,
        text: 'An error handler that takes all headers away before it answers (removeHeader) takes those of cors() as well: leave Vary and Access-Control-… there.',
      },
    },
  ],
});
