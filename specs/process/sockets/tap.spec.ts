import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { expect, test } from '@playwright/test';
import { makeCertificate } from '../../../servers/certificates.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { openPageTap } from '../../../servers/tap/page-tap.ts';
import type { PageTap } from '../../../src/probe/tapped/page-tap.ts';
import { exchangeThrough } from './socks-client.ts';

const preflight =
  'OPTIONS /a HTTP/1.1\r\nHost: t\r\nOrigin: http://p\r\nAccess-Control-Request-Method: PUT\r\n\r\n';
const put = 'PUT /a HTTP/1.1\r\nHost: t\r\nOrigin: http://p\r\nContent-Length: 2\r\n\r\nhi';

/** Starts a target that notes what arrives, and a tap that reaches it and nothing else. */
async function withTap(
  use: (tap: PageTap, port: number, arrived: readonly string[]) => Promise<void>,
  make: (handler: (request: IncomingMessage, response: ServerResponse) => void) => Server = createServer,
  trust: readonly string[] = [],
): Promise<void> {
  const arrived: string[] = [];
  const server = make((request, response) => {
    arrived.push(`${request.method ?? ''} ${request.rawHeaders.join(' ')}`);
    response.sendDate = false;
    response.writeHead(request.method === 'OPTIONS' ? 204 : 302, [
      'X-A',
      '1',
      'X-A',
      '2',
      'Location',
      'http://else.test/',
    ]);
    response.end();
  });
  const port = await listenOnLoopback(server);
  const tap = await openPageTap({ authorities: [`127.0.0.1:${port}`], asksForWork: false, trust });
  try {
    await use(tap, port, arrived);
  } finally {
    await tap.close();
    await closeServer(server);
  }
}

test('what the browser writes is what the target reads, and both directions are on record', () =>
  withTap(async (tap, port, arrived) => {
    tap.begin({ url: `http://127.0.0.1:${port}/a`, held: false });
    await exchangeThrough(tap.proxyUrl, '127.0.0.1', port, [preflight, put]);
    expect(arrived).toEqual([
      'OPTIONS Host t Origin http://p Access-Control-Request-Method PUT',
      'PUT Host t Origin http://p Content-Length 2',
    ]);
    const { exchanges, ...rest } = tap.end();
    expect(rest).toEqual({ failure: null, held: false });
    expect(
      exchanges.map(({ purpose, method, url, response }) => [purpose, method, url, response?.status]),
    ).toEqual([
      ['preflight', 'OPTIONS', `http://127.0.0.1:${port}/a`, 204],
      ['actual', 'PUT', `http://127.0.0.1:${port}/a`, 302],
    ]);
    expect(exchanges[0]?.response?.headers.slice(0, 3)).toEqual([
      ['X-A', '1'],
      ['X-A', '2'],
      ['Location', 'http://else.test/'],
    ]);
  }));

test('an actual request that is held never reaches the target, but its CORS-preflight request does', () =>
  withTap(async (tap, port, arrived) => {
    tap.begin({ url: `http://127.0.0.1:${port}/a`, held: true });
    const [, answer] = await exchangeThrough(tap.proxyUrl, '127.0.0.1', port, [preflight, put]);
    expect(arrived).toEqual(['OPTIONS Host t Origin http://p Access-Control-Request-Method PUT']);
    expect(answer).toBe(
      'HTTP/1.1 204 No Content\r\nAccess-Control-Allow-Origin: http://p\r\nAccess-Control-Allow-Credentials: true\r\nCache-Control: no-store\r\n\r\n',
    );
    const { exchanges, ...rest } = tap.end();
    expect(rest).toEqual({ failure: null, held: true });
    expect(exchanges.map(({ method }) => method)).toEqual(['OPTIONS']);
  }));

test('a host that is neither target nor page is refused, and told where a redirect led there', () =>
  withTap(async (tap, port) => {
    tap.begin({ url: `http://127.0.0.1:${port}/a`, held: false });
    await exchangeThrough(tap.proxyUrl, '127.0.0.1', port, [put]);
    expect(await exchangeThrough(tap.proxyUrl, 'else.test', 80, [put])).toEqual(['refused with 2']);
    expect(await exchangeThrough(tap.proxyUrl, 'telemetry.test', 80, [put])).toEqual(['refused with 2']);
    expect(tap.end().failure).toBe('elsewhere else.test:80');
  }));

