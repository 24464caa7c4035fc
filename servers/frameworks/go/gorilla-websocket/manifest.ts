import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'go-gorilla-websocket',
  stack: 'go',
  variant: 'gorilla/websocket',
  role: 'websocket',
  systems: ['gorilla-websocket-1'],
  preferred: true,
  printed: 'sockets.go',
  language: 'go',
  install: 'go get github.com/gorilla/websocket',
  start: {
    // The go.mod of the folder is that of what needs no module.
    argv: ['sh', '-c', 'go build -modfile="$0/go.mod" -o server . && exec ./server', '{system}'],
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
  path: '/socket',
  notes: [
    'Clients that are no browsers send no Origin and are refused, too: where some may connect, ask them for a token.',
  ],
  broken: [
    {
      id: 'check-says-yes',
      defect: 'CheckOrigin says yes to everybody, as it is often written to let the first page in.',
      seen: {
        by: 'handshake',
        diagnosis: 'websocket-origin-unchecked',
        from: ['untrusted', 'opaque', 'prefix', 'port'],
      },
    },
    {
      id: 'prefix-compared',
      defect: 'It is compared how Origin begins.',
      seen: { by: 'handshake', diagnosis: 'websocket-origin-unchecked', from: ['prefix', 'port'] },
    },
    {
      id: 'default-check',
      defect: 'CheckOrigin is left out, so that only pages of the host itself are let in.',
      seen: { by: 'handshake', diagnosis: 'websocket-handshake-refused', from: ['trusted'] },
    },
  ],
});
