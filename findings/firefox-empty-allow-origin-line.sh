#!/usr/bin/env bash
# Firefox ESR 153.8, driven by Playwright 1.64.1.
#
# Guess, before it was run: several Access-Control-Allow-Origin lines are joined by a comma, whatever the case of their
# names, as header names are case-insensitive. So an empty line beside the right one is refused in each spelling.
# Seen: it is refused only where two lines are spelled "Access-Control-Allow-Origin", to the letter. In any other spelling
# the empty line is overlooked, first or second, and the response is shared. Chromium refuses all of them.
#
# Ends with 0 if that is still so. Needs Node 20, and Firefox as FIREFOX or firefox-esr on the PATH.
set -euo pipefail
firefox="${FIREFOX:-$(command -v firefox-esr)}"
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init --yes >/dev/null
PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --no-audit --no-fund --silent playwright@1.64.1
cat >look.mjs <<'JS'
import { createServer } from 'node:net';
import { firefox } from 'playwright';

const listen = (answer) =>
  new Promise((done) => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', (bytes) => socket.end(answer(bytes.toString('latin1').split(' ')[1])));
    }).listen(0, '127.0.0.1', () => done({ server, port: server.address().port }));
  });
const head = (lines) => ['HTTP/1.1 200 OK', 'Content-Length: 2', 'Connection: close', ...lines, '', 'ok'].join('\r\n');

const page = await listen(() => head(['Content-Type: text/html']));
const own = `http://localhost:${page.port}`;
const canonical = 'Access-Control-Allow-Origin';
const lower = canonical.toLowerCase();
const upper = canonical.toUpperCase();
const answers = {
  'one line': [`${canonical}: ${own}`],
  'an empty line, spelled alike': [`${canonical}: ${own}`, `${canonical}: `],
  'an empty line in lower case': [`${canonical}: ${own}`, `${lower}: `],
  'an empty line in upper case, first': [`${upper}: `, `${canonical}: ${own}`],
  'both in lower case': [`${lower}: ${own}`, `${lower}: `],
};
const names = Object.keys(answers);
const api = await listen((path) => head(['Cache-Control: no-store', ...answers[names[Number(path.slice(1))]]]));

const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: process.argv[2] });
try {
  const tab = await browser.newPage();
  await tab.goto(own);
  const seen = {};
  for (const [index, name] of names.entries()) {
    seen[name] = await tab.evaluate(
      (url) => fetch(url).then(() => 'shared', () => 'refused'),
      `http://127.0.0.1:${api.port}/${index}`,
    );
  }
  console.log(browser.version(), seen);
  const expected = ['shared', 'refused', 'shared', 'shared', 'shared'];
  if (Object.values(seen).join() !== expected.join()) throw new Error(`It was ${expected.join()}.`);
} finally {
  await browser.close();
  page.server.close();
  api.server.close();
}
JS
timeout 120 node look.mjs "$firefox"
