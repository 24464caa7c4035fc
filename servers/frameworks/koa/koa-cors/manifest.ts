import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'koa-koa-cors',
  stack: 'koa',
  variant: '@koa/cors',
  role: 'api',
  systems: ['koa-3'],
  preferred: true,
  printed: 'app.js',
  language: 'js',
  install: 'npm install @koa/cors',
  backend: 'none',
  start: {
    argv: ['{node}', 'server.js'],
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  plainOptions: { status: 200, why: 'The package leaves it to the router, which answers with Allow.' },
  notes: [],
  broken: [
    {
      id: 'after-the-routes',
      defect: 'The middleware stands after the routes, which answer before it is reached.',
      seen: { by: 'browser', scenario: 'credentialed GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'A route that is registered before app.use(cors(…)) answers without it: put the middleware first.',
      },
    },
    {
      id: 'headers-lost-on-error',
      defect: 'An exception is left to Koa, which takes all headers away.',
      seen: { by: 'browser', scenario: '500 answer', diagnosis: 'origin-missing' },
      hint: {
        on: 'error',
        takesAll: true,
        isShownByFile: true,
        text: 'Koa answers an exception itself, and takes away all that ctx.set() has set, or @koa/cors with keepHeadersOnError: false: catch exceptions in a middleware inside of it.',
      },
    },
    {
      id: 'vary-lost-on-error',
      defect: 'An exception is left to Koa, which removes Vary from the answer to an untrusted origin.',
      seen: { by: 'wire', expectation: '500, untrusted', diagnosis: 'vary-origin-missing' },
    },
  ],
});
