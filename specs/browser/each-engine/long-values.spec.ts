import { createServer } from 'node:http';
import { expect, test } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';

test('what a page tells of several responses comes whole, however long and of whatever letters', async ({
  cors,
  corsEngine,
}) => {
  // WebKitGTK takes the bytes of a header value for UTF-8, and Node writes them as Latin-1.
  const letters = corsEngine === 'webkit' ? 'e"\\' : 'é"\\';
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'X-Long');
    response.setHeader('X-Long', letters.repeat(Number(request.url?.slice(1))));
    response.end();
  });
  const port = await listenOnLoopback(server);
  try {
    const page = await cors.openPage([`127.0.0.1:${port}`]);
    await page.moveTo('http://app.example');
    const read = async (...lengths: readonly number[]): Promise<(string | undefined)[]> => {
      const requests = lengths.map((length) => probeRequest(`http://127.0.0.1:${port}/${length}`));
      const made = await page.probe(requests);
      return made.map(({ outcome }) =>
        outcome.kind === 'response' ? outcome.headers.find(([name]) => name === 'x-long')?.[1] : outcome.kind,
      );
    };
    const whole = (...lengths: readonly number[]): string[] =>
      lengths.map((length) => letters.repeat(length));
    expect(await read(1, 200, 201)).toEqual(whole(1, 200, 201));
    expect(await read(2_000, 4_000)).toEqual(whole(2_000, 4_000));
  } finally {
    await closeServer(server);
  }
});
