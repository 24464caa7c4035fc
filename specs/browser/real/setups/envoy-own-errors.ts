import { app, defineSetup } from './setup.ts';

const router = `
  - name: envoy.filters.http.router
    typed_config: { '@type': type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }`;

// The filter cors reaches no answer of direct_response.
const denied = `
        - match: { path: /denied }
          direct_response: { status: 403 }`;
const headers = `
          response_headers_to_add: [{ header: { key: Access-Control-Allow-Origin, value: ${app} } }]`;

const routes = `
        - { match: { path: /down }, route: { cluster: down } }
        - { match: { path: /late }, route: { cluster: app, timeout: 0.2s } }
        - { match: { prefix: /items }, route: { cluster: app } }`;

export default defineSetup({
  source: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/local_reply',
  front: 'envoy',
  backend: 'cors',
  reported: `
http_filters:${router}
route_config:
  virtual_hosts:
    - name: api
      domains: ['*']
      routes:${denied}${routes}
`,
  corrected: `
http_filters:
  - name: envoy.filters.http.header_mutation
    typed_config:
      '@type': type.googleapis.com/envoy.extensions.filters.http.header_mutation.v3.HeaderMutation
      mutations: { response_mutations: [{ append: { header: { key: Vary, value: Origin } } }] }
  - name: envoy.filters.http.cors
    typed_config: { '@type': type.googleapis.com/envoy.extensions.filters.http.cors.v3.Cors }${router}
route_config:
  virtual_hosts:
    - name: api
      domains: ['*']
      typed_per_filter_config:
        envoy.filters.http.cors:
          '@type': type.googleapis.com/envoy.extensions.filters.http.cors.v3.CorsPolicy
          allow_origin_string_match: [{ exact: ${app} }]
          allow_methods: GET
          allow_headers: authorization
      routes:${denied}${headers}${routes}
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
          { name: 'down', path: '/down', status: 503 },
          { name: 'late', path: '/late', status: 504 },
          { name: 'denied', path: '/denied', status: 403 },
        ],
      },
    ],
  },
  right: [
    'high origin-missing on /items; answered by Envoy (proxy); to act: operator; Envoy, the filters cors and header_mutation, in front of an API that sends CORS headers itself',
  ],
});
