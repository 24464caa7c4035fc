import { expect, test } from '@playwright/test';
import type { Expectation } from '../../../src/plan/derived-check.ts';
import { judgeCheck } from '../../../src/judge/judge-check.ts';
import type { Probed } from '../../../src/judge/probed.ts';
import type { HeaderList, Observation, Verdict } from '../../../src/model.ts';
import { verdictOf } from '../../../src/judge/verdict.ts';
import { isAlike, notRun, shownBy, shownOtherwise, type CurlRun } from '../../../src/judge/curl-run.ts';
import { reproduce } from '../../../src/judge/reproduce.ts';
import { exchange, observation } from './observation.ts';

const url = 'https://api.example.com/items';
const final = 'https://api.example.com/items/';

/** Returns the verdict on one request of a trusted page. */
function verdictOn(
  check: 'readable' | 'redirect-free',
  probed: Extract<Probed, { kind: 'observed' }>,
): Verdict {
  const { engine, request, pageOrigin } = probed.observation;
  const expectation: Expectation = { check, probe: 'it' };
  const derived = {
    id: 'one',
    check,
    route: '/items',
    origin: pageOrigin,
    originRole: 'trusted',
    method: request.method,
    credentialsMode: request.credentialsMode,
    detail: '',
    url: request.url,
    expectation,
  } as const;
  return verdictOf(derived, judgeCheck(derived, new Map([['it', probed]]), null), {
    engine,
    route: {
      methods: ['GET'],
      requestHeaders: [],
      exposedHeaders: [],
      preflightCacheSeconds: null,
      public: false,
    },
  });
}

/** Reports whether the verdict on a held request with these exchanges says that it was held. */
const heldAfter = (exchanges: Observation['exchanges']): boolean =>
  verdictOn('readable', {
    kind: 'observed',
    observation: observation({ outcome: { kind: 'held' }, exchanges }),
    testimony: exchanges.length > 0 ? { kind: 'granted', quirks: [] } : { kind: 'unsent' },
  }).held;

test('a request of which nothing was sent is not held after its CORS-preflight request', () => {
  expect([heldAfter([exchange('preflight', 204, [])]), heldAfter([])]).toEqual([true, false]);
});

const refusedWith = (
  purpose: 'actual' | 'preflight',
  status: number,
): Extract<Probed, { kind: 'observed' }> => ({
  kind: 'observed',
  observation: refused(observation({ exchanges: [exchange(purpose, status, [])] })),
  testimony: {
    kind: 'refused',
    diagnosis: purpose === 'actual' ? 'origin-missing' : 'preflight-origin-missing',
    values: [],
  },
});

const refused = (seen: Observation): Observation => ({
  ...seen,
  outcome: { kind: 'network-error', message: 'TypeError: Failed to fetch' },
});

const sentences = [
  ['actual', 200, `The response to GET ${url} has no Access-Control-Allow-Origin header.`],
  ['actual', 302, `The response to GET ${url} has no Access-Control-Allow-Origin header (status 302).`],
  ['actual', 500, `The response to GET ${url} has no Access-Control-Allow-Origin header (status 500).`],
  [
    'preflight',
    404,
    `The answer to the CORS-preflight request for GET ${url} (status 404) has no Access-Control-Allow-Origin header.`,
  ],
] as const;

for (const [purpose, status, sentence] of sentences) {
  test(`a refused ${purpose} response with status ${status} is described`, () => {
    expect(verdictOn('readable', refusedWith(purpose, status)).seen).toBe(sentence);
  });
}

test('a redirect is shown again at the URL that redirects, by whoever answers there', () => {
  const seen = observation({
    exchanges: [
      exchange('actual', 308, [['Location', '/items/']]),
      { ...exchange('actual', 200, []), url: final },
    ],
  });
  const { owner, remedy, reproduce } = verdictOn('redirect-free', {
    kind: 'observed',
    observation: seen,
    testimony: { kind: 'shared', quirks: [] },
  });
  expect({ owner, remedy, reproduce }).toEqual({
    owner: 'back end',
    remedy: `Call ${final}: the two addresses differ in a slash at the end alone. Answer at ${url} itself; where the redirect has to stay, declare the final URL in the policy and have clients call that one.`,
    reproduce: {
      curl: `curl --include --header 'Origin: https://app.example.com' '${url}'`,
      fetch: `await fetch("${url}", {"credentials":"include"})`,
    },
  });
});

test('what is refused behind a redirect is shown again there', () => {
  const probed = refusedWith('actual', 200);
  const exchanges = [exchange('actual', 308, []), { ...exchange('actual', 200, []), url: final }];
  const { reproduce } = verdictOn('readable', {
    ...probed,
    observation: refused(observation({ exchanges })),
  });
  expect(reproduce.curl).toBe(`curl --include --header 'Origin: https://app.example.com' '${final}'`);
});

test('an answer that is compressed is asked for compressed, as a browser asks', () => {
  const curlOf = (line: HeaderList[number]): string => {
    const answered = observation({ exchanges: [exchange('actual', 200, [line])] });
    const testimony = { kind: 'shared', quirks: [] } as const;
    return verdictOn('readable', { kind: 'observed', observation: answered, testimony }).reproduce.curl;
  };
  expect([curlOf(['content-encoding', 'br']), curlOf(['Vary', 'Accept-Encoding'])]).toEqual([
    `curl --include --compressed --header 'Origin: https://app.example.com' '${url}'`,
    `curl --include --header 'Origin: https://app.example.com' '${url}'`,
  ]);
});

