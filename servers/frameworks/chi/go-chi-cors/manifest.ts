import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'chi-go-chi-cors',
  stack: 'chi',
  variant: 'go-chi/cors',
  role: 'api',
  systems: ['chi-5'],
  preferred: true,
  printed: 'cors.go',
  language: 'go',
  install: 'go get github.com/go-chi/cors',
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
  plainOptions: { status: 405, why: 'chi knows no OPTIONS for the route.' },
  notes: ['Use it first, before any route: router.Use(allowOrigins, middleware.Recoverer).'],
  broken: [
    {
      id: 'group-beside',
      defect: 'The middleware is on a group, and the route is not in it.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'A route that is not in the group that has the middleware, or is registered before it, does not pass it: call router.Use(allowOrigins) on the router itself, first.',
      },
    },
    {
      id: 'method-forgotten',
      defect: 'Without a list, the middleware allows GET, POST and HEAD alone.',
      seen: { by: 'browser', scenario: 'DELETE', diagnosis: 'preflight-origin-missing' },
    },
  ],
});
