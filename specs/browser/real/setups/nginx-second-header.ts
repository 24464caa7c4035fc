import { app, defineSetup } from './setup.ts';

export default defineSetup({
  source: 'expressjs/cors#229',
  front: 'nginx',
  backend: 'cors',
  reported: `
    server {
      listen {{port}};
      location / {
        add_header Access-Control-Allow-Origin $cors always;
        proxy_pass http://{{backend}};
      }
    }`,
  corrected: `
    server {
      listen {{port}};
      location / { proxy_pass http://{{backend}}; }
    }`,
  policy: {
    trustedOrigins: [app],
    unknownPath: false,
    routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'] }],
  },
  right: [
    'high origin-multiple on /items; answered by Express (application); to act: back end, operator; nginx, in front of an API that sends CORS headers itself / nginx, reverse proxy for a third-party API over TLS',
    'high preflight-origin-multiple on /items; answered by Express (application); to act: back end, operator; nginx, in front of an API that sends CORS headers itself / nginx, reverse proxy for a third-party API over TLS',
  ],
});
