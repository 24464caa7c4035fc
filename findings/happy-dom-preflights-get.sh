#!/usr/bin/env bash
# happy-dom 21.0.4, the DOM that front-end tests run in, as a page of another origin than the API.
#
# Guess, before it was run: a GET without own headers needs no CORS-preflight request, and "*" lets the page read it.
# Seen: an OPTIONS request comes first, for every method. Where its answer lists other methods alone (PUT), GET is refused,
# though a CORS-safelisted method need not be listed. A browser reads the same answer: a red test says nothing of the API.
#
# Ends with 0 if that is still so. Needs Node 20.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent happy-dom@21.0.4
cat >look.mjs <<'JS'
import { createServer } from 'node:http';
import { Window } from 'happy-dom';

const asked = [];
const server = createServer(({ method }, response) => {
  asked.push(method);
  response.setHeader('Access-Control-Allow-Origin', '*');
  if (method === 'OPTIONS') response.setHeader('Access-Control-Allow-Methods', 'PUT');
  response.end('ok');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const window = new Window({ url: 'http://app.example.test' });
const outcome = await window.fetch(`http://127.0.0.1:${server.address().port}/`).then(
  ({ status }) => `read, ${status}`,
  () => 'refused',
);
await window.happyDOM.close();
server.close();
server.closeAllConnections();
console.log(outcome, asked);
if (outcome !== 'refused' || asked.join() !== 'OPTIONS') throw new Error('It was refused after OPTIONS alone.');
JS
timeout 120 node look.mjs
