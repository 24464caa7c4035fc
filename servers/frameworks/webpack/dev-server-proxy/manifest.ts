import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'webpack-dev-server-proxy',
  stack: 'webpack',
  variant: 'devServer.proxy',
  role: 'dev-proxy',
  systems: ['webpack-dev-server-5', 'webpack-dev-server-4', 'webpack-dev-server-6'],
  preferred: true,
  printed: 'webpack.config.js',
  language: 'js',
  install: '',
  start: {
    argv: [
      '{node}',
      '{system}/node_modules/webpack-cli/bin/cli.js',
      'serve',
      '--host',
      '127.0.0.1',
      '--port',
      '{port}',
    ],
    ready: { kind: 'listening' },
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
    {
      id: 'proxy-object',
      defect: 'An object was allowed up to version 4.',
      systems: ['webpack-dev-server-5', 'webpack-dev-server-6'],
      seen: { by: 'start', prints: 'options.proxy should be an array' },
    },
  ],
});
