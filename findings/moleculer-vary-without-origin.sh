#!/usr/bin/env bash
# moleculer-web 0.10.8 on Moleculer 0.14.36, with an allow list of one origin.
#
# Guess, before it was run: "Vary: Origin" stands on every answer, as what it allows depends on Origin.
# Seen: a request without Origin (an image, a link, a crawler) is answered without Vary and without CORS headers. A cache
# that keeps this copy may hand it to the page that is allowed, which then is refused.
#
# Ends with 0 if that is still so. Needs Node 20.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent moleculer@0.14.36 moleculer-web@0.10.8
cat >look.mjs <<'JS'
import moleculer from 'moleculer';
import web from 'moleculer-web';

const broker = new moleculer.ServiceBroker({ logger: false });
const service = broker.createService({
  name: 'api',
  mixins: [web],
  settings: {
    port: 0,
    ip: '127.0.0.1',
    cors: { origin: ['https://app.example.com'] },
    routes: [{ path: '/', aliases: { 'GET items': (_, response) => response.end('[]') } }],
  },
});
await broker.start();
const address = `http://127.0.0.1:${service.server.address().port}/items`;
const seen = async (headers) => {
  const { status, headers: got } = await fetch(address, { headers });
  return [status, got.get('access-control-allow-origin'), got.get('vary')];
};
const answers = { allowed: await seen({ origin: 'https://app.example.com' }), withoutOrigin: await seen({}) };
console.log(answers);
const expected = { allowed: [200, 'https://app.example.com', 'Origin'], withoutOrigin: [200, null, null] };
await broker.stop();
if (JSON.stringify(answers) !== JSON.stringify(expected)) throw new Error('It was another one.');
JS
timeout 120 node look.mjs
