/**
 * Records what a page asks an API of another origin, as Playwright writes it: specs/pure/sketch/recorded/<engine>.har; and
 * what a page asks that signs in, with a WebSocket, an event stream and an upload, and in Chromium a page of an extension:
 * <engine>-signed-in.har, with the bodies. WebKitGTK has no such recorder. The values that are secrets are made up, and no
 * answer needs them.
 */
import { chromium, firefox, type LaunchOptions } from '@playwright/test';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engines } from '../fixtures/engines.ts';
import { closeServer, listenOnLoopback } from '../servers/loopback.ts';
import { findBrowser } from '../src/browser/find-browser.ts';
import type { EngineId } from '../src/model.ts';

const pages = createServer((_, response) => {
  response.setHeader('Content-Type', 'text/html').end('<!doctype html><title>App</title>');
});
const api = createServer(({ method = '', headers, url = '' }, response) => {
  const { origin } = headers;
  if (origin !== undefined) response.setHeader('Access-Control-Allow-Origin', origin);
  response.setHeader('Access-Control-Allow-Credentials', 'true').setHeader('Vary', 'Origin');
  if (method === 'OPTIONS') {
    response.setHeader('Access-Control-Allow-Methods', 'GET, PUT, DELETE');
    response.setHeader(
      'Access-Control-Allow-Headers',
      'Authorization, Content-Type, X-Api-Key, X-Csrf-Token, X-Requested-With',
    );
    response.writeHead(204).end();
    return;
  }
  if (url === '/v1/events') {
    response.setHeader('Content-Type', 'text/event-stream');
    response.end('data: hello\n\n');
    return;
  }
  const cookie = { '/v1/session': 'sid=made-up-session-4f1c', '/v1/csrf': 'csrf=made-up-csrf-77a1' }[url];
  if (cookie !== undefined) response.setHeader('Set-Cookie', `${cookie}; Path=/; HttpOnly`);
  response.setHeader('Content-Type', 'application/json').setHeader('Cache-Control', 'no-store');
  response.writeHead(url.includes('missing') ? 404 : method === 'DELETE' ? 204 : 200);
  const tokens = {
    '/v1/csrf': { csrf: { token: 'made-up-csrf-77a1' } },
    '/v1/token': { access_token: 'made-up-token-9b2e77' },
  };
  response.end(
    method === 'DELETE'
      ? ''
      : JSON.stringify(Object.entries(tokens).find(([path]) => path === url)?.[1] ?? {}),
  );
});
api.on('upgrade', ({ headers }, socket) => {
  const key = `${headers['sec-websocket-key'] ?? ''}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`;
  const accept = createHash('sha1').update(key).digest('base64');
  const lines = ['HTTP/1.1 101 Switching Protocols', 'Upgrade: websocket', 'Connection: Upgrade'];
  socket.end(
    [...lines, `Sec-WebSocket-Accept: ${accept}`, 'Sec-WebSocket-Protocol: chat', '', ''].join('\r\n'),
  );
});

/** Runs in the page. */
async function ask(base: string): Promise<void> {
  const include = { credentials: 'include' } as const;
  const bearer = { authorization: 'Bearer made-up-token-9b2e77' };
  await fetch(`${base}/session`, { ...include, method: 'POST' });
  for (const id of [1, 2, 37])
    await fetch(`${base}/users/${id}`, { ...include, headers: { 'x-requested-with': 'XMLHttpRequest' } });
  await fetch(`${base}/users/37`, {
    ...include,
    method: 'PUT',
    headers: { ...bearer, 'content-type': 'application/json' },
    body: '{"password":"made-up-password"}',
  });
  await fetch(`${base}/users/37`, { ...include, method: 'DELETE', headers: bearer });
  await fetch(`${base}/users/missing`, include);
  await fetch(`${base}/reports/2026-05-01?page=2&access_token=made-up-token-in-query`);
  await fetch(`${base}/reports/2026-06-01?page=1`, { headers: { 'x-api-key': 'made-up-key-31337' } });
  await fetch(`${base}/items/0b8f4c1e-6a5d-4c62-9f53-1f0f0b4f7a11`);
  const image = new Image();
  await new Promise<void>((done) => {
    image.onerror = () => done();
    image.src = `${base}/logo.png`;
  });
}

