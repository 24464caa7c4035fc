#!/usr/bin/env bash
# S3rver 3.7.1, which stands for S3 in tests, with a bucket whose CORSConfiguration names one origin and 600 seconds.
#
# Guess, before it was run: the CORS-preflight response names the origin, allows credentials and has Max-Age, as that of S3
# does; Max-Age on any other response means nothing (https://fetch.spec.whatwg.org/#http-access-control-max-age).
# Seen: the CORS-preflight response says "*", without credentials and without Max-Age; the answer to GET names the origin,
# allows credentials, and has the Max-Age. So an upload with credentials, or with a token that the browser holds, works on S3
# and is refused in tests, and every PUT is preceded by a CORS-preflight request. Not configured away: ask without
# credentials in tests.
#
# Ends with 0 if that is still so. Needs Node 20.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
npm install --no-audit --no-fund --silent s3rver@3.7.1
cat >look.mjs <<'JS'
import S3rver from 's3rver';

const rules = `<CORSConfiguration><CORSRule><AllowedOrigin>https://app.example.com</AllowedOrigin>
<AllowedMethod>GET</AllowedMethod><AllowedMethod>PUT</AllowedMethod><AllowedHeader>authorization</AllowedHeader>
<MaxAgeSeconds>600</MaxAgeSeconds></CORSRule></CORSConfiguration>`;
const server = new S3rver({
  address: '127.0.0.1',
  port: 0,
  silent: true,
  directory: 'data',
  configureBuckets: [{ name: 'api', configs: [rules] }],
});
const { port } = await server.run();
const seen = async (method, headers) => {
  const answer = await fetch(`http://127.0.0.1:${port}/api/item`, {
    method,
    headers: { Origin: 'https://app.example.com', ...headers },
  });
  const line = (name) => answer.headers.get(`access-control-${name}`);
  return [line('allow-origin'), line('allow-credentials'), line('max-age')];
};
const answers = {
  preflight: await seen('OPTIONS', {
    'Access-Control-Request-Method': 'PUT',
    'Access-Control-Request-Headers': 'authorization',
  }),
  get: await seen('GET', {}),
};
await server.close();
console.log(answers);
const expected = { preflight: ['*', null, null], get: ['https://app.example.com', 'true', '600'] };
if (JSON.stringify(answers) !== JSON.stringify(expected)) throw new Error('It was another one.');
JS
timeout 120 node look.mjs
