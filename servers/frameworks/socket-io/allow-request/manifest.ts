import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'socket-io-allow-request',
  stack: 'socket-io',
  variant: 'allowRequest',
  role: 'websocket',
  systems: ['socket-io-4'],
  preferred: true,
  printed: 'app.js',
  language: 'js',
  install: '',
  start: {
    argv: ['{node}', 'server.js'],
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  path: '/socket.io/',
  notes: [
    'The option cors is for the transport "polling" alone: whatever it says, a page opens the transport "websocket".',
    'Clients that are no browsers send no Origin and are refused, too: where some may connect, ask them for a token.',
  ],
  broken: [
    {
      id: 'cors-option-alone',
      defect: 'The list stands in the option cors alone, which no WebSocket is asked about.',
      seen: {
        by: 'handshake',
        diagnosis: 'websocket-origin-unchecked',
        from: ['untrusted', 'opaque', 'prefix', 'port'],
      },
    },
    {
      id: 'first-origin-alone',
      defect: 'Only the first origin of the list is compared.',
      seen: { by: 'handshake', diagnosis: 'websocket-handshake-refused', from: ['trusted'] },
    },
  ],
});
