import { defineFix } from '../../../../src/fix.ts';

export default defineFix({
  id: 'create-react-app-package-json',
  stack: 'create-react-app',
  variant: 'proxy in package.json',
  role: 'dev-proxy',
  systems: ['react-scripts-5'],
  preferred: false,
  printed: 'package.json',
  language: 'json',
  install: '',
  start: {
    argv: ['{node}', '{system}/node_modules/react-scripts/bin/react-scripts.js', 'start'],
    env: { HOST: '127.0.0.1', PORT: '{port}', BROWSER: 'none', CI: 'true' },
    ready: { kind: 'listening' },
    port: 'reserved',
  },

  host: 'backend',
  limits: [],
  notes: [],
  broken: [
    {
      id: 'host-check',
      defect:
        'With a proxy, the server checks Host against an address in the local network, and does not start where it has none.',
      seen: { by: 'start', prints: 'options.allowedHosts[0] should be a non-empty string.' },
    },
  ],
});
