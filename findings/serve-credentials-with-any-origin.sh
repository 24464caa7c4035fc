#!/usr/bin/env bash
# serve 14.2.7 with --cors, which "sets Access-Control-Allow-Origin to *".
#
# Guess, before it was run: that line, and no other.
# Seen: Access-Control-Allow-Credentials: true stands beside it. The two contradict each other: to a request with credentials
# "*" is no origin (https://fetch.spec.whatwg.org/#concept-cors-check), so that the second line allows nothing, and who reads
# it looks for the fault elsewhere. Access-Control-Allow-Headers is "*", which does not stand for Authorization
# (https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name). Access-Control-Allow-Private-Network is sent as
# well, of a draft that Chromium has replaced by a permission. Configured away by `headers` in serve.json, which take the
# place of them.
#
# Ends with 0 if that is still so. Needs Node 20.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent serve@14.2.7
mkdir files
echo '[]' >files/items.json
cat >look.mjs <<'JS'
import { deepStrictEqual } from 'node:assert';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';

const serve = spawn(process.execPath, ['node_modules/serve/build/main.js', '--cors', '-n', '-l', 'tcp://127.0.0.1:0', 'files']);
const [, port] = await new Promise((resolve) => {
  let said = '';
  serve.stdout.on('data', (text) => {
    said += text;
    const found = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said);
    if (found !== null) resolve(found);
  });
});
const outgoing = request({ host: '127.0.0.1', port, path: '/items.json', headers: { Origin: 'https://app.example.com' } });
const [answer] = await once(outgoing.end(), 'response');
serve.kill();
const seen = Object.entries(answer.headers).filter(([name]) => name.startsWith('access-control-'));
console.log(seen);
deepStrictEqual(Object.fromEntries(seen), {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-credentials': 'true',
  'access-control-allow-private-network': 'true',
});
JS
timeout 120 node look.mjs
