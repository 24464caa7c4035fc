import { app, defineSetup } from './setup.ts';

export default defineSetup({
  source: 'https://nginx.org/en/docs/http/ngx_http_headers_module.html#add_header',
  front: 'nginx',
  backend: 'silent',
  reported: `
    server {
      listen {{port}};
      location / {
        add_header Access-Control-Allow-Origin $cors always;
        add_header Vary Origin always;
        if ($request_method = OPTIONS) {
          add_header Access-Control-Allow-Origin $cors always;
          add_header Access-Control-Allow-Headers authorization always;
          add_header Vary Origin always;
          return 204;
        }
        proxy_pass http://{{backend}};
      }
    }`,
  corrected: `
    server {
      listen {{port}};
      large_client_header_buffers 4 32k;
      add_header Access-Control-Allow-Origin $cors always;
      add_header Vary Origin always;
      location / {
        if ($request_method = OPTIONS) {
          add_header Access-Control-Allow-Origin $cors always;
          add_header Access-Control-Allow-Headers authorization always;
          add_header Vary Origin always;
          return 204;
        }
        proxy_pass http://{{backend}};
      }
    }`,
  policy: {
    trustedOrigins: [app],
    unknownPath: false,
    routes: [
      {
        path: '/items',
        methods: ['GET'],
        requestHeaders: ['authorization'],
        headers: { authorization: `Bearer ${'a'.repeat(12_000)}` },
      },
    ],
  },
  right: ['high origin-missing on /items; answered by nginx (proxy); to act: operator, front end; no file'],
});
