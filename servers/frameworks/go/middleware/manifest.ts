import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'go-middleware',
  stack: 'go',
  variant: 'middleware',
  role: 'api',
  systems: ['go'],
  preferred: true,
  printed: 'cors.go',
  language: 'go',
  install: '',
  backend: 'none',
  start: {
    argv: ['sh', '-c', 'go build -o server . && exec ./server'],
    env: { GOCACHE: '{system}/cache', GOFLAGS: '', GOTOOLCHAIN: 'local' },
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  plainOptions: { status: 405, why: 'The handler of the route knows no OPTIONS.' },
  notes: ['Wrap the whole mux, outermost: http.ListenAndServe(address, allowOrigins(recoverPanics(mux))).'],
  broken: [
    {
      id: 'origin-wildcard-with-credentials',
      defect: 'The origin is "*", although credentials are allowed.',
      seen: { by: 'browser', scenario: 'credentialed GET', diagnosis: 'origin-wildcard-with-credentials' },
    },
    {
      id: 'vary-missing',
      defect: 'Vary: Origin is missing, so a cache hands one origin the answer that was made for another.',
      seen: { by: 'wire', expectation: 'GET, no Origin', diagnosis: 'vary-origin-missing' },
    },
    {
      id: 'mux-beside',
      defect: 'The middleware is around the handler of one path, and not around the whole mux.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'A route on another mux than the one that is wrapped does not pass the layer: wrap the outermost handler, the one that the server is given.',
      },
    },
  ],
});
