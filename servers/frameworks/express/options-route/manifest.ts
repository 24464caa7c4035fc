import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'express-options-route',
  stack: 'express',
  variant: 'explicit OPTIONS route',
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
      id: 'origin-missing',
      defect: 'Only the CORS-preflight response has CORS headers; the actual response has none.',
      seen: { by: 'browser', scenario: 'PUT with JSON', diagnosis: 'origin-missing' },
    },
    {
      id: 'any-origin-preflight',
      defect:
        'The CORS-preflight response allows every origin, so that an untrusted page can send a PUT or a DELETE.',
      seen: {
        by: 'wire',
        expectation: 'preflight of PUT, untrusted',
        diagnosis: 'preflight-origin-granted',
      },
    },
    {
      id: 'star-path',
      defect: "Express 5 refuses the path '*'.",
      systems: ['express-5'],
      seen: { by: 'start', prints: 'Missing parameter name at index 1: *' },
    },
  ],
});
