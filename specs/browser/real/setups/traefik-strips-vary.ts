import { app, defineSetup } from './setup.ts';

const service = `
  services:
    app: { loadBalancer: { servers: [{ url: 'http://{{backend}}' }] } }`;

export default defineSetup({
  source: 'https://doc.traefik.io/traefik/middlewares/http/headers/',
  front: 'traefik',
  backend: 'cors',
  reported: `
http:
  routers:
    api: { rule: 'PathPrefix(\`/\`)', priority: 1, service: app }
    items: { rule: 'Method(\`GET\`)', priority: 2, middlewares: [vary], service: app }
  middlewares:
    vary: { headers: { customResponseHeaders: { Vary: Accept-Encoding } } }${service}
`,
  corrected: `
http:
  routers:
    api: { rule: 'PathPrefix(\`/\`)', priority: 1, service: app }${service}
`,
  policy: {
    trustedOrigins: [app, 'https://admin.example.com'],
    unknownPath: false,
    routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'] }],
  },
  right: [
    'medium vary-origin-missing on /items; answered by Express (application); to act: back end, operator; no file',
  ],
});
