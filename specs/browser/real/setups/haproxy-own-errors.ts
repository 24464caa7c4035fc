import { app, defineSetup } from './setup.ts';

export default defineSetup({
  source: 'jcmoraisjr/haproxy-ingress#1391',
  front: 'haproxy',
  backend: 'silent',
  reported: `
frontend public
  bind {{port}}
  http-request set-var(txn.origin) req.hdr(origin) if { req.hdr(origin) -m str https://app.example.com }
  http-request deny deny_status 403 if { path /denied }
  http-response set-header Access-Control-Allow-Origin %[var(txn.origin)] if { var(txn.origin) -m found }
  http-response set-header Vary Origin
  default_backend api
backend api
  server one {{backend}}
`,
  corrected: `
frontend public
  bind {{port}}
  http-request set-var(txn.origin) req.hdr(origin) if { req.hdr(origin) -m str https://app.example.com }
  http-request deny deny_status 403 if { path /denied }
  http-after-response set-header Access-Control-Allow-Origin %[var(txn.origin)] if { var(txn.origin) -m found }
  http-after-response set-header Vary Origin
  default_backend api
backend api
  server one {{backend}}
`,
  policy: {
    trustedOrigins: [app],
    unknownPath: false,
    routes: [
      {
        path: '/items',
        methods: ['GET'],
        errors: [
          { name: 'denied', path: '/denied', status: 403 },
          { name: 'gateway timeout', path: '/late', status: 504 },
          { name: 'bad gateway', path: '/crash', status: 502 },
        ],
      },
    ],
  },
  right: [
    'high origin-missing on /items; answered by HAProxy (proxy); to act: operator; HAProxy, frontend of an API',
  ],
});
