#!/usr/bin/env bash
# jsdom 26.1.0, the DOM that front-end tests run in, as a page of another origin than the API.
#
# Guess, before it was run: "Access-Control-Expose-Headers: *" exposes every response header to a request without
# credentials, as the Fetch standard has it; and a CORS-preflight response with Max-Age spares the next one.
# Seen: with "*" the page reads no header that is not safelisted, and reads it once its name is listed. Each request has a
# CORS-preflight request of its own, whatever Max-Age says.
#
# Ends with 0 if that is still so. Needs Node 20.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent jsdom@26.1.0
cat >look.mjs <<'JS'
import { createServer } from 'node:http';
import { JSDOM, VirtualConsole } from 'jsdom';

const asked = [];
const server = createServer(({ method, url }, response) => {
  asked.push(method);
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Methods', 'PUT');
  response.setHeader('Access-Control-Max-Age', '600');
  response.setHeader('Access-Control-Expose-Headers', url === '/star' ? '*' : 'X-Total-Count');
  response.setHeader('X-Total-Count', '5');
  response.end('ok');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const { window } = new JSDOM('', { url: 'http://app.example.test', virtualConsole: new VirtualConsole() });
const total = (path) =>
  new Promise((resolve, reject) => {
    const request = new window.XMLHttpRequest();
    request.open('PUT', `http://127.0.0.1:${server.address().port}${path}`);
    request.onload = () => resolve(request.getResponseHeader('X-Total-Count'));
    request.onerror = () => reject(new Error('It was refused.'));
    request.send();
  });
const seen = [await total('/star'), await total('/star'), await total('/named')];
window.close();
server.close();
server.closeAllConnections();
console.log(seen, asked);
const expected = [null, null, '5', 'OPTIONS', 'PUT', 'OPTIONS', 'PUT', 'OPTIONS', 'PUT'];
if (JSON.stringify([...seen, ...asked]) !== JSON.stringify(expected)) throw new Error('It was another one.');
JS
timeout 120 node look.mjs
