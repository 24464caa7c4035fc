import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'vite-dev-proxy',
  stack: 'vite',
  variant: 'server.proxy, with WebSocket',
  role: 'dev-proxy',
  systems: ['vite-8', 'vite-5'],
  preferred: true,
  printed: 'vite.config.ts',
  language: 'ts',
  install: '',
  start: {
    argv: [
      '{node}',
      '{system}/node_modules/vite/bin/vite.js',
      '--host',
      '127.0.0.1',
      '--port',
      '{port}',
      '--strictPort',
    ],
    // It opens the port for a moment before, to see whether somebody else has it.
    ready: { kind: 'line', startsWith: '➜  Local:' },
    port: 'reserved',
  },
  host: 'page',
  limits: [],
  notes: [
    'An API that chooses its site by Host needs changeOrigin: true; one that also compares Origin with Host then answers 403.',
  ],
  broken: [
    {
      id: 'redirect-leaves',
      defect: 'A redirect to the absolute address of the API takes the page out of the proxy.',
      seen: { by: 'page', scenario: 'absolute redirect', diagnosis: 'origin-missing', status: null },
    },
    {
      id: 'change-origin',
      defect:
        'changeOrigin changes Host and leaves Origin as it is, so that an API that compares the two refuses.',
      seen: { by: 'page', scenario: 'Origin check', diagnosis: null, status: 403 },
    },
  ],
});
