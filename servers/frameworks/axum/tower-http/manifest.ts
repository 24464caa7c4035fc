import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'axum-tower-http',
  stack: 'axum',
  variant: 'tower_http::cors',
  role: 'api',
  systems: ['axum-0'],
  preferred: true,
  printed: 'cors.rs',
  language: 'rust',
  install: 'cargo add tower-http --features cors',
  backend: 'none',
  start: {
    argv: [
      'sh',
      '-c',
      'sed "s/\\"server\\"/\\"server-$$\\"/" {system}/Cargo.toml > Cargo.toml && cp {system}/Cargo.lock . && cargo build --offline --locked --quiet && mv {system}/target/debug/server-$$ server && rm -f {system}/target/debug/deps/server_$$-* && exec ./server',
    ],
    env: { CARGO_TARGET_DIR: '{system}/target', CARGO_HOME: '{system}/cargo' },
    ready: { kind: 'line', startsWith: 'listening on port ' },
    port: 'own',
  },
  plainOptions: { status: 200, why: 'The layer takes every OPTIONS request for a CORS-preflight request.' },
  sentToAll: {
    names: [
      'access-control-allow-credentials',
      'access-control-allow-headers',
      'access-control-allow-methods',
      'access-control-expose-headers',
      'access-control-max-age',
    ],
    why: 'The layer leaves out Access-Control-Allow-Origin alone, and without that the others mean nothing.',
  },
  notes: ['Call .layer(allow_origins()) on the router last: routes that are added after it do not pass it.'],
  broken: [
    {
      id: 'layer-first',
      defect: 'The layer is added before the routes, and a layer is for the routes above it alone.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'A layer of axum is for the routes that the router has when it is added: a route that comes after .layer(allow_origins()), or is merged or nested after it, does not pass it. Call it last, on the whole router.',
      },
    },
    {
      id: 'very-permissive',
      defect: 'CorsLayer::very_permissive() says yes to everybody, with credentials.',
      seen: { by: 'wire', expectation: 'GET, untrusted', diagnosis: 'any-origin-with-credentials' },
    },
    {
      id: 'wildcard-with-credentials',
      defect: 'Any origin is allowed together with credentials, and the layer refuses to be made.',
      seen: { by: 'start', prints: 'Invalid CORS configuration' },
    },
  ],
});
