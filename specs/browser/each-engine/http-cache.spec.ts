import { createServer } from 'node:http';
import { expect, test } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import type { HttpCacheUse } from '../../../src/probe/probe.ts';

test('an engine may do without its HTTP cache where no answer has to be kept, and has one where it has to', async ({
  cors,
}) => {
  let sent = 0;
  const server = createServer((_, response) => {
    sent += 1;
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Cache-Control', 'max-age=600');
    response.end('kept');
  });
  const authority = `127.0.0.1:${await listenOnLoopback(server)}`;
  try {
    const page = await cors.openPage([authority]);
    await page.moveTo('http://app.example');
    const ask = async (httpCache: HttpCacheUse): Promise<number> => {
      await page.probe([probeRequest(`http://${authority}/`, { credentialsMode: 'omit' })], { httpCache });
      return sent;
    };
    expect([await ask('used'), await ask('used')]).toEqual([1, 1]);
    await page.clearCaches();
    expect(await ask('unneeded')).toBe(2);
    await page.clearCaches();
    expect(await ask('unneeded')).toBe(3);
    // One that did without it has to be started again first.
    const first = await ask('used');
    expect(await ask('used')).toBe(first);
  } finally {
    await closeServer(server);
  }
});
