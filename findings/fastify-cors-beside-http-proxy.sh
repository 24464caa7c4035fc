#!/usr/bin/env bash
# Fastify 5.12.8 with its own two plugins, @fastify/cors 11.4.3 and @fastify/http-proxy 11.6.3, both with little more than
# their defaults: an allow list in front of an API.
#
# Guess, before it was run: it starts, and the header lines of the API take the place of those of the allow list.
# Seen: it does not start ("Method ... already declared for route '/*'"). @fastify/cors declares OPTIONS for every path, and
# so does @fastify/http-proxy; neither's manual names the other. It starts with `httpMethods` that do not hold OPTIONS. Then
# the guess holds: "Access-Control-Allow-Origin: *" of the API stands where the allow list was, and its Vary without Origin.
#
# Ends with 0 if that is still so.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module", "private": true }' >package.json
npm install --silent --no-audit --no-fund fastify@5.12.8 @fastify/cors@11.4.3 @fastify/http-proxy@11.6.3
cat >look.mjs <<'JS'
import { deepStrictEqual } from 'node:assert';
import cors from '@fastify/cors';
import proxy from '@fastify/http-proxy';
import fastify from 'fastify';

const api = fastify();
api.get('/items', (request, reply) => {
  reply.headers({ 'access-control-allow-origin': '*', vary: 'accept-encoding' }).send([]);
});
await api.listen({ host: '127.0.0.1', port: 0 });
const upstream = `http://127.0.0.1:${api.server.address().port}`;
const origin = 'https://app.example.com';

async function ask(options) {
  const front = fastify();
  try {
    await front.register(cors, { origin: [origin] });
    await front.register(proxy, { upstream, ...options });
    const { headers } = await front.inject({ url: '/items', headers: { origin } });
    return [headers['access-control-allow-origin'], headers.vary];
  } catch (error) {
    return error.code;
  } finally {
    await front.close();
  }
}

const seen = [await ask({}), await ask({ httpMethods: ['GET', 'POST'] })];
await api.close();
console.log(seen);
deepStrictEqual(seen, ['FST_ERR_DUPLICATED_ROUTE', ['*', 'accept-encoding']]);
JS
node look.mjs
