#!/usr/bin/env bash
# itty-router 5.0.24, cors() with an allow list of two origins and exposeHeaders.
#
# Guess, before it was run: Access-Control-Expose-Headers stands on the answer to the actual request.
# Seen: it stands on the CORS-preflight response alone, where no browser reads it: what a page may read is taken from the
# response itself (https://fetch.spec.whatwg.org/#concept-response-cors-exposed-header-name-list). A page reads no
# X-Total-Count. And no answer has Vary, though it depends on Origin: a cache may hand one page the other's copy
# (https://www.rfc-editor.org/rfc/rfc9111#section-4.1). Both are configured away by setting the two lines in a `finally`
# handler behind corsify.
#
# Ends with 0 if that is still so. Needs Node 20.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent itty-router@5.0.24
cat >look.mjs <<'JS'
import { AutoRouter, cors } from 'itty-router';

const { preflight, corsify } = cors({
  origin: ['https://app.example.com', 'https://admin.example.com'],
  allowMethods: ['GET', 'PUT'],
  exposeHeaders: ['x-total-count'],
});
const router = AutoRouter({ before: [preflight], finally: [corsify] });
router.get('/items', () => Response.json([], { headers: { 'X-Total-Count': '5' } }));
const seen = async (method, headers) => {
  const request = new Request('http://api.example/items', { method, headers });
  const { headers: got } = await router.fetch(request);
  return ['access-control-allow-origin', 'access-control-expose-headers', 'vary'].map((name) => got.get(name));
};
const origin = 'https://admin.example.com';
const answers = [
  await seen('GET', { origin }),
  await seen('OPTIONS', { origin, 'access-control-request-method': 'PUT' }),
];
console.log(answers);
const expected = [
  [origin, null, null],
  [origin, 'x-total-count', null],
];
if (JSON.stringify(answers) !== JSON.stringify(expected)) throw new Error('It was another one.');
JS
timeout 120 node look.mjs