test('a page is served at an origin that was asked for, with the headers that were asked for', () =>
  withTap(async (tap) => {
    expect(tap.pageUrl('http://app.test', { opaque: true, headers: [['X-Page', '1']] })).toBe(
      'http://app.test/opaque',
    );
    const [page] = await exchangeThrough(tap.proxyUrl, 'app.test', 80, [
      'GET /opaque HTTP/1.1\r\nHost: app.test\r\n\r\n',
    ]);
    expect(page).toContain('\r\nContent-Security-Policy: sandbox allow-scripts\r\nX-Page: 1\r\n');
  }));

test('a target on which nothing listens is known as that', async () => {
  const gone = createServer();
  const port = await listenOnLoopback(gone);
  await closeServer(gone);
  const tap = await openPageTap({ authorities: [`127.0.0.1:${port}`], asksForWork: false });
  tap.begin({ url: `http://127.0.0.1:${port}/`, held: false });
  expect(await exchangeThrough(tap.proxyUrl, '127.0.0.1', port, [put])).toEqual(['refused with 5']);
  expect(tap.end()).toEqual({ exchanges: [], failure: 'ECONNREFUSED', held: false });
  await tap.close();
});

test('the certificate of a target is verified, although the browser accepts any', async () => {
  const certificate = await makeCertificate(['127.0.0.1']);
  const make = (handler: Parameters<typeof createServer>[1] & object): Server =>
    createTlsServer(certificate, handler);
  await withTap(async (tap, port, arrived) => {
    tap.begin({ url: `https://127.0.0.1:${port}/a`, held: false });
    await exchangeThrough(tap.proxyUrl, '127.0.0.1', port, [put], 'tls');
    expect(tap.end()).toEqual({ exchanges: [], failure: 'tls DEPTH_ZERO_SELF_SIGNED_CERT', held: false });
    expect(arrived).toEqual([]);
  }, make);
  await withTap(
    async (tap, port) => {
      tap.begin({ url: `https://127.0.0.1:${port}/a`, held: false });
      await exchangeThrough(tap.proxyUrl, '127.0.0.1', port, [put], 'tls');
      expect(tap.end().exchanges.map(({ url, response }) => [url, response?.status])).toEqual([
        [`https://127.0.0.1:${port}/a`, 302],
      ]);
    },
    make,
    [certificate.cert],
  );
});

test('a response that breaks off is known as that, and what is waited for on the wire is told of', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Length': 100 });
    response.write('hello', () => response.destroy());
  });
  const port = await listenOnLoopback(server);
  const tap = await openPageTap({ authorities: [`127.0.0.1:${port}`], asksForWork: false });
  tap.begin({ url: `http://127.0.0.1:${port}/`, held: false });
  const failed = tap.reached((exchanges) => exchanges[0]?.failure === 'closed', 2_000);
  const never = tap.reached(() => false, 20);
  // The second waits for the end of the connection.
  await exchangeThrough(tap.proxyUrl, '127.0.0.1', port, ['GET / HTTP/1.1\r\nHost: t\r\n\r\n', '']);
  expect([await failed, await never]).toEqual([true, false]);
  const { exchanges, failure } = tap.end();
  expect([exchanges[0]?.response?.status, exchanges[0]?.failure, failure]).toEqual([200, 'closed', 'closed']);
  await tap.close();
  await closeServer(server);
});

test('a name that never exists is not asked for', async () => {
  const tap = await openPageTap({ authorities: ['api.invalid:80'], asksForWork: false });
  tap.begin({ url: 'http://api.invalid/', held: false });
  expect(await exchangeThrough(tap.proxyUrl, 'api.invalid', 80, [put])).toEqual(['refused with 4']);
  expect(tap.end().failure).toBe('ENOTFOUND');
  await tap.close();
});
