import { app, defineSetup } from './setup.ts';

export default defineSetup({
  source: 'https://nginx.org/en/docs/http/ngx_http_core_module.html#large_client_header_buffers',
  front: 'nginx',
  backend: 'cors',
  reported: `
    server {
      listen {{port}};
      location / { proxy_pass http://{{backend}}; }
    }`,
  corrected: `
    large_client_header_buffers 4 32k;
    server {
      listen {{port}};
      location / { proxy_pass http://{{backend}}; }
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
