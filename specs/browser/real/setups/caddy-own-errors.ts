import { app, defineSetup } from './setup.ts';

export default defineSetup({
  source: 'https://caddyserver.com/docs/caddyfile/directives/handle_errors',
  front: 'caddy',
  backend: 'cors',
  reported: `
  reverse_proxy /down {{nobody}}
  reverse_proxy {{backend}}`,
  corrected: `
  @trusted header Origin https://app.example.com
  reverse_proxy /down {{nobody}}
  reverse_proxy {{backend}}
  handle_errors {
    header Vary Origin
    header @trusted Access-Control-Allow-Origin https://app.example.com
    respond {err.status_code}
  }`,
  policy: {
    trustedOrigins: [app],
    unknownPath: false,
    routes: [
      {
        path: '/items',
        methods: ['GET'],
        requestHeaders: ['authorization'],
        errors: [{ name: 'down', path: '/down', status: 502 }],
      },
    ],
  },
  right: [
    'high origin-missing on /items; answered by Caddy (proxy); to act: operator; Caddy, reverse proxy of an API',
  ],
});
