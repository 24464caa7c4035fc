import { app, defineSetup } from './setup.ts';

const services = `
  services:
    app: { loadBalancer: { servers: [{ url: 'http://{{backend}}' }] } }
    down: { loadBalancer: { servers: [{ url: 'http://{{nobody}}' }] } }`;

export default defineSetup({
  source: 'https://doc.traefik.io/traefik/middlewares/http/headers/',
  front: 'traefik',
  backend: 'cors',
  reported: `
http:
  routers:
    api: { rule: 'PathPrefix(\`/items\`)', service: app }
    down: { rule: 'Path(\`/down\`)', service: down }
    crash: { rule: 'Path(\`/crash\`)', service: app }${services}
`,
  corrected: `
http:
  routers:
    api: { rule: 'PathPrefix(\`/items\`)', service: app }
    down: { rule: 'Path(\`/down\`)', middlewares: [cors], service: down }
    crash: { rule: 'Path(\`/crash\`)', middlewares: [cors], service: app }
  middlewares:
    cors:
      headers:
        accessControlAllowOriginList: [${app}]
        accessControlAllowMethods: [GET]
        accessControlAllowHeaders: [authorization]
        addVaryHeader: true${services}
`,
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
          { name: 'crash', path: '/crash', status: 502 },
        ],
      },
    ],
  },
  right: [
    'high origin-missing on /items; answered by Traefik (proxy); to act: operator; Traefik, the middleware headers, in front of an API that sends CORS headers itself',
  ],
});
