import { app, defineSetup } from './setup.ts';

export default defineSetup({
  source: 'fruitcake/laravel-cors#306',
  front: 'nginx',
  backend: 'cors',
  reported: `
    server {
      listen {{port}};
      location / { proxy_pass http://{{backend}}; }
      location /down { proxy_pass http://{{nobody}}; }
      location /admin { deny all; }
    }`,
  corrected: `
    server {
      listen {{port}};
      location / { proxy_pass http://{{backend}}; }
      location /down { error_page 502 = @down; proxy_pass http://{{nobody}}; }
      location /admin { error_page 403 = @denied; deny all; }
      location @down { add_header Access-Control-Allow-Origin $cors always; add_header Vary Origin always; return 502; }
      location @denied { add_header Access-Control-Allow-Origin $cors always; add_header Vary Origin always; return 403; }
    }`,
  policy: {
    trustedOrigins: [app],
    unknownPath: false,
    routes: [
      {
        path: '/items',
        methods: ['GET'],
        requestHeaders: ['authorization'],
        errors: [
          { name: 'down', path: '/down', status: 502 },
          { name: 'denied', path: '/admin', status: 403 },
        ],
      },
    ],
  },
  right: [
    'high origin-missing on /items; answered by nginx (proxy); to act: operator; nginx, in front of an API that sends CORS headers itself / nginx, reverse proxy for a third-party API over TLS',
  ],
});
