import { createServer } from 'node:http';
import { expect, test as base } from '../../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';

const app = 'http://app.example.test';

const test = base.extend({
  baseURL: async ({}, use) => {
    const server = createServer((request, response) => {
      response.writeHead(request.url === '/api/items' ? 200 : 404, { 'Access-Control-Allow-Origin': app });
      response.end();
    });
    await use(`http://127.0.0.1:${await listenOnLoopback(server)}/api/`);
    await closeServer(server);
  },
});

test('a relative URL is resolved by baseURL', async ({ cors, baseURL }) => {
  const answer = await cors.request('items', { from: app });
  expect(answer).toBeAllowed();
  expect(answer.observation.request.url).toBe(`${baseURL}items`);
});

test('what no page can be at is refused before a page moves', async ({ cors, baseURL }) => {
  await expect(cors.request('items', { from: `${app}/` })).rejects.toThrow(
    new Error(`from "${app}/" is not a serialized origin: remove the trailing slash; write "${app}".`),
  );
  await expect(cors.request('items', { from: new URL(baseURL ?? '').origin })).rejects.toThrow(
    'is the origin of the API itself, whose pages read every response without CORS',
  );
});
