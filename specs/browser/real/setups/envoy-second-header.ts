import { app, defineSetup } from './setup.ts';

const filters = `
http_filters:
  - name: envoy.filters.http.router
    typed_config: { '@type': type.googleapis.com/envoy.extensions.filters.http.router.v3.Router }`;

export default defineSetup({
  source: 'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/headers',
  front: 'envoy',
  backend: 'cors',
  reported: `${filters}
route_config:
  response_headers_to_add: [{ header: { key: Access-Control-Allow-Origin, value: ${app} } }]
  virtual_hosts: [{ name: api, domains: ['*'], routes: [{ match: { prefix: / }, route: { cluster: app } }] }]
`,
  corrected: `${filters}
route_config:
  virtual_hosts: [{ name: api, domains: ['*'], routes: [{ match: { prefix: / }, route: { cluster: app } }] }]
`,
  policy: {
    trustedOrigins: [app],
    unknownPath: false,
    routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'] }],
  },
  right: [
    'high origin-multiple on /items; answered by Express (application); to act: back end, operator; Envoy, the filters cors and header_mutation, in front of an API that sends CORS headers itself',
    'high preflight-origin-multiple on /items; answered by Express (application); to act: back end, operator; Envoy, the filters cors and header_mutation, in front of an API that sends CORS headers itself',
  ],
});
