import { expect, test } from '@playwright/test';
import { explainText } from '../../../src/explain/explain.ts';
import { engines, idsIn } from './engines.ts';

const checks = [
  'origin-missing',
  'origin-wildcard-with-credentials',
  'origin-multiple',
  'origin-invalid',
  'origin-mismatch',
  'credentials-not-allowed',
];
const arrived = (status: number): string =>
  `The status says that the server was reached and answered ${status}: the connection is in order, and the browser refused to share the response. This is the second line of a refusal by CORS; the line before it, which begins with "Access to", names the cause.`;
const errorStatus =
  'The server answered with an error status. This is no refusal by CORS: where this text stands alone, the page can read the answer.';

const byStatus: readonly (readonly [text: string, ids: readonly string[], said: string | null])[] = [
  ['net::ERR_FAILED 200 (OK)', checks, arrived(200)],
  ['net::ERR_FAILED 200', checks, arrived(200)],
  ['GET https://api.example.com/data net::ERR_FAILED 404 (Not Found)', checks, arrived(404)],
  [
    'GET https://api.example.com/data net::ERR_FAILED 302 (Found)',
    [...checks, 'redirect-with-credentials', 'redirect-scheme-unsupported'],
    arrived(302),
  ],
  ['GET https://api.example.com/data net::ERR_CONNECTION_REFUSED', ['connection-refused'], null],
  [
    'GET https://api.example.com/data net::ERR_INCOMPLETE_CHUNKED_ENCODING 200 (OK)',
    ['connection-reset'],
    null,
  ],
  [
    'GET https://api.example.com/data net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin 200 (OK)',
    ['resource-policy'],
    null,
  ],
  ['GET https://api.example.com/a.js net::ERR_ABORTED 404 (Not Found)', [], errorStatus],
  ['GET https://api.example.com/data 404 (Not Found)', [], errorStatus],
];

for (const [text, ids, said] of byStatus) {
  test(`a status decides what a code means: ${text}`, () => {
    const explained = explainText(text, engines);
    expect(
      explained.map((each) => [each.engines, idsIn(each), each.kind === 'other' ? each.cause : each.note]),
    ).toEqual([[['chromium'], ids, said]]);
    const status = /\b[2-5]\d\d\b/.exec(text)?.[0];
    expect(explained.map(({ values }) => values['status'])).toEqual([status]);
  });
}

test('the second line of a refusal belongs to the first, and says nothing more', () => {
  const text =
    "Access to fetch at 'https://api.example.com/data' from origin 'https://app.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.\nGET https://api.example.com/data net::ERR_FAILED 200 (OK)";
  expect(explainText(text, engines).map((each) => [idsIn(each), each.values['status'], each.note])).toEqual([
    [['origin-missing'], '200', null],
  ]);
});
