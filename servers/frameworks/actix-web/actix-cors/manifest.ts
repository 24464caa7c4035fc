import { defineFix } from '../../../../src/fix/fix.ts';

export default defineFix({
  id: 'actix-web-actix-cors',
  stack: 'actix-web',
  variant: 'actix-cors',
  role: 'api',
  systems: ['actix-web-4'],
  preferred: true,
  printed: 'cors.rs',
  language: 'rust',
  install: 'cargo add actix-cors',
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
  plainOptions: { status: 405, why: 'Actix Web has no route for it.' },
  sentToAll: {
    names: ['access-control-allow-credentials', 'access-control-expose-headers'],
    why: 'The middleware leaves out Access-Control-Allow-Origin alone, and without that the others mean nothing.',
  },
  notes: ['Wrap the app itself, last: App::new().wrap(allow_origins()).wrap(vary_by_origin()).'],
  broken: [
    {
      id: 'scope-beside',
      defect: 'The middleware wraps a scope, and the route is not in it.',
      seen: { by: 'browser', scenario: 'simple GET', diagnosis: 'origin-missing' },
      hint: {
        on: 'any',
        text: 'A route outside the scope or resource that actix-cors wraps does not pass it, and neither does the 404 of an unknown path: wrap the app itself, App::new().wrap(allow_origins()).',
      },
    },
    {
      id: 'permissive',
      defect: 'Cors::permissive() says yes to everybody, with credentials.',
      seen: { by: 'wire', expectation: 'GET, untrusted', diagnosis: 'any-origin-with-credentials' },
    },
  ],
});
