import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as playwright from '@playwright/test';
import { engines } from '../dist/fixtures/engines.js';
import { findBrowser } from '../dist/src/browser/find-browser.js';
import { guardProcess } from '../dist/src/browser/guard-process.js';
import { startDisplay } from '../dist/src/browser/start-display.js';
import { miniBrowserEnvironment } from '../dist/src/probe/webkit/minibrowser-environment.js';

const timeoutMs = 300_000;

/**
 * Resolves to the milliseconds that a page in the browser of the engine `id`, with nothing of the harness around it,
 * takes for a GET request with `headers` to each of `urls`, with `inFlight` under way at once. The page times itself, and posts the
 * result.
 */
export async function timeBareLoop(id, urls, headers, inFlight) {
  let report = () => {};
  const result = new Promise((resolve, reject) => {
    report = resolve;
    setTimeout(() => reject(new Error(`The bare loop in ${id} did not end.`)), timeoutMs).unref();
  });
  const server = createServer((request, response) => {
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => report(JSON.parse(body)));
    }
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<script type="module">(${loop})(${JSON.stringify(urls)}, ${JSON.stringify(headers)}, ${inFlight})</script>`,
    );
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = await open(id, `http://localhost:${server.address().port}/`);
  try {
    const { milliseconds, shared } = await result;
    if (shared !== urls.length / 2)
      throw new Error(`${shared} of ${urls.length} requests were shared in ${id}.`);
    return milliseconds;
  } finally {
    await close();
    server.close();
    server.closeAllConnections();
  }
}

/** Runs in the page, as source text. */
async function loop(urls, headers, inFlight) {
  let next = 0;
  let shared = 0;
  const lane = async () => {
    for (let url = urls[next++]; url !== undefined; url = urls[next++]) {
      try {
        const response = await fetch(url, { headers });
        await response.arrayBuffer();
        shared += 1;
      } catch {
        // Half of them are refused.
      }
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: inFlight }, lane));
  const milliseconds = performance.now() - startedAt;
  await fetch(globalThis.location.href, { method: 'POST', body: JSON.stringify({ milliseconds, shared }) });
}

/** Opens `url` in the engine's browser. Returns what closes that. */
async function open(id, url) {
  const executablePath = findBrowser(engines[id])?.executablePath ?? undefined;
  if (id === 'webkit' && executablePath !== undefined) return openMiniBrowser(executablePath, url);
  const browser = await playwright[id].launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    ...(id === 'firefox' && executablePath !== undefined ? { channel: 'moz-firefox' } : {}),
    args: engines[id].args,
  });
  const page = await browser.newPage();
  await page.goto(url);
  return () => browser.close();
}

/** Opens WebKitGTK's own browser, which Playwright does not drive. */
async function openMiniBrowser(executablePath, url) {
  const display = await startDisplay();
  const folder = mkdtempSync(join(tmpdir(), 'cors-conformance-bench-'));
  const { pid } = spawn(executablePath, [url], {
    stdio: 'ignore',
    detached: true,
    env: miniBrowserEnvironment(display.name, folder),
  });
  const guard = guardProcess(pid, folder);
  return () => {
    guard.end();
    display.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
