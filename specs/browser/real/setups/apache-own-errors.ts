import { app, defineSetup } from './setup.ts';

export default defineSetup({
  source: 'https://httpd.apache.org/docs/2.4/mod/mod_headers.html#header',
  front: 'apache',
  backend: 'silent',
  reported: `
      ProxyPass /down http://{{nobody}}/
      ProxyPass / http://{{backend}}/
      SetEnvIf Origin "^https://app\\.example\\.com$" TRUSTED=$0
      Header set Access-Control-Allow-Origin "%{TRUSTED}e" env=TRUSTED
      Header merge Vary Origin`,
  corrected: `
      ProxyPass /down http://{{nobody}}/
      ProxyPass / http://{{backend}}/
      SetEnvIf Origin "^https://app\\.example\\.com$" TRUSTED=$0
      Header always set Access-Control-Allow-Origin "%{TRUSTED}e" env=TRUSTED
      Header always merge Vary Origin`,
  policy: {
    trustedOrigins: [app],
    unknownPath: false,
    routes: [{ path: '/items', methods: ['GET'], errors: [{ name: 'down', path: '/down', status: 503 }] }],
  },
  right: [
    'high origin-missing on /items; answered by Apache httpd (proxy); to act: operator; Apache httpd, reverse proxy for an API that sends CORS headers itself',
  ],
});
