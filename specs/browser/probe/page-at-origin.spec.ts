import { createServer } from 'node:http';
import { expect, test } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';

const origins = [
  'https://app.example.com',
  'http://app.example.com',
  'https://app.example.com:8443',
  'http://127.0.0.1:3000',
  'http://localhost:3000',
  'https://xn--bcher-kva.example',
];

test('a page really is at each origin, and the browser itself says so to the API', async ({ cors }) => {
  const seen: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers.origin);
    response.setHeader('Access-Control-Allow-Origin', '*').end();
  });
  const port = await listenOnLoopback(server);
  try {
    const page = await cors.openPage([`127.0.0.1:${port}`]);
    for (const origin of origins) {
      await page.moveTo(origin);
      await page.probe([probeRequest(`http://127.0.0.1:${port}/`)]);
    }
    await page.moveTo('https://app.example.com', { opaque: true });
    await page.probe([probeRequest(`http://127.0.0.1:${port}/`)]);
    expect(seen).toEqual([...origins, 'null']);
  } finally {
    await closeServer(server);
  }
});

test('requests of one batch are told apart although their URL and headers are the same', async ({ cors }) => {
  let count = 0;
  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') response.setHeader('Access-Control-Max-Age', '0');
    // Each answer differs, as one of a server whose state leaks from one request into the next.
    else if (count++ % 2 === 0) response.setHeader('X-Count', String(count));
    response.setHeader(
      'Access-Control-Allow-Origin',
      request.method === 'OPTIONS' || count % 2 === 0 ? '*' : `http://${count}.test`,
    );
    response.setHeader('Access-Control-Allow-Methods', 'PUT');
    response.setHeader('Access-Control-Expose-Headers', '*');
    response.end();
  });
  const port = await listenOnLoopback(server);
  try {
    const page = await cors.openPage([`127.0.0.1:${port}`]);
    await page.moveTo('https://app.example.com');
    const observations = await page.probe(
      Array.from({ length: 60 }, () => probeRequest(`http://127.0.0.1:${port}/`, { method: 'PUT' })),
    );
    for (const { outcome, exchanges, console: texts, refusal } of observations) {
      const allowed = exchanges
        .at(-1)
        ?.response?.headers.find(([name]) => name === 'Access-Control-Allow-Origin')?.[1];
      expect(exchanges.map(({ method }) => method)).toEqual(['OPTIONS', 'PUT']);
      if (allowed === '*') {
        expect(outcome.kind).toBe('response');
        expect(texts).toEqual([]);
      } else {
        expect(refusal).toEqual({ code: 'AllowOriginMismatch', parameter: allowed });
        expect(texts).toEqual([
          `Access to fetch at 'http://127.0.0.1:${port}/' from origin 'https://app.example.com' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value '${allowed}' that is not equal to the supplied origin. Have the server send the header with a valid value.`,
          'Failed to load resource: net::ERR_FAILED',
        ]);
      }
    }
    expect(observations.filter(({ outcome }) => outcome.kind === 'response')).toHaveLength(30);
  } finally {
    await closeServer(server);
  }
});

test('an http page that the browser upgrades to https is impossible, and is said to be', async ({ cors }) => {
  const page = await cors.openPage(['127.0.0.1:9']);
  // Every host of this top-level domain is on the list of those that are visited by https alone.
  await expect(page.moveTo('http://app.example.dev')).rejects.toThrow(
    'The page should be at http://app.example.dev, but the browser put it at https://app.example.dev.',
  );
});
