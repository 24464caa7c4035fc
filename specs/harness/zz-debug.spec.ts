import { chromium } from '@playwright/test';
import { expect, test } from '../../fixtures/catalogue.ts';
import { cases } from '../../fixtures/cases.ts';
import { ChromiumPage } from '../../src/probe/chromium-page.ts';
test('debug', async ({ catalogue: { player } }) => {
  const open = ChromiumPage.open;
  ChromiumPage.open = async (o) => {
    const context = await o.browser.newContext({ proxy: { server: o.proxyUrl, bypass: ['<-loopback>', ...o.direct].join(',') } });
    const orig = context.newCDPSession.bind(context);
    context.newCDPSession = async (p) => {
      const s = await orig(p);
      const emit = s.emit.bind(s);
      // @ts-ignore
      s.emit = (n: string, e: any) => { if (/loadingFailed|requestWillBeSent$|responseReceived$|Log|issue|webSocket|Served|Extra|Target|console/i.test(n)) console.log(n, JSON.stringify(e).slice(-420)); return emit(n, e); };
      return s;
    };
    return open.call(ChromiumPage, { ...o, context });
  };
  for (const id of (process.env.IDS ?? '').split(',')) {
    const c = cases.find((x) => x.id === id)!;
    console.log('=====', id);
    const e = await player.misconfigured(c);
    console.log(JSON.stringify({ ...e.main, exchanges: e.main.exchanges.map((x) => [x.method, x.url, x.response?.status, x.response?.fromCache]) }, null, 1), e.log.map((l) => l.method + l.path));
  }
});
