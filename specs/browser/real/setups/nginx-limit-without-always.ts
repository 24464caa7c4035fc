import { app, defineSetup } from './setup.ts';

export default defineSetup({
  source: 'jikan-me/jikan-rest#148',
  front: 'nginx',
  backend: 'silent',
  reported: `
    limit_req_zone $binary_remote_addr zone=limit:1m rate=2r/s;
    limit_req_status 429;
    server {
      listen {{port}};
      location / {
        limit_req zone=limit burst=3 nodelay;
        add_header Access-Control-Allow-Origin $cors;
        add_header Vary Origin;
        proxy_pass http://{{backend}};
      }
    }`,
  policy: {
    trustedOrigins: [app],
    unknownPath: false,
    routes: [{ path: '/items', methods: ['GET'] }],
  },
  right: [
    'high origin-missing on /items; answered by nginx (proxy); to act: operator; nginx, in front of an API that sends CORS headers itself / nginx, reverse proxy for a third-party API over TLS',
  ],
});
