import { defineFix } from '../../../../src/fix/fix.ts';

const polling = {
  path: '/socket.io/?EIO=4&transport=polling',
  method: 'GET',
  headers: [],
  body: null,
  credentialsMode: 'include',
  status: 200,
  readable: [],
} as const;

export default defineFix({
  id: 'socket-io-beside-express',
  stack: 'socket-io',
  variant: 'beside Express, one layer for both',
  role: 'api',
  systems: ['socket-io-4'],
  preferred: true,
  printed: 'app.js',
  language: 'js',
  install: 'npm install cors',
  backend: 'none',
  start: {
    argv: ['{node}', 'server.js'],
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  plainOptions: {
    status: 200,
    trustedStatus: 204,
    why: 'Express answers it with Allow; with a trusted Origin the package takes it for a CORS-preflight request.',
  },
  notes: [
    'It is for the transport "polling". A WebSocket knows no CORS: compare Origin in the option allowRequest.',
  ],
  broken: [
    {
      id: 'cors-of-express-alone',
      defect: 'Express has the package, and Socket.IO beside it has no CORS headers.',
      seen: { by: 'browser', scenario: polling, diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        isShownByFile: true,
        text: 'It answers below /socket.io/ by itself, so that app.use(cors()) of Express does not reach it: give it a list of its own, new Server(server, { cors: { origin: [ … ], credentials: true } }).',
      },
    },
    {
      id: 'option-of-version-2',
      defect: 'The list stands in the option origins, which version 2 had.',
      seen: { by: 'browser', scenario: polling, diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        isShownByFile: true,
        text: 'The option origins of version 2 is not read: write cors: { origin: [ … ] }.',
      },
    },
  ],
});
