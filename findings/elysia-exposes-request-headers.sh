#!/usr/bin/env bash
# Elysia 1.4.30 with @elysiajs/cors 1.4.2, on Node by @elysiajs/node 1.4.5, with nothing said of exposed headers.
#
# Guess, before it was run: no Access-Control-Expose-Headers, or the header lines of the response.
# Seen: it lists the names of the *request's* header lines. So a page reads none of the response's own (X-Total-Count), and
# the list changes with the browser that asks.
#
# Ends with 0 if that is still so. Needs Node 20.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent elysia@1.4.30 @elysiajs/cors@1.4.2 @elysiajs/node@1.4.5
cat >look.mjs <<'JS'
import { once } from 'node:events';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { cors } from '@elysiajs/cors';
import { node } from '@elysiajs/node';
import { Elysia } from 'elysia';

const free = createServer().listen(0, '127.0.0.1');
await once(free, 'listening');
const { port } = free.address();
await new Promise((resolve) => free.close(resolve));

const app = new Elysia({ adapter: node() })
  .use(cors({ origin: ['https://app.example.com'] }))
  .get('/items', ({ set }) => {
    set.headers['x-total-count'] = '5';
    return '[]';
  });
await new Promise((resolve) => app.listen({ port, hostname: '127.0.0.1' }, resolve));
const asked = request({
  host: '127.0.0.1',
  port,
  path: '/items',
  headers: { origin: 'https://app.example.com', 'x-asked': '1', connection: 'close' },
}).end();
const [response] = await once(asked, 'response');
const listed = response.headers['access-control-expose-headers'];
console.log(response.statusCode, response.headers['x-total-count'], listed);
if (listed !== 'connection, host, origin, x-asked') throw new Error('It was "connection, host, origin, x-asked".');
process.exit();
JS
timeout 120 node look.mjs
