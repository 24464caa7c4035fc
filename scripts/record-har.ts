/**
 * Records what a page asks an API of another origin, as Playwright writes it: specs/pure/sketch/recorded/<engine>.har.
 * WebKitGTK has no such recorder. The values that are secrets are made up, and no answer needs them.
 */
import { chromium, firefox, type Browser } from '@playwright/test';
import { createServer } from 'node:http';
import { mkdir } from 'node:fs/promises';
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
      'Authorization, Content-Type, X-Api-Key, X-Requested-With',
    );
    response.writeHead(204).end();
    return;
  }
  if (url === '/v1/session') response.setHeader('Set-Cookie', 'sid=made-up-session-4f1c; Path=/; HttpOnly');
  response.setHeader('Content-Type', 'application/json').setHeader('Cache-Control', 'no-store');
  response.writeHead(url.includes('missing') ? 404 : method === 'DELETE' ? 204 : 200);
  response.end(method === 'DELETE' ? '' : '{}');
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

async function launched(id: EngineId): Promise<Browser | null> {
  const engine = engines[id];
  const found = engine === undefined ? null : findBrowser(engine);
  if (engine === undefined || found === null || id === 'webkit') return null;
  const path = found.executablePath === null ? {} : { executablePath: found.executablePath };
  return id === 'chromium'
    ? chromium.launch({ args: [...engine.args], ...path })
    : firefox.launch({ channel: 'moz-firefox', ...path });
}

const folder = new URL('../specs/pure/sketch/recorded/', import.meta.url);
await mkdir(folder, { recursive: true });
const app = `http://localhost:${await listenOnLoopback(pages)}`;
const base = `http://localhost:${await listenOnLoopback(api)}/v1`;
for (const id of ['chromium', 'firefox'] as const) {
  const browser = await launched(id);
  if (browser === null) continue;
  const path = fileURLToPath(new URL(`${id}.har`, folder));
  const context = await browser.newContext({ recordHar: { path, content: 'omit' } });
  const page = await context.newPage();
  await page.goto(app);
  await page.evaluate(ask, base);
  await context.close();
  await browser.close();
  console.log(`${path}: ${app} asked ${base}`);
}
await closeServer(pages);
await closeServer(api);