const reproducing = (
  sent: { readonly headers?: HeaderList; readonly url?: string; readonly body?: string },
  requestHeaders: HeaderList = [],
  run?: CurlRun,
): Verdict['reproduce'] => {
  const { url: to = url, headers = [], body = null } = sent;
  const seen = observation({
    request: { ...observation().request, url: to, headers, body },
    exchanges: [{ ...exchange('actual', 200, [['Vary', 'X-Tenant, Accept']]), url: to, requestHeaders }],
  });
  return reproduce(seen, null, undefined, run);
};

test('variables stand for what is redacted, and a sentence says what to put there', () => {
  const headers: HeaderList = [
    ['authorization', '[redacted]'],
    ['x-key', 'a[redacted]b"$(id)'],
    ['x-other', 'k=[redacted]x'],
    ['x-empty', ''],
  ];
  const to = 'https://api.example.com/items?ids[]={1}&token=[redacted]';
  expect(reproducing({ headers, url: to, body: '{"p":"[redacted]"}' })).toEqual({
    curl: [
      'curl --include --globoff',
      "--header 'Origin: https://app.example.com'",
      '--header "authorization: $TOKEN"',
      `--header 'x-key: a'"$SECRET"'b"$(id)'`,
      '--header "x-other: k=${SECRET_2}x"',
      "--header 'x-empty;'",
      `--data-raw '{"p":"'"$SECRET_3"'"}'`,
      '"https://api.example.com/items?ids[]={1}&token=$SECRET_4"',
    ].join(' '),
    fetch: `await fetch("https://api.example.com/items?ids[]={1}&token=$SECRET_4", {"headers":{"authorization":"$TOKEN","x-key":"a$SECRETb\\"$(id)","x-other":"k=$SECRET_2x","x-empty":""},"body":"{\\"p\\":\\"$SECRET_3\\"}","credentials":"include"})`,
    notes: [
      'Put the value of authorization in place of $TOKEN: no report shows it.',
      'Put the value of x-key in place of $SECRET: no report shows it.',
      'Put the value of x-other in place of $SECRET_2: no report shows it.',
      'Put what is left out of the body in place of $SECRET_3: no report shows it.',
      'Put what is left out of the address in place of $SECRET_4: no report shows it.',
    ],
  });
});

test('the curl line has the lines of the browser that the answer varies by, and its cookies', () => {
  const own: HeaderList = [
    ['Host', 'api.example.com'],
    ['Accept', '*/*'],
    ['User-Agent', 'Mozilla/5.0'],
    ['X-Tenant', 'one'],
    ['Cookie', '[redacted]'],
  ];
  expect(reproducing({}, own)).toEqual({
    curl: `curl --include --header 'Origin: https://app.example.com' --header 'X-Tenant: one' --header "Cookie: $COOKIE" '${url}'`,
    fetch: `await fetch("${url}", {"credentials":"include"})`,
    notes: ['Put the value of cookie in place of $COOKIE: no report shows it.'],
  });
});

test('what curl shows is compared in status and CORS lines alone', () => {
  const seen = { status: 200, headers: [['vary', 'origin, x']] } as const;
  const alike = {
    status: 200,
    headers: [
      ['Vary', 'Accept-Encoding'],
      ['Vary', 'Origin'],
      ['Date', 'now'],
    ],
  } as const;
  const open = { status: 200, headers: [['access-control-allow-origin', `${'*'.repeat(90)}`]] } as const;
  const failed = { status: 500, headers: [['Vary', '*']] } as const;
  expect([alike, open, failed].map((one) => isAlike(one, seen))).toEqual([true, false, false]);
  expect(
    [
      shownOtherwise(open, seen, 'https://a.example', 'origin-missing'),
      shownOtherwise(failed, seen, 'https://a.example', 'cached-copy-of-another-origin'),
      shownBy([['User-Agent', 'M']], failed, seen, 'https://a.example'),
      notRun('it is'),
    ].map((run) => reproducing({}, [], run)),
  ).toEqual([
    {
      ...reproducing({}),
      curlShows: 'another',
      notes: [
        `curl shows another answer (for https://a.example): Access-Control-Allow-Origin: ${'*'.repeat(51)}…, no Vary: Origin, where the browser saw Vary: Origin, no Access-Control-Allow-Origin, as it depends on more than the header lines of the request (the connection, or the time).`,
      ],
    },
    {
      ...reproducing({}),
      curlShows: 'another',
      notes: [
        'curl shows another answer (for https://a.example): status 500, where the browser saw status 200, as that is a copy which a cache has kept.',
      ],
    },
    {
      ...reproducing({}),
      curl: `curl --include --header 'Origin: https://app.example.com' --header 'User-Agent: M' '${url}'`,
      curlShows: 'same',
      notes: [
        'The answer depends on User-Agent, and the curl line sends what the browser sent. By itself, curl shows another answer (for https://a.example): status 500, where the browser saw status 200.',
      ],
    },
    { ...reproducing({}), curlShows: 'not-run', notes: ['The curl line was not run: it is.'] },
  ]);
});
