import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { explainText, type TextExplained } from '../../../src/explain/explain.ts';
import { causes } from '../../../src/explain/facts.ts';
import { engines, idsIn } from './engines.ts';

const { texts: observed } = z
  .object({ browsers: z.string(), texts: z.array(z.tuple([z.string(), z.string(), z.string()])) })
  .parse(JSON.parse(readFileSync(new URL('observed-beside.json', import.meta.url), 'utf8')));

function saidOf(explained: TextExplained): string {
  if (explained.kind === 'other') return explained.cause;
  const ids = idsIn(explained);
  return ids.length === causes.length ? 'any failure' : ids.join(', ');
}

test('every text that was observed beside refusals is explained as what it was printed for', () => {
  expect(observed.length).toBeGreaterThan(55);
  const wrong = observed.flatMap(([engine, right, text]) => {
    const explained = explainText(text, engines);
    const said = explained.map(saidOf).join(' | ');
    const isOfEngine = explained.every((each) => each.engines.some((id) => id === engine));
    return said === right && isOfEngine ? [] : [`${engine}: ${text} -> ${said}`];
  });
  expect(wrong).toEqual([]);
});

const values: Readonly<Record<string, string>> = {
  api: 'fetch',
  kind: 'resource',
  page: 'https://app.example/',
  document: 'https://app.example/index',
  origin: 'https://app.example',
  url: 'https://api.example.com/',
  webSocketUrl: 'wss://api.example.com/',
  status: '404',
  reason: 'Not Found',
  failure: 'net::ERR_CONNECTION_REFUSED',
  redirected: '',
};

test('every text that an engine is known to print beside its refusals is known', () => {
  const texts = engines.flatMap(({ id, neighbours, failureTexts, apiTexts, errorStatusTexts }) =>
    [
      ...Object.values(neighbours ?? {}).flatMap((neighbour) => neighbour.texts),
      ...(failureTexts ?? []).flatMap(([, printed]) => printed),
      ...Object.values(apiTexts ?? {}).flatMap(({ then }) => then ?? []),
      ...(errorStatusTexts ?? []),
    ]
      // A line that holds another text is known by that one.
      .filter((text) => !text.includes('{first}'))
      .map((text) => ({
        id,
        text: text.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place),
      })),
  );
  expect(texts.length).toBeGreaterThan(20);
  const unknown = texts.filter(({ id, text }) =>
    explainText(text, engines).every((each) => !each.engines.includes(id)),
  );
  expect(unknown).toEqual([]);
});

test('a response header that a page may not read is in the line that exposes it', () => {
  const [explained] = explainText('Refused to get unsafe header "x-total-count"', engines);
  expect(explained?.kind === 'diagnosis' ? explained.advice.headers.map(({ line }) => line) : []).toContain(
    'Access-Control-Expose-Headers: x-total-count',
  );
});
