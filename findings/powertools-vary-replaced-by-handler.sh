#!/usr/bin/env bash
# @aws-lambda-powertools/event-handler 2.35.0 (TypeScript), its middleware cors with a list of origins, behind an API
# gateway's event.
#
# Guess, before it was run: Vary names Origin, whatever the handler's own Vary is.
# Seen: the middleware sets its lines before the handler runs. A handler that returns a Response with a Vary of its own (as
# what compresses or translates does) takes away "Vary: Origin"; Access-Control-Allow-Origin stays. A shared cache such as a
# content delivery network then hands one page the copy of another, which is refused
# (https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches). An answer to an origin that is not on the list, or to none,
# has no Vary at all. Configured away by a handler that names Origin itself: "Vary: Accept-Encoding, Origin".
#
# Ends with 0 if that is still so.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module", "private": true }' >package.json
npm install --silent --no-audit --no-fund @aws-lambda-powertools/event-handler@2.35.0
cat >look.mjs <<'JS'
import { deepStrictEqual } from 'node:assert';
import { Router } from '@aws-lambda-powertools/event-handler/http';
import { cors } from '@aws-lambda-powertools/event-handler/http/middleware';

const app = new Router();
app.use(cors({ origin: ['https://app.example.com', 'https://admin.example.com'] }));
app.get('/plain', () => ({ items: [] }));
app.get('/varying', () => new Response('[]', { headers: { vary: 'accept-encoding' } }));

async function ask(path, origin) {
  const { headers } = await app.resolve(
    {
      httpMethod: 'GET',
      path,
      resource: path,
      headers: { Host: 'api.example.com', Origin: origin },
      multiValueHeaders: {},
      queryStringParameters: null,
      multiValueQueryStringParameters: null,
      pathParameters: null,
      stageVariables: null,
      body: null,
      isBase64Encoded: false,
      requestContext: { httpMethod: 'GET', path, stage: 'test', domainName: 'api.example.com' },
    },
    {},
  );
  return [path, headers['access-control-allow-origin'] ?? null, headers.vary ?? null];
}

const seen = [
  await ask('/plain', 'https://app.example.com'),
  await ask('/varying', 'https://app.example.com'),
  await ask('/plain', 'https://other.example.com'),
];
console.log(seen);
deepStrictEqual(seen, [
  ['/plain', 'https://app.example.com', 'Origin'],
  ['/varying', 'https://app.example.com', 'accept-encoding'],
  ['/plain', null, null],
]);
JS
node look.mjs
