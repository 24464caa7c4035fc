import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'create-react-app-setup-proxy',
  stack: 'create-react-app',
  variant: 'src/setupProxy.js',
  role: 'dev-proxy',
  systems: ['react-scripts-5'],
  preferred: true,
  printed: 'src/setupProxy.js',
  language: 'js',
  install: 'npm install http-proxy-middleware@3',
  start: {
    argv: ['{node}', '{system}/node_modules/react-scripts/bin/react-scripts.js', 'start'],
    env: { HOST: '127.0.0.1', PORT: '{port}', BROWSER: 'none', CI: 'true' },
    // It opens the port for a moment before, to see whether somebody else has it.
    ready: { kind: 'line', startsWith: 'Compiled ' },
    port: 'reserved',
  },

  host: 'page',
  limits: [],
  notes: [
    'An API that chooses its site by Host needs changeOrigin: true; one that also compares Origin with Host then answers 403.',
  ],
  broken: [
    {
      id: 'mount-path-lost',
      defect:
        "app.use('/api', …) takes /api off the path that the API receives, since version 3 of the package.",
      seen: { by: 'page', scenario: 'GET', diagnosis: null, status: 404 },
    },
  ],
});
