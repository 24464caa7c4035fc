import { app, defineSetup } from './setup.ts';

const title = { name: 'title', text: 'a cat' } as const;
const photo = { name: 'photo', fileName: 'cat.png', contentType: 'image/png' } as const;

export default defineSetup({
  source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#client_max_body_size',
  front: 'nginx',
  backend: 'uploads',
  reported: `
    server {
      listen {{port}};
      location / { proxy_pass http://{{backend}}; }
    }`,
  corrected: `
    server {
      listen {{port}};
      error_page 413 @large;
      location / { proxy_pass http://{{backend}}; }
      location @large { add_header Access-Control-Allow-Origin $cors always; add_header Vary Origin always; return 413; }
    }`,
  policy: {
    trustedOrigins: [app],
    unknownPath: false,
    routes: [
      {
        path: '/photos',
        methods: ['POST'],
        send: true,
        body: { multipart: [title, { ...photo, bytes: 1_000 }] },
        errors: [
          { name: 'too large', status: 413, body: { multipart: [title, { ...photo, bytes: 2_000_000 }] } },
          { name: 'no photo', status: 422, body: { multipart: [title] } },
        ],
      },
    ],
  },
  right: [
    'high origin-missing on /photos; answered by nginx (proxy); to act: operator; nginx, in front of an API that sends CORS headers itself / nginx, reverse proxy for a third-party API over TLS',
  ],
});
