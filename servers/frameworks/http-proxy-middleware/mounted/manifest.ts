import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'http-proxy-middleware-mounted',
  stack: 'http-proxy-middleware',
  variant: 'version 2, mounted',
  role: 'dev-proxy',
  systems: ['http-proxy-middleware-2'],
  preferred: false,
  printed: 'server.js',
  language: 'js',
  install: 'npm install http-proxy-middleware@2',
  start: {
    argv: ['{node}', 'server.js'],
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },

  host: 'page',
  limits: [],
  notes: [
    'An API that chooses its site by Host needs changeOrigin: true; one that also compares Origin with Host then answers 403.',
  ],
  broken: [
    {
      id: 'path-filter-ignored',
      defect: 'Version 2 has no pathFilter, and proxies the page itself.',
      seen: { by: 'page', scenario: 'own page', diagnosis: null, status: 404 },
    },
    {
      id: 'redirect-leaves',
      defect: 'A redirect to the absolute address of the API takes the page out of the proxy.',
      seen: { by: 'page', scenario: 'absolute redirect', diagnosis: 'origin-missing', status: null },
    },
  ],
});
