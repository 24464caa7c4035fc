import { app, defineSetup } from './setup.ts';

export default defineSetup({
  source: 'https://varnish-cache.org/docs/trunk/users-guide/increasing-your-hitrate.html',
  front: 'varnish',
  backend: 'cacheable',
  reported: `
backend default { .host = "{{backendHost}}"; .port = "{{backendPort}}"; }
sub vcl_backend_response { unset beresp.http.Vary; }
`,
  corrected: `
backend default { .host = "{{backendHost}}"; .port = "{{backendPort}}"; }
`,
  policy: {
    trustedOrigins: [app, 'https://admin.example.com'],
    unknownPath: false,
    routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'] }],
  },
  right: [
    'high cached-copy-of-another-origin on /items; answered by Varnish (cache); to act: back end, operator; 4 files',
    'low preflight-vary-origin-missing on /items; answered by Express (application); to act: back end; 4 files',
  ],
});
