import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'http-proxy-middleware-path-filter',
  stack: 'http-proxy-middleware',
  variant: 'versions 3 and 4, pathFilter',
  role: 'dev-proxy',
  systems: ['http-proxy-middleware-3', 'http-proxy-middleware-4'],
  preferred: true,
  printed: 'server.js',
  language: 'js',
  install: 'npm install http-proxy-middleware',
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
      id: 'mount-path-lost',
      defect: "app.use('/api', …) takes /api off the path that the API receives.",
      seen: { by: 'page', scenario: 'GET', diagnosis: null, status: 404 },
    },
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
