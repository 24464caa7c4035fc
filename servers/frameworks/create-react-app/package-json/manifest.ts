import { defineFix } from '../../../../src/fix/fix.ts';

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
    // It opens the port for a moment before, to see whether somebody else has it.
    ready: { kind: 'line', startsWith: 'Compiled ' },
    port: 'reserved',
  },

  host: 'backend',
  limits: [
    {
      scenario: 'look-alike path',
      status: null,
      why: 'Every path that is no file of the page is proxied.',
    },
    { scenario: 'absolute redirect', status: null, why: 'Location is passed on as it is.' },
    {
      scenario: 'WebSocket',
      status: null,
      why: 'The handshake has no Accept header, and without one that excludes pages nothing is proxied.',
    },
  ],
  notes: [
    'With HOST=localhost, or without an address in a local network, it starts only with DANGEROUSLY_DISABLE_HOST_CHECK=true in .env.development; then any web page can reach the dev server by a host name of its own. Use src/setupProxy.js instead.',
  ],
  broken: [
    {
      id: 'host-check',
      defect:
        'With a proxy, the server checks Host against an address in the local network, and does not start where it has none.',
      seen: { by: 'start', prints: 'options.allowedHosts[0] should be a non-empty string.' },
    },
  ],
});
