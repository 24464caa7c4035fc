import { createServer } from 'node:http';
import { expect, test } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';

test('a refusal behind a redirect out of the HTTP cache has all its witnesses', async ({ cors }) => {
  const log: string[] = [];
  const server = createServer((request, response) => {
    log.push(`${request.method ?? ''} ${request.url ?? ''}`);
    if (request.url === '/old') {
      response
        .writeHead(301, {
          Location: '/new',
          'Access-Control-Allow-Origin': '*',
          'Cache-Control': 'max-age=600',
        })
        .end();
    } else response.writeHead(200, { 'Cache-Control': 'no-store' }).end();
  });
  const authority = `127.0.0.1:${await listenOnLoopback(server)}`;
  try {
    const page = await cors.openPage([authority]);
    await page.moveTo('https://app.example.com');
    const request = probeRequest(`http://${authority}/old`);
    await page.probe([request]);
    const [again] = await page.probe([request]);
    expect(log).toEqual(['GET /old', 'GET /new', 'GET /new']);
    expect(again?.incomplete).toBe(null);
    expect(again?.refusal).toEqual({ code: 'MissingAllowOriginHeader', parameter: '' });
    expect(again?.exchanges.map(({ url, response }) => [url, response?.status, response?.fromCache])).toEqual(
      [
        [`http://${authority}/old`, 301, true],
        [`http://${authority}/new`, 200, false],
      ],
    );
  } finally {
    await closeServer(server);
  }
});
