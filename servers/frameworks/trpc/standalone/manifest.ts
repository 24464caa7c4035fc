import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'trpc-standalone',
  stack: 'trpc',
  variant: 'the standalone adapter with the cors package',
  role: 'api',
  systems: ['trpc-11'],
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
    status: 415,
    trustedStatus: 204,
    why: 'tRPC takes it for a call without a body; with a trusted Origin the package takes it for a CORS-preflight request.',
  },
  otherStatuses: {
    byMethod: { HEAD: 204, PUT: 404, DELETE: 415 },
    why: 'Procedures are called by GET and POST, and HEAD is answered without one.',
  },
  notes: [],
  broken: [
    {
      id: 'vary-replaced',
      defect: 'The middleware sets Vary, and tRPC writes its own over it.',
      seen: { by: 'wire', expectation: 'GET, trusted', diagnosis: 'vary-origin-missing' },
      hint: {
        on: 'any',
        isShownByFile: true,
        text: 'A Vary that a middleware sets, as the package cors does, is written over by tRPC (Vary: trpc-accept, accept): append to it, responseMeta: () => ({ headers: new Headers({ Vary: "Origin" }) }).',
      },
    },
    {
      id: 'headers-by-context',
      defect: 'createContext sets the CORS headers, which no CORS-preflight request reaches.',
      seen: { by: 'browser', scenario: 'PUT with JSON', diagnosis: 'preflight-origin-missing' },
      hint: {
        on: 'any',
        isShownByFile: true,
        text: 'A CORS-preflight request calls no procedure, so that what createContext sets is not on its answer: set the headers in the option middleware of the adapter, which answers OPTIONS as well.',
      },
    },
  ],
});
