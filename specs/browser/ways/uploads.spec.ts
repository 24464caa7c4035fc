import { expect, test } from '../../../fixtures/test.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeServer } from '../../support/judge-server.ts';

const app = 'https://app.example.com';
const part = { name: 'photo', fileName: 'a "cat".png', contentType: 'image/png' } as const;

test('a form is sent whole by the trusted page alone, and the answer to one that is too large is read or not', async ({
  cors,
  corsHarness,
}) => {
  const received: string[] = [];
  const verdicts = await judgeServer(
    cors,
    corsHarness,
    {
      trustedOrigins: [app],
      unknownPath: false,
      routes: [
        {
          path: '/photos',
          methods: ['POST'],
          send: true,
          body: { multipart: [{ ...part, bytes: 1_000 }] },
          errors: [
            { name: 'too large', status: 413, body: { multipart: [{ ...part, bytes: 2_000_000 }] } },
            { name: 'no photo', status: 422, body: { multipart: [{ name: 'title', text: 'ü' }] } },
          ],
        },
      ],
    },
    (request, response) => {
      const { method = '', headers } = request;
      let bytes = 0;
      request.on('data', (chunk: Buffer) => (bytes += chunk.length));
      request.on('end', () => {
        const status = method === 'OPTIONS' ? 204 : bytes > 1_000_000 ? 413 : bytes > 500 ? 201 : 422;
        if (method === 'POST')
          received.push(`${bytes} from ${headers.origin ?? ''}: ${headers['content-type'] ?? ''}`);
        response.setHeader('Vary', 'Origin');
        if (headers.origin === app && status !== 413) response.setHeader('Access-Control-Allow-Origin', app);
        response.writeHead(status).end();
      });
    },
    { lookalikes: noLookalikes },
  );
  const type = 'multipart/form-data; boundary=cors-conformance-form';
  expect([...new Set(received)].sort()).toEqual([
    `104 from ${app}: ${type}`,
    `1155 from ${app}: ${type}`,
    `2000155 from ${app}: ${type}`,
  ]);
  expect(
    verdicts
      .filter(({ check }) => check === 'readable' || check === 'error-readable')
      .map(({ status, diagnosis, detail, origin }) => [status, diagnosis, detail, origin]),
  ).toEqual([
    ['conforms', null, '', app],
    ['violates', 'origin-missing', 'too large', app],
    ['conforms', null, 'no photo', app],
  ]);
});
