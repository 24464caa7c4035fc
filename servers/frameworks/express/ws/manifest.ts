import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'express-ws',
  stack: 'express',
  variant: 'WebSockets by ws',
  role: 'websocket',
  systems: ['ws-8'],
  preferred: true,
  printed: 'app.js',
  language: 'js',
  install: 'npm install ws',
  start: {
    argv: ['{node}', 'server.js'],
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  path: '/socket',
  notes: [
    'Clients that are no browsers send no Origin and are refused, too: where some may connect, ask them for a token.',
  ],
  broken: [
    {
      id: 'origin-unchecked',
      defect: 'Nothing looks at Origin, as in new WebSocketServer({ server }).',
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
      id: 'own-origin-compared',
      defect: 'Origin is compared with Host, so that only pages of the API itself are let in.',
      seen: { by: 'handshake', diagnosis: 'websocket-handshake-refused', from: ['trusted'] },
    },
  ],
});
