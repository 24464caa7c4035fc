import { app, defineSetup } from './setup.ts';

export default defineSetup({
  source: 'https://varnish-cache.org/docs/trunk/users-guide/vcl-built-in-subs.html',
  front: 'varnish',
  backend: 'cors',
  reported: `
backend default { .host = "{{backendHost}}"; .port = "{{backendPort}}"; }
`,
  corrected: `
backend default { .host = "{{backendHost}}"; .port = "{{backendPort}}"; }
sub vcl_synth { set resp.http.Vary = "Origin"; if (req.http.Origin == "https://app.example.com") { set resp.http.Access-Control-Allow-Origin = req.http.Origin; } }
sub vcl_backend_error { set beresp.http.Vary = "Origin"; if (bereq.http.Origin == "https://app.example.com") { set beresp.http.Access-Control-Allow-Origin = bereq.http.Origin; } }
`,
  policy: {
    trustedOrigins: [app],
    unknownPath: false,
    routes: [
      {
        path: '/items',
        methods: ['GET'],
        requestHeaders: ['authorization'],
        errors: [{ name: 'bad gateway', path: '/crash', status: 503 }],
      },
    ],
  },
  right: ['high origin-missing on /items; answered by Varnish (proxy); to act: operator; no file'],
});
