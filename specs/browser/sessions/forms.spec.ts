import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:https';
import { expect, test } from '@playwright/test';
import { makeCertificate } from '../../../servers/certificates.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { goesWithForms } from '../../../src/judge/cookie-fate.ts';
import { readSetCookie, sentCookies } from '../../../src/judge/set-cookie.ts';
import { plainBrowser } from '../../support/plain-browser.ts';

const lines = [
  'none=1; Path=/; Secure; SameSite=None',
  'missing=1; Path=/; Secure',
  'lax=1; Path=/; Secure; SameSite=Lax',
  'strict=1; Path=/; Secure; SameSite=Strict',
  'partitioned=1; Path=/; Secure; SameSite=None; Partitioned',
  'elsewhere=1; Path=/auth; Secure; SameSite=None',
  'without-secure=1; Path=/; SameSite=None',
];

const sent = ['none', 'missing', 'partitioned'];

test('a form of another site sends the cookies that their attributes say', async () => {
  const host = 'api.example.localhost';
  const { key, cert } = await makeCertificate([host]);
  const posted: string[] = [];
  const api = createServer({ key, cert }, ({ method, headers: { cookie = '' } }, response) => {
    if (method === 'GET') response.setHeader('Set-Cookie', lines);
    else posted.push(...sentCookies([['Cookie', cookie]]).map(([name]) => name));
    response.end('Done.');
  });
  const origin = `https://${host}:${await listenOnLoopback(api)}`;
  const stranger = createHttpServer((_, response) =>
    response.setHeader('Content-Type', 'text/html').end(`<form method=post action="${origin}/orders">`),
  );
  const elsewhere = `http://stranger.localhost:${await listenOnLoopback(stranger)}`;
  const browser = await plainBrowser();
  try {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    await page.goto(`${origin}/login`);
    await page.goto(elsewhere);
    await Promise.all([
      page.waitForURL(`${origin}/orders`),
      page.evaluate(() => document.querySelector('form')?.submit()),
    ]);
    const way = { page: origin, setFrom: origin, setBy: `${origin}/login`, url: `${origin}/orders` };
    const said = lines.flatMap((line) => {
      const cookie = readSetCookie(line, Date.now())?.cookie;
      return cookie !== undefined && goesWithForms(cookie, { ...way, engine: 'chromium', nowMs: Date.now() })
        ? [cookie.name]
        : [];
    });
    expect([posted, said]).toEqual([sent, sent]);
  } finally {
    await browser.close();
    await Promise.all([closeServer(api), closeServer(stranger)]);
  }
});
