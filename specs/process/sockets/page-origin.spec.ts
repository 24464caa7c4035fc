import { expect, test } from '@playwright/test';
import { ProxyAgent, request } from 'undici';
import { PageOriginServer } from '../../../servers/page-origin.ts';
import { startDemoApi } from '../../../servers/api/demo-api.ts';

test('the page-origin server refuses every destination that is not registered', async () => {
  const demo = await startDemoApi();
  const pages = await PageOriginServer.start();
  const agent = new ProxyAgent({ uri: pages.proxyUrl, proxyTunnel: false });
  try {
    const refused = await request(`${demo.origin}/status`, { dispatcher: agent });
    expect(refused.statusCode).toBe(403);
    const url = pages.pageUrl('http://app.example.com');
    const page = await request(url, { dispatcher: agent });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  } finally {
    await agent.close();
    await pages.close();
    await demo.close();
  }
});

test('the page-origin server listens on loopback alone', async () => {
  const pages = await PageOriginServer.start();
  expect(new URL(pages.proxyUrl).hostname).toBe('127.0.0.1');
  await pages.close();
});
