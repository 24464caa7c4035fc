import { expect, test } from '@playwright/test';
import { explainText } from '../../../src/explain/explain.ts';
import { engines, idsIn } from './engines.ts';
import { filledTexts, ordinary } from './filled-texts.ts';

/** A text of a guide to CORS errors, and everything that is to be said of it. */
interface GuideText {
  readonly text: string;
  readonly engines: readonly string[];
  readonly ids: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  /** What the cause and the remedy of each candidate have to hold. */
  readonly says: readonly string[];
}

const preflightCheck = [
  'preflight-origin-missing',
  'preflight-origin-wildcard-with-credentials',
  'preflight-origin-multiple',
  'preflight-origin-invalid',
  'preflight-origin-mismatch',
  'preflight-credentials-not-allowed',
  'preflight-status-not-ok',
  'preflight-redirect',
];

const guideTexts: readonly GuideText[] = [
  {
    text: "Access to fetch at 'https://api.example.com/data' from origin 'http://localhost:3000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
    engines: ['chromium'],
    ids: ['origin-missing'],
    values: { api: 'fetch', url: 'https://api.example.com/data', origin: 'http://localhost:3000' },
    says: ['https://api.example.com/data', 'Access-Control-Allow-Origin: http://localhost:3000'],
  },
  {
    text: "The value of the 'Access-Control-Allow-Origin' header must not be the wildcard '*' when the request's credentials mode is 'include'.",
    engines: ['chromium'],
    ids: ['origin-wildcard-with-credentials', 'preflight-origin-wildcard-with-credentials'],
    values: {},
    says: [],
  },
  {
    text: "Response to preflight request doesn't pass access control check.",
    engines: ['chromium'],
    ids: preflightCheck,
    values: {},
    says: [],
  },
  {
    text: 'Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.',
    engines: ['chromium'],
    ids: ['method-not-allowed'],
    values: { method: 'PUT' },
    says: ['does not list PUT', 'Add PUT', 'Access-Control-Allow-Methods: PUT'],
  },
  {
    text: 'Request header field X-Custom-Header is not allowed by Access-Control-Allow-Headers.',
    engines: ['chromium', 'webkit'],
    ids: ['header-not-allowed'],
    values: { name: 'X-Custom-Header' },
    says: [
      'does not list X-Custom-Header',
      'Add X-Custom-Header',
      'Access-Control-Allow-Headers: X-Custom-Header',
    ],
  },
];

for (const { text, says, ...right } of guideTexts) {
  test(`a text of the guide is explained with what it holds: ${text.slice(0, 60)}`, () => {
    const explained = explainText(text, engines);
    expect(
      explained.map((each) => ({ engines: each.engines, ids: idsIn(each), values: each.values })),
    ).toEqual([right]);
    const [advice] = explained.flatMap((each) => (each.kind === 'diagnosis' ? [each.advice] : []));
    const said = JSON.stringify([advice?.cause, advice?.remedy, advice?.headers.map(({ line }) => line)]);
    expect(says.filter((part) => !said.includes(part))).toEqual([]);
  });
}

test('a text that may be a part of the text of another engine names that engine as well', () => {
  // The name as WebKit prints it is the name as the request has it, which may be in lower case.
  const texts = filledTexts({ ...ordinary, headerName: ordinary['name'] ?? '' });
  const parts = texts.flatMap((part) =>
    texts
      .filter(({ engine }) => engine !== part.engine)
      .filter(({ text }) => text.includes(part.text.replace(/\.$/, '')))
      .map(({ engine }) => ({ text: part.text, of: [part.engine.id, engine.id] })),
  );
  expect(new Set(parts.map(({ text }) => text)).size).toBeGreaterThan(1);
  const missed = parts.filter(({ text, of }) => {
    const said = explainText(text, engines).flatMap((each) => each.engines);
    return of.some((id) => !said.includes(id));
  });
  expect(missed).toEqual([]);
});
