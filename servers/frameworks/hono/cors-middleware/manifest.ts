import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'hono-cors-middleware',
  stack: 'hono',
  variant: 'hono/cors',
  role: 'api',
  systems: ['hono-4'],
  preferred: true,
  printed: 'app.js',
  language: 'js',
  install: 'npm install hono',
  backend: 'none',
  start: {
    argv: ['{node}', 'server.js'],
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  plainOptions: {
    status: 404,
    trustedStatus: 204,
    why: 'Hono has no route for it; with a trusted Origin the middleware takes it for a CORS-preflight request.',
  },
  notes: [],
  broken: [
    {
      id: 'after-the-routes',
      defect: 'The middleware stands after the routes, which answer before it is reached.',
      seen: { by: 'browser', scenario: 'credentialed GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'A route that is registered before app.use(cors(…)), or on an app that is mounted before it, answers without it: put the middleware first.',
      },
    },
    {
      id: 'path-beside',
      defect: 'The middleware is for one path, and the route is another.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: "A middleware for a path, app.use('/api/*', cors(…)), is for nothing beside it, and not for its 404: use it without a path.",
      },
    },
    {
      id: 'vary-replaced',
      defect: 'A middleware around it sets Vary, and replaces what hono/cors has set.',
      seen: { by: 'wire', expectation: 'GET, trusted', diagnosis: 'vary-origin-missing' },
      hint: {
        on: 'any',
        text: "A middleware around hono/cors that sets Vary takes Origin out of it, as a handler does in older versions: append to it, c.header('Vary', 'Accept', { append: true }).",
      },
    },
  ],
});
