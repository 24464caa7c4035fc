import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'echo-cors-middleware',
  stack: 'echo',
  variant: 'middleware.CORSWithConfig',
  role: 'api',
  systems: ['echo-4'],
  preferred: true,
  printed: 'cors.go',
  language: 'go',
  install: '',
  backend: 'none',
  start: {
    argv: ['sh', '-c', 'go build -ldflags=-s -o server . && exec ./server'],
    env: {
      GOCACHE: '{system}/cache',
      GOMODCACHE: '{system}/modules',
      GOPROXY: 'off',
      GOFLAGS: '-buildvcs=false',
      GOTOOLCHAIN: 'local',
    },
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  plainOptions: {
    status: 204,
    why: 'The middleware takes every OPTIONS request for a CORS-preflight request.',
  },
  notes: ['Use it first, before any route: server.Use(allowOrigins(), middleware.Recover()).'],
  broken: [
    {
      id: 'group-beside',
      defect: 'The middleware is on a group, and the route is not in it.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'A route that is not in the group that has the middleware, or is registered before it, does not pass it: call Use(allowOrigins()) on the server itself, first.',
      },
    },
    {
      id: 'origin-wildcard',
      defect: 'The origin is "*", although credentials are allowed.',
      seen: { by: 'browser', scenario: 'credentialed GET', diagnosis: 'origin-wildcard-with-credentials' },
    },
  ],
});
