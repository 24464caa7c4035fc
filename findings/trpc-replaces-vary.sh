#!/usr/bin/env bash
# tRPC 11.25.2, its standalone server with the package cors 2.8.6 as its middleware.
#
# Guess, before it was run: what the middleware sets stays on the answer, so that an allow list of one origin gives
# "Vary: Origin" on each.
# Seen: the CORS-preflight response has it. The answer to a query has "Vary: trpc-accept, accept" in its place, though its
# Access-Control-Allow-Origin depends on Origin: a cache may hand the copy of one page's origin to another.
#
# Ends with 0 if that is still so. Needs Node 20.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent @trpc/server@11.25.2 cors@2.8.6 typescript@5.9.3
cat >look.mjs <<'JS'
import { initTRPC } from '@trpc/server';
import { createHTTPServer } from '@trpc/server/adapters/standalone';
import cors from 'cors';

const origin = 'https://app.example.com';
const { procedure, router } = initTRPC.create();
const server = createHTTPServer({
  middleware: cors({ origin: [origin] }),
  router: router({ items: procedure.query(() => []) }),
});
server.listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const address = `http://127.0.0.1:${server.address().port}/items`;
const seen = async (init) => {
  const { headers } = await fetch(address, init);
  return [headers.get('access-control-allow-origin'), headers.get('vary')];
};
const answers = {
  query: await seen({ headers: { origin } }),
  preflight: await seen({ method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST' } }),
};
server.close();
server.closeAllConnections();
console.log(answers);
const expected = {
  query: [origin, 'trpc-accept, accept'],
  preflight: [origin, 'Origin, Access-Control-Request-Headers'],
};
if (JSON.stringify(answers) !== JSON.stringify(expected)) throw new Error('It was another one.');
JS
timeout 120 node look.mjs
