import { expect, test } from '@playwright/test';
import { idsOf } from './engines.ts';
import { filledTexts, ordinary, tells } from './filled-texts.ts';

/** After a change, a text is cut behind every third of its words. */
const step = process.env['CORS_SUITE'] === 'all' ? 1 : 3;

/** The texts of every engine, cut behind their words but the last, and what each part can be of. */
const cuts = new Map<string, { readonly ids: Set<string>; readonly telling: boolean }>();
for (const { id, text, own } of filledTexts(ordinary)) {
  for (const [word, { index }] of [...text.matchAll(/ (?=\S)/g)].entries()) {
    if (word % step !== 0) continue;
    const part = text.slice(0, index);
    const { ids } = cuts.get(part) ?? { ids: new Set() };
    cuts.set(part, { ids: ids.add(id), telling: tells(own.slice(0, index)) });
  }
}

test('a text that is cut off behind any word may be each that begins so', () => {
  const telling = [...cuts].filter(([, cut]) => cut.telling);
  expect(telling.length).toBeGreaterThan(cuts.size * 0.75);
  const missed = telling.map(([part, { ids }]) => {
    const found = idsOf(part);
    return [part, [...ids].filter((id) => !found.includes(id))];
  });
  expect(missed.filter(([, ids]) => ids?.length !== 0)).toEqual([]);
});

test('a text that goes on with other words behind any word is unknown', () => {
  const whole = filledTexts(ordinary).map(({ text }) => text);
  const known = [...cuts.keys()]
    // What is whole already may go on as it likes, and so may a value.
    .filter((part) => !whole.some((text) => part.includes(text) || text === `${part} ${ordinary['value']}`))
    .map((part) => `${part} frobnicator was not set.`)
    .filter((text) => idsOf(text).length > 0);
  expect(known).toEqual([]);
});

const chromium =
  "Access to fetch at 'https://a.test/' from origin 'https://b.test' has been blocked by CORS policy: ";
const firefox =
  'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ';
const webkit = 'Cross-origin redirection to https://a.test/ denied by Cross-Origin Resource Sharing policy: ';

const invented: readonly string[] = [
  `${chromium}The frobnicator was not set.`,
  `${chromium}Response to preflight request doesn't pass access control check: The frobnicator was not set.`,
  `${chromium}The 'Access-Control-Allow-Origin' header contains the invalid value 'x', and the frobnicator was not set.`,
  `${firefox}https://a.test/. (Reason: the frobnicator was not set).`,
  `${firefox}https://a.test/. (Reason: CORS header ‘Access-Control-Allow-Frobnicator’ missing). Status code: 200.`,
  `${firefox}‘https://a.test/’. (Reason: the frobnicator was not set).`,
  `${webkit}the frobnicator was not set`,
  'Fetch API cannot load https://a.test/ due to the frobnicator.',
  'Origin https://a.test is not allowed by Access-Control-Allow-Frobnicator. Status code: 200',
];

for (const text of invented) {
  test(`a text with an invented reason is unknown: ${text}`, () => {
    expect(idsOf(text)).toEqual([]);
  });
}

test('an invented reason beside a text that is known leaves that one', () => {
  const text = `${chromium}The frobnicator was not set.\n${chromium}Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.`;
  expect(idsOf(text)).toEqual(['method-not-allowed']);
});

const begunOtherwise: readonly (readonly [text: string, ids: readonly string[]])[] = [
  [
    'Beacon API cannot load https://a.test/. Preflight response is not successful. Status code: 404',
    ['preflight-status-not-ok'],
  ],
];

for (const [text, ids] of begunOtherwise) {
  test(`the beginning of another text before a known one is no text of its own: ${text.slice(0, 50)}`, () => {
    expect(idsOf(text)).toEqual(ids);
  });
}

const cutOff: readonly (readonly [text: string, ids: readonly string[]])[] = [
  [
    `${chromium}The 'Access-Control-Allow-Origin' header`,
    ['origin-multiple', 'origin-invalid', 'origin-mismatch'],
  ],
  [`${firefox}https://a.test/. (Reason: inv`, ['methods-malformed', 'headers-malformed']],
  [
    webkit,
    [
      'origin-missing',
      'origin-invalid',
      'origin-mismatch',
      'origin-wildcard-with-credentials',
      'origin-multiple',
      'credentials-not-allowed',
      'redirect-with-credentials',
      'redirect-scheme-unsupported',
    ],
  ],
];

for (const [text, ids] of cutOff) {
  test(`a text that is cut off may be each that begins so: ${text}`, () => {
    expect(idsOf(text)).toEqual(ids);
  });
}

for (const [id, text] of [
  ['chromium', chromium],
  ['firefox', `${firefox}https://a.te`],
] as const) {
  test(`the beginning of most texts of an engine may be each of them: ${id}`, () => {
    const begun = filledTexts({ ...ordinary, url: 'https://a.test/', origin: 'https://b.test' })
      .filter((filled) => filled.engine.id === id && filled.text.startsWith(text))
      .map((filled) => filled.id);
    expect(new Set(begun).size).toBeGreaterThan(15);
    expect(begun.filter((each) => !idsOf(text).includes(each))).toEqual([]);
  });
}
