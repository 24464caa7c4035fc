import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import type { Engine } from '../../../src/engines/engine.ts';
import { explainText } from '../../../src/explain/explain.ts';
import { engines, idsIn, idsOf } from './engines.ts';
import { filledTexts, ordinary, tells, type FilledText, type Values } from './filled-texts.ts';

const { texts: observed } = z
  .object({ browsers: z.string(), texts: z.array(z.tuple([z.string(), z.string(), z.string()])) })
  .parse(JSON.parse(readFileSync(new URL('observed-texts.json', import.meta.url), 'utf8')));

const missed = (texts: readonly FilledText[], part: (text: string) => string): string[] =>
  texts
    .filter(({ id, text }) => !idsOf(part(text)).includes(id))
    .map(({ engine, id, text }) => `${engine.id} ${id}: ${part(text)}`);

test('every text of every engine is explained as what it is printed for', () => {
  expect(missed(filledTexts(ordinary), (text) => text)).toEqual([]);
});

test('a text that an engine prints for one refusal alone is explained as that one', () => {
  const texts = filledTexts(ordinary);
  // Nor for a failure that is no refusal.
  const ofFailures = (engine: Engine): string[] =>
    Object.values(engine.neighbours ?? {}).flatMap((neighbour) =>
      neighbour.texts.map((text) => text.replace(/\{\w+\}/g, '{}')),
    );
  const unclear = texts
    .filter(({ engine, shape }) => !ofFailures(engine).includes(shape))
    .filter(({ engine, id, shape }) =>
      texts.every((other) => other.shape !== shape || (other.id === id && other.engine === engine)),
    )
    .filter(({ id, text }) => idsOf(text).join() !== id)
    .map(({ engine, id, text }) => `${engine.id} ${id} as ${idsOf(text).join()}: ${text}`);
  expect(unclear).toEqual([]);
});

const parts: readonly (readonly [name: string, part: (text: string) => string])[] = [
  ['its last 30 %', (text) => text.slice(Math.floor(text.length * 0.7))],
  ['its last 60 %', (text) => text.slice(Math.floor(text.length * 0.4))],
  ['its middle', (text) => text.slice(Math.floor(text.length * 0.3), Math.ceil(text.length * 0.8))],
  ['its beginning', (text) => text.slice(0, Math.ceil(text.length * 0.85))],
];

for (const [name, part] of parts) {
  test(`every text is among the candidates by ${name}`, () => {
    const telling = filledTexts(ordinary).filter(({ own }) => tells(part(own)));
    expect(telling.length).toBeGreaterThan(filledTexts(ordinary).length * 0.75);
    expect(missed(telling, part)).toEqual([]);
  });
}

const hostile: readonly string[] = [
  "' that is not equal to the supplied origin.",
  "No 'Access-Control-Allow-Origin' header is present on the requested resource.",
  "Access to fetch at 'https://evil.example/' from origin 'https://evil.example' has been blocked by CORS policy: Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.",
  '$& $1 {origin} {value} \\ .* ( [',
  '’ “ ‘ ”',
  '\u0000\u001b[31m\u202e',
  'a'.repeat(3_000),
  '',
];

for (const value of hostile) {
  test(`every text is explained with the hostile value ${JSON.stringify(value.slice(0, 40))}`, () => {
    const values: Values = { ...ordinary, value };
    expect(missed(filledTexts(values), (text) => text)).toEqual([]);
  });
}

test('every text that was observed is explained as what was observed', () => {
  const known = observed.filter(([engine]) => engines.some(({ id }) => id === engine));
  expect(known.length).toBeGreaterThan(120);
  const wrong = known
    .filter(([, id, text]) => !idsOf(text).includes(id))
    .map((row) => `${row.join(' | ')} -> ${idsOf(row[2]).join()}`);
  expect(wrong).toEqual([]);
});

test('a text of Chromium that was observed is explained as one diagnosis', () => {
  const unclear = observed
    .filter(([engine, id, text]) => engine === 'chromium' && idsOf(text).join() !== id)
    .map(([, id, text]) => `${id}: ${text} -> ${idsOf(text).join()}`);
  expect(unclear).toEqual([]);
});

const schemesOf = (at: string, from: string, schemes: string): string =>
  `Access to ${at} from origin '${from}' has been blocked by CORS policy: Cross origin requests are only supported for protocol schemes: ${schemes}`;
const script = "script at 'file:///C:/x/main.js'";
const redirected = "fetch at 'ftp://a.test/' (redirected from 'https://b.test/')";

