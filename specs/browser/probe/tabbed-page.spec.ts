import { createServer } from 'node:http';
import { expect, test } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import type { ProbePage } from '../../../src/probe/probe.ts';
import { pageWith } from '../../../src/probe/page/page-with.ts';
import { TabbedPage } from '../../../src/probe/page/tabbed-page.ts';

/** Makes tabs that write down what is asked of them, and cannot be moved to `http:` origins. */
function recordingTabs(log: string[]): () => Promise<ProbePage> {
  let count = 0;
  return () => {
    const name = `tab ${++count}`;
    let origin = 'about:blank';
    const tab: ProbePage = {
      get origin() {
        return origin;
      },
      moveTo: (wanted, { opaque = false, ...options } = {}) => {
        const isForOneUse = Object.keys(options).length > 0;
        const detail = `${opaque ? ' opaque' : ''}${isForOneUse ? ' with options' : ''}`;
        log.push(`${name} loads ${wanted}${detail}`);
        if (wanted.startsWith('http:')) return Promise.reject(new Error('upgraded'));
        origin = opaque ? 'null' : wanted;
        return Promise.resolve();
      },
      clearCaches: () => {
        log.push(`${name} clears`);
        return Promise.resolve();
      },
      probe: () => {
        log.push(`${name} probes`);
        return Promise.resolve([]);
      },
      rewriting: () =>
        Promise.resolve(
          pageWith(tab, {
            probe: () => {
              log.push(`${name} probes with a rule`);
              return Promise.resolve([]);
            },
          }),
        ),
      close: () => {
        log.push(`${name} closes`);
        return Promise.resolve();
      },
    };
    return Promise.resolve(tab);
  };
}

test('a rule holds in whichever tab the page is', async () => {
  const log: string[] = [];
  const openTab = recordingTabs(log);
  const page = await new TabbedPage(await openTab(), openTab).rewriting(() => null);
  for (const origin of ['https://a.test', 'https://a.test', 'https://b.test']) {
    await page.moveTo(origin);
    await page.probe([]);
  }
  expect(log).toEqual([
    'tab 1 loads https://a.test',
    'tab 1 probes with a rule',
    'tab 2 loads https://a.test',
    'tab 2 probes with a rule',
    'tab 1 loads https://b.test',
    'tab 1 probes with a rule',
  ]);
});

test('an origin that is come back to gets a tab, and from then on only its caches are emptied', async () => {
  const log: string[] = [];
  const openTab = recordingTabs(log);
  const page = new TabbedPage(await openTab(), openTab);
  for (const round of [1, 2, 3]) {
    log.push(`round ${round}`);
    await page.moveTo('https://a.test');
    await page.moveTo('https://a.test', { opaque: true });
  }
  await page.probe([]);
  expect(page.origin).toBe('null');
  await page.close();
  expect(log).toEqual([
    'round 1',
    'tab 1 loads https://a.test',
    'tab 1 loads https://a.test opaque',
    'round 2',
    'tab 2 loads https://a.test',
    'tab 3 loads https://a.test opaque',
    'round 3',
    'tab 2 clears',
    'tab 3 clears',
    'tab 3 probes',
    'tab 1 closes',
  ]);
});

test('where there are more origins than tabs, the first tab serves the others', async () => {
  const log: string[] = [];
  const openTab = recordingTabs(log);
  const page = new TabbedPage(await openTab(), openTab, 1);
  for (const name of ['a', 'b', 'a', 'b', 'a', 'b']) await page.moveTo(`https://${name}.test`);
  expect(log).toEqual([
    'tab 1 loads https://a.test',
    'tab 1 loads https://b.test',
    'tab 2 loads https://a.test',
    'tab 1 loads https://b.test',
    'tab 2 clears',
    'tab 1 loads https://b.test',
  ]);
});

test('a page with options is always loaded, and never in a tab that is kept', async () => {
  const log: string[] = [];
  const openTab = recordingTabs(log);
  const page = new TabbedPage(await openTab(), openTab);
  await page.moveTo('https://a.test');
  await page.moveTo('https://a.test');
  await page.moveTo('https://a.test', { keepCaches: true });
  await page.moveTo('https://a.test');
  expect(log).toEqual([
    'tab 1 loads https://a.test',
    'tab 2 loads https://a.test',
    'tab 1 loads https://a.test with options',
    'tab 2 clears',
  ]);
});

test('an origin that no page can be at gets no tab', async () => {
  const log: string[] = [];
  const openTab = recordingTabs(log);
  const page = new TabbedPage(await openTab(), openTab);
  await expect(page.moveTo('http://a.test')).rejects.toThrow('upgraded');
  await expect(page.moveTo('http://a.test')).rejects.toThrow('upgraded');
  expect(log).toEqual(['tab 1 loads http://a.test', 'tab 1 loads http://a.test']);
});

test('in a browser, nothing is left of an earlier visit: no cached response, no preflight, no cookie', async ({
  cors,
}) => {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.headers.origin} ${request.headers.cookie ?? 'no cookie'}`);
    response.setHeader('Access-Control-Allow-Origin', request.headers.origin ?? '*');
    response.setHeader('Access-Control-Allow-Credentials', 'true');
    response.setHeader('Access-Control-Allow-Methods', 'PUT');
    response.setHeader('Access-Control-Max-Age', '600');
    response.setHeader('Cache-Control', 'max-age=600');
    response.setHeader('Set-Cookie', 'visited=1');
    response.end();
  });
  const port = await listenOnLoopback(server);
  const url = `http://127.0.0.1:${port}/`;
  const page = await cors.openPage([`127.0.0.1:${port}`]);
  // The first is of the same site as the server, so that it gets the cookie back while nothing empties the jar.
  const sameSite = 'http://127.0.0.1:3000';
  const visits = [sameSite, 'https://app.example.com', sameSite, 'https://app.example.com', sameSite];
  try {
    for (const origin of visits) {
      await page.moveTo(origin);
      for (const method of ['PUT', 'PUT', 'GET', 'GET']) {
        await page.probe([probeRequest(url, { method, credentialsMode: 'include' })]);
      }
    }
    const once = (origin: string, cookie: string): string[] => [
      `OPTIONS ${origin} no cookie`,
      `PUT ${origin} no cookie`,
      `PUT ${origin} ${cookie}`,
      `GET ${origin} ${cookie}`,
    ];
    expect(seen).toEqual(
      visits.flatMap((origin) => once(origin, origin === sameSite ? 'visited=1' : 'no cookie')),
    );
  } finally {
    await closeServer(server);
  }
});