/** Runs in the page, too. */
async function signIn(base: string): Promise<void> {
  const include = { credentials: 'include' } as const;
  const json = { 'content-type': 'application/json' };
  const { csrf } = await (await fetch(`${base}/csrf`, include)).json();
  const own = { 'x-csrf-token': csrf.token };
  const body = JSON.stringify({ user: 'made-up-user', password: 'made-up-password' });
  await fetch(`${base}/session`, { ...include, method: 'POST', headers: { ...json, ...own }, body });
  await fetch(`${base}/me`, include);
  const form = new FormData();
  form.append('title', 'made-up-title');
  form.append('photo', new File(['made-up-photo'], 'cat.png', { type: 'image/png' }));
  await fetch(`${base}/photos`, { ...include, method: 'POST', headers: own, body: form });
  const scope = new URLSearchParams({ scope: 'made-up-scope' });
  const given = await (await fetch(`${base}/token`, { method: 'POST', body: scope })).json();
  await fetch(`${base}/orders/1`, { headers: { authorization: `Bearer ${given.access_token}` } });
  await new Promise<void>((done) => {
    const events = new EventSource(`${base}/events`, { withCredentials: true });
    events.onmessage = () => {
      events.close();
      done();
    };
  });
  await new Promise<void>((done) => {
    const socket = new WebSocket(`${base.replace('http', 'ws')}/socket`, ['chat']);
    socket.onclose = () => done();
  });
}

/** Returns how an engine is launched; null where it is not here. */
function launchOptions(id: EngineId): (LaunchOptions & { readonly args: string[] }) | null {
  const engine = engines[id];
  const found = engine === undefined ? null : findBrowser(engine);
  if (engine === undefined || found === null) return null;
  const path = found.executablePath === null ? {} : { executablePath: found.executablePath };
  return id === 'chromium'
    ? { args: [...engine.args], ...path }
    : { args: [], channel: 'moz-firefox', ...path };
}

const folder = new URL('../specs/pure/sketch/recorded/', import.meta.url);
await mkdir(folder, { recursive: true });
const app = `http://localhost:${await listenOnLoopback(pages)}`;
const base = `http://localhost:${await listenOnLoopback(api)}/v1`;
const browsers = [
  ['chromium', chromium],
  ['firefox', firefox],
] as const;
for (const [id, type] of browsers) {
  const options = launchOptions(id);
  if (options === null) continue;
  const path = fileURLToPath(new URL(`${id}.har`, folder));
  const browser = await type.launch(options);
  const context = await browser.newContext({ recordHar: { path, content: 'omit' } });
  const page = await context.newPage();
  await page.goto(app);
  await page.evaluate(ask, base);
  await context.close();
  await browser.close();
  console.log(`${path}: ${app} asked ${base}`);
}
for (const [id, type] of browsers) {
  const options = launchOptions(id);
  if (options === null) continue;
  const path = fileURLToPath(new URL(`${id}-signed-in.har`, folder));
  const own = await mkdtemp(join(tmpdir(), 'cors-conformance-har-'));
  const extension = join(own, 'extension');
  await mkdir(extension);
  await writeFile(
    join(extension, 'manifest.json'),
    JSON.stringify({
      manifest_version: 3,
      name: 'A page that asks',
      version: '1',
      background: { service_worker: 'worker.js' },
    }),
  );
  await writeFile(join(extension, 'worker.js'), '');
  await writeFile(join(extension, 'page.html'), '<!doctype html><title>An extension</title>');
  const context = await type.launchPersistentContext(join(own, 'profile'), {
    ...options,
    recordHar: { path },
    ...(id === 'chromium'
      ? {
          ignoreDefaultArgs: ['--disable-extensions'],
          args: [
            ...options.args,
            `--disable-extensions-except=${extension}`,
            `--load-extension=${extension}`,
          ],
        }
      : {}),
  });
  const page = await context.newPage();
  await page.goto(app);
  await page.evaluate(signIn, base);
  if (id === 'chromium') {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    await page.goto(new URL('page.html', worker.url()).href);
    await page.evaluate((url) => fetch(url).then(() => {}), `${base}/items/1`);
  }
  await context.close();
  await rm(own, { recursive: true, force: true, maxRetries: 3 });
  console.log(`${path}: ${app} asked ${base}`);
}
await closeServer(pages);
await closeServer(api);