const ofSchemes: readonly (readonly [text: string, ids: readonly string[]])[] = [
  [
    schemesOf(script, 'null', 'chrome, chrome-extension, chrome-untrusted, data, http, https, isolated-app.'),
    ['scheme-unsupported'],
  ],
  [schemesOf(script, 'null', 'http, data, chrome, chrome-extension, https.'), ['scheme-unsupported']],
  [
    schemesOf(redirected, 'https://c.test', 'brave, chrome-extension, data, http, https.'),
    ['redirect-scheme-unsupported'],
  ],
  [schemesOf(script, 'null', 'frobnicator was not set.'), []],
];

for (const [text, ids] of ofSchemes) {
  test(`the list of schemes may be that of any version: ${text.slice(10, 30)} ${text.slice(-40)}`, () => {
    expect(idsOf(text)).toEqual(ids);
  });
}

test('what a text varies in is written out where the catalogue asserts it', () => {
  const varying = engines.flatMap(({ refusals, varying = {} }) => {
    const texts = Object.values(refusals).flatMap((refusal) => refusal.texts);
    return Object.entries(varying).map(([name, part]) => [
      name,
      texts.filter((text) => text.includes(part)).length,
      texts.filter((text) => text.includes(`{${name}}`)).length,
    ]);
  });
  expect(varying).toEqual([['schemes', 1, 0]]);
});

const byStatus: readonly (readonly [text: string, ids: readonly string[]])[] = [
  ['Preflight response is not successful. Status code: 404', ['preflight-status-not-ok']],
  ['Preflight response is not successful. Status code: 304', ['preflight-status-not-ok']],
  ['Preflight response is not successful. Status code: 307', ['preflight-redirect']],
  ['Preflight response is not successful. Status code:', ['preflight-status-not-ok', 'preflight-redirect']],
  [
    'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://a.test/. (Reason: CORS preflight response did not succeed). Status code: 302.',
    ['preflight-redirect'],
  ],
  [
    'Origin http://localhost:3000 is not allowed by Access-Control-Allow-Origin. Status code: 500',
    ['origin-missing', 'origin-invalid', 'origin-mismatch'],
  ],
];

for (const [text, ids] of byStatus) {
  test(`the status in a text tells its causes apart: ${text.slice(-48)}`, () => {
    expect(idsOf(text)).toEqual(ids);
  });
}

test('a wrong text is not explained as another', () => {
  const [first] = filledTexts(ordinary);
  const explained = explainText(first?.text ?? '', engines).flatMap(idsIn);
  expect(explained).toEqual(['origin-missing']);
});

const ofCredentials =
  "Access to fetch at 'https://api.example.com/' from origin 'http://localhost:3000' has been blocked by CORS policy: {preflight}The value of the 'Access-Control-Allow-Credentials' header in the response is '{value}' which must be 'true' when the request's credentials mode is 'include'.";
const preflight = "Response to preflight request doesn't pass access control check: ";
const include = 'The request\'s credentials mode is "include", but Access-Control-Allow-Credentials';

const causeByValue: readonly (readonly [text: string, cause: string])[] = [
  [ofCredentials.replace('{preflight}', '').replace('{value}', ''), `${include} is absent or empty.`],
  [
    ofCredentials.replace('{preflight}', preflight).replace('{value}', ''),
    `${include} on the CORS-preflight response is absent or empty.`,
  ],
  [ofCredentials.replace('{preflight}', '').replace('{value}', 'True'), `${include} is "True".`],
  // Chromium has a text of its own for this header where it is absent.
  [
    "The 'Access-Control-Allow-Origin' header contains the invalid value ''.",
    'Access-Control-Allow-Origin holds "", which is not a serialized origin.',
  ],
];

for (const [text, cause] of causeByValue) {
  test(`the cause says which value the text shows: ${cause}`, () => {
    const causes = explainText(text, engines).flatMap((explained) =>
      explained.kind === 'diagnosis'
        ? [explained.advice.cause]
        : explained.kind === 'ambiguous'
          ? explained.candidates.map((advice) => advice.cause)
          : [],
    );
    expect(causes).toContain(cause);
  });
}

test('what was matched is told', () => {
  const text =
    "Access to XMLHttpRequest at 'https://api.example.com/b' (redirected from 'https://api.example.com/a') from origin 'https://app.example' has been blocked by CORS policy: Request header field x-token is not allowed by Access-Control-Allow-Headers in preflight response.";
  expect(explainText(text, engines).map(({ values, engines: said }) => ({ values, said }))).toEqual([
    {
      said: ['chromium'],
      values: {
        api: 'XMLHttpRequest',
        url: 'https://api.example.com/b',
        from: 'https://api.example.com/a',
        origin: 'https://app.example',
        name: 'x-token',
      },
    },
  ]);
});
