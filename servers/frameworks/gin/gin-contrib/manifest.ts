import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'gin-gin-contrib',
  stack: 'gin',
  variant: 'gin-contrib/cors',
  role: 'api',
  systems: ['gin-1'],
  preferred: true,
  printed: 'cors.go',
  language: 'go',
  install: 'go get github.com/gin-contrib/cors',
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
    status: 404,
    trustedStatus: 204,
    why: 'Gin has no route for it; with a trusted Origin the middleware takes it for a CORS-preflight request.',
  },
  notes: ['Use it first, before any route: router.Use(allowOrigins(), gin.Recovery()).'],
  broken: [
    {
      id: 'group-beside',
      defect: 'The middleware is on a group, and the route is not in it.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'A route that is not in the group that has the middleware, or is registered before it, does not pass it: call router.Use(allowOrigins()) on the router itself, first.',
      },
    },
    {
      id: 'all-origins',
      defect: 'AllowOriginFunc says yes to everybody, and credentials are allowed.',
      seen: { by: 'wire', expectation: 'GET, untrusted', diagnosis: 'any-origin-with-credentials' },
    },
  ],
});
