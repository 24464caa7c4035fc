#!/usr/bin/env bash
# @middy/http-cors 6.4.5 with @middy/http-error-handler 6.4.5 on @middy/core 6.4.5, in the order in which a response is made:
# first the error handler, then what adds headers to whatever it answers.
#
# Guess, before it was run: the 500 that the error handler makes has the CORS headers, as every response has.
# Seen: it has none. On an error the middlewares run from the last one to the first: http-cors, which stands last, finds no
# response yet and does nothing. A page gets "Failed to fetch" in place of its 500, or of any HttpError (422, 404), while the
# answers that are in order are read. Configured away by the other order, http-cors before http-error-handler.
#
# Ends with 0 if that is still so. Needs Node 20.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module", "private": true }' >package.json
npm install --silent --no-audit --no-fund @middy/core@6.4.5 @middy/http-cors@6.4.5 @middy/http-error-handler@6.4.5
cat >look.mjs <<'JS'
import { deepStrictEqual } from 'node:assert';
import middy from '@middy/core';
import httpCors from '@middy/http-cors';
import httpErrorHandler from '@middy/http-error-handler';

const origin = 'https://app.example.com';
const cors = httpCors({ origins: [origin] });
const errors = httpErrorHandler({ logger: false, fallbackMessage: 'Internal Server Error' });
const event = { httpMethod: 'GET', path: '/items', headers: { Origin: origin } };
const context = { getRemainingTimeInMillis: () => 1000 };

async function ask(...middlewares) {
  const handler = middy().use(middlewares).handler(() => {
    throw new Error('uncaught');
  });
  const { statusCode, headers } = await handler(structuredClone(event), context);
  return [statusCode, headers['Access-Control-Allow-Origin'] ?? null];
}

const seen = [await ask(errors, cors), await ask(cors, errors)];
console.log(seen);
deepStrictEqual(seen, [
  [500, null],
  [500, origin],
]);
JS
timeout 60 node look.mjs
