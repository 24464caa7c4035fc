#!/usr/bin/env bash
# sirv-cli 3.0.1 with --cors.
#
# Guess, before it was run: each answer has "Access-Control-Allow-Origin: *", and a page that asks for a range reads which one
# it got.
# Seen: the answer to a path that has no file lacks it. So a page of another origin gets "Failed to fetch" for a 404, and
# cannot tell a missing file from a server that is down. And Range may be sent, but Content-Range and Accept-Ranges are not
# exposed (https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name). serve 14.2.7 has the first line on its 404.
# Configured away by sirv itself in a server of one's own, behind the middleware cors.
#
# Ends with 0 if that is still so. Needs Node 20.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent sirv-cli@3.0.1
mkdir files
echo '[]' >files/items.json
cat >look.mjs <<'JS'
import { deepStrictEqual } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';

const options = ['files', '--cors', '--host', '127.0.0.1', '--port', '0'];
const sirv = spawn(process.execPath, ['node_modules/sirv-cli/bin.js', ...options]);
const [, port] = await new Promise((resolve) => {
  let said = '';
  sirv.stdout.on('data', (text) => {
    said += text;
    const found = /http:\/\/[\w.]+:(\d+)/.exec(said);
    if (found !== null) resolve(found);
  });
});
const ask = async (path) => {
  const headers = { Origin: 'https://app.example.com', Range: 'bytes=0-1' };
  const [answer] = await once(request({ host: '127.0.0.1', port, path, headers }).end(), 'response');
  const { 'access-control-allow-origin': origin, 'access-control-expose-headers': exposed } = answer.headers;
  return [answer.statusCode, origin ?? null, answer.headers['content-range'] ?? null, exposed ?? null];
};
const seen = [await ask('/items.json'), await ask('/nothing.json')];
sirv.kill();
console.log(seen);
deepStrictEqual(seen, [
  [206, '*', 'bytes 0-1/3', null],
  [404, null, null, null],
]);
JS
timeout 120 node look.mjs
