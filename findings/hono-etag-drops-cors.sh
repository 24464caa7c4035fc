#!/usr/bin/env bash
# Hono 4.13.19, hono/cors and hono/etag, in either order.
#
# Guess, before it was run: a 304 has the CORS headers that the 200 has, as with Express, Koa, Fastify and hapi.
# Seen: hono/etag takes away every response header that is not on its list, and no CORS header is on it. Where the browser
# asks whether its own copy holds, nothing is lost: what it kept has them. A page that sends If-None-Match itself gets the
# 304, and the CORS check refuses it (https://fetch.spec.whatwg.org/#concept-cors-check), though its CORS-preflight request
# was answered well. Configured away by `retainedHeaders` that hold the CORS headers beside RETAINED_304_HEADERS.
#
# Ends with 0 if that is still so.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module", "private": true }' >package.json
npm install --silent --no-audit --no-fund hono@4.13.19
cat >look.mjs <<'JS'
import { deepStrictEqual } from 'node:assert';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { etag, RETAINED_304_HEADERS } from 'hono/etag';

const origin = 'https://app.example.com';

async function ask(...middleware) {
  const app = new Hono();
  for (const each of middleware) app.use(each);
  app.get('/items', (context) => context.json([]));
  const first = await app.request('/items', { headers: { Origin: origin } });
  const headers = { Origin: origin, 'If-None-Match': first.headers.get('etag') };
  const answers = [first, await app.request('/items', { headers })];
  return answers.map((answer) => [answer.status, answer.headers.get('access-control-allow-origin')]);
}

const listed = cors({ origin: [origin] });
const retaining = etag({ retainedHeaders: ['access-control-allow-origin', ...RETAINED_304_HEADERS] });
const seen = [await ask(listed, etag()), await ask(etag(), listed), await ask(listed, retaining)];
console.log(JSON.stringify(seen));
deepStrictEqual(seen, [
  [[200, origin], [304, null]],
  [[200, origin], [304, null]],
  [[200, origin], [304, origin]],
]);
JS
node look.mjs
