#!/usr/bin/env bash
# cors 2.8.6 on Express 5.3.0, with the line of its README for the CORS-preflight requests of all routes: app.options('*',
# cors()).
#
# Guess, before it was run: the README, published after Express 5, shows what runs there.
# Seen: its line ends the program at the start ("Missing parameter name"): a path of Express 5 has no bare "*"
# (https://expressjs.com/en/guide/migrating-5.html#path-syntax). Whoever catches that, or takes the line out, may find
# CORS-preflight requests unanswered. Configured away by app.use(cors()), which answers them for every path, or by
# app.options('/{*any}', cors()).
#
# Ends with 0 if that is still so. Needs Node 20.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "type": "module", "private": true }' >package.json
npm install --silent --no-audit --no-fund cors@2.8.6 express@5.3.0
cat >look.mjs <<'JS'
import { deepStrictEqual } from 'node:assert';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import cors from 'cors';
import express from 'express';

const readme = readFileSync('node_modules/cors/README.md', 'utf8');

async function ask(path) {
  const app = express();
  try {
    app.options(path, cors());
  } catch (error) {
    return error.message.split(';')[0];
  }
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const headers = { Origin: 'https://app.example.com', 'Access-Control-Request-Method': 'PUT' };
  const options = { host: '127.0.0.1', port: server.address().port, method: 'OPTIONS', path: '/items', headers };
  const [answer] = await once(request(options).end(), 'response');
  server.close();
  return answer.headers['access-control-allow-origin'];
}

const seen = [readme.includes("app.options('*', cors())"), await ask('*'), await ask('/{*any}')];
console.log(seen);
deepStrictEqual(seen, [true, 'Missing parameter name at index 1: *', '*']);
JS
timeout 120 node look.mjs
