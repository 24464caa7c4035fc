import { expect, test } from '@playwright/test';
import { judgeHeadersExposed } from '../../../src/judge/exposed-headers.ts';
import { judgePreflightCache } from '../../../src/judge/preflight-cache.ts';
import { judgeErrorReadable, judgeUnreadable } from '../../../src/judge/single-probe.ts';
import { judgeVary, varyEvidence } from '../../../src/judge/vary.ts';
import type { HeaderList, Observation, OriginRole } from '../../../src/model.ts';
import { exchange, observation } from './observation.ts';

const shared = { kind: 'shared', quirks: [] } as const;

/** Returns a shared response with `raw` header lines, of which the page reads `readable`. */
function answered(
  raw: HeaderList,
  readable: HeaderList,
  mode: 'omit' | 'include' = 'include',
  status = 200,
): Observation {
  const base = observation();
  return observation({
    request: { ...base.request, credentialsMode: mode },
    exchanges: [exchange('actual', status, raw)],
    outcome: {
      kind: 'response',
      status,
      type: 'cors',
      url: base.request.url,
      redirected: false,
      headers: readable,
      bodyError: null,
    },
  });
}

const exposedRows: readonly [title: string, seen: Observation, expected: string][] = [
  [
    'a declared header that is sent and exposed is read',
    answered(
      [
        ['X-Total', '1'],
        ['Access-Control-Expose-Headers', 'X-Total'],
      ],
      [['x-total', '1']],
    ),
    'conforms',
  ],
  [
    'a declared header that is sent and hidden is concealed',
    answered([['X-Total', '1']], []),
    'response-header-not-exposed',
  ],
  [
    'a declared header that is neither sent nor listed is concealed',
    answered([], []),
    'response-header-not-exposed',
  ],
  [
    'the wildcard lists a header that is not sent, without credentials',
    answered([['Access-Control-Expose-Headers', '*']], [], 'omit'),
    'conforms',
  ],
  [
    'the wildcard lists nothing with credentials',
    answered([['Access-Control-Expose-Headers', '*']], []),
    'response-header-not-exposed',
  ],
  ['an error that does not carry the header says nothing', answered([], [], 'include', 401), 'inapplicable'],
  [
    'an undeclared header that is exposed is a hazard',
    answered(
      [
        ['X-Total', '1'],
        ['X-Debug', '1'],
        ['Access-Control-Expose-Headers', 'X-Total, X-Debug'],
      ],
      [
        ['x-total', '1'],
        ['x-debug', '1'],
      ],
    ),
    'response-header-undeclared-exposed',
  ],
  [
    'a header that the browser shows and the standard hides is inconclusive',
    answered([['X-Total', '1']], [['x-total', '1']]),
    'inconclusive',
  ],
];

for (const [title, seen, expected] of exposedRows) {
  test(title, () => {
    const finding = judgeHeadersExposed(seen, shared, ['x-total']);
    expect(finding.status === 'violates' ? finding.diagnosis : finding.status).toBe(expected);
  });
}

const echo = (origin: string, more: HeaderList = []): Observation =>
  answered([['Access-Control-Allow-Origin', origin], ...more], []);
const none = (more: HeaderList = [], status = 200): Observation => answered(more, [], 'omit', status);
const vary: HeaderList = [['Vary', 'Accept-Encoding, origin']];

const varyRows: readonly [
  title: string,
  trusted: Observation,
  untrusted: Observation,
  absent: Observation,
  names: string | null,
][] = [
  ['the same answer for all needs no Vary', echo('*'), echo('*'), echo('*'), null],
  [
    'answers that differ need Vary on each',
    echo('https://a.test'),
    none(),
    none(),
    'the answer to a trusted origin, the answer to an untrusted origin and the answer to a request without Origin',
  ],
  [
    'the answer without Origin needs it too',
    echo('https://a.test', vary),
    none(vary),
    none(),
    'the answer to a request without Origin',
  ],
  ['Vary: Origin on each is enough', echo('https://a.test', vary), none(vary), none(vary), null],
  ['Vary: * counts', echo('https://a.test', vary), none([['Vary', '*']]), none(vary), null],
  [
    'an answer that nobody may store needs none',
    echo('https://a.test', vary),
    none([['Cache-Control', 'no-store']]),
    none(vary),
    null,
  ],
  [
    'a status that no cache keeps by itself needs none',
    echo('https://a.test', vary),
    none([], 403),
    none(vary),
    null,
  ],
  [
    'unless it says for how long',
    echo('https://a.test', vary),
    none([['Cache-Control', 'max-age=60']], 403),
    none(vary),
    'the answer to an untrusted origin',
  ],
  [
    'what has to be asked for again, and has nothing to be compared by, is never handed out',
    echo('https://a.test', [['Cache-Control', 'private, no-cache']]),
    none([['Cache-Control', 'no-cache']]),
    none(vary),
    null,
  ],
  [
    'with a validator it is',
    echo('https://a.test', vary),
    none([
      ['Cache-Control', 'no-cache'],
      ['ETag', '"1"'],
    ]),
    none(vary),
    'the answer to an untrusted origin',
  ],
  [
    'a no-cache that names fields is about these',
    echo('https://a.test', vary),
    none([['Cache-Control', 'no-cache="set-cookie"']]),
    none(vary),
    'the answer to an untrusted origin',
  ],
  [
    'a no-store that is quoted is none',
    echo('https://a.test', vary),
    none([['Cache-Control', 'max-age=60, x-note="no-store"']]),
    none(vary),
    'the answer to an untrusted origin',
  ],
  [
    'which headers are exposed is a part of the answer',
    echo('*', [['Access-Control-Expose-Headers', 'X-Total']]),
    echo('*'),
    echo('*'),
    'the answer to a trusted origin, the answer to an untrusted origin and the answer to a request without Origin',
  ],
];

for (const [title, trusted, untrusted, absent, names] of varyRows) {
  test(`Vary: ${title}`, () => {
    const finding = judgeVary('actual', [
      { role: 'trusted', observation: trusted },
      { role: 'untrusted', observation: untrusted },
      { role: 'absent', observation: absent },
    ]);
    expect(finding.status === 'violates' ? finding.filling.names : null).toBe(names);
  });
}

test('Vary: what is shown is an answer that lacks it, a trusted one where there is one', () => {
  const [own, ownWithHeaders, stranger] = [echo('https://a.test', vary), echo('https://a.test'), none()];
  const shown = (trusted: Observation, status: 'violates' | 'conforms'): Observation | null =>
    varyEvidence(
      'actual',
      [
        { role: 'trusted', observation: trusted },
        { role: 'untrusted', observation: stranger },
        { role: 'trusted-with-headers', observation: trusted === own ? null : ownWithHeaders },
      ],
      status,
    );
  expect(shown(own, 'violates')).toBe(stranger);
  expect(shown(own, 'conforms')).toBe(own);
  expect(shown(echo('https://a.test'), 'violates')).toBe(ownWithHeaders);
});

test('Vary: compared is what answers at one URL, wherever other pages are led on to', () => {
  const at = (url: string, status: number, headers: HeaderList) => ({
    ...exchange('actual', status, headers),
    url,
  });
  const redirect = at('https://api.test/old', 301, []);
  const led = observation({
    exchanges: [redirect, at('https://api.test/new', 200, [['Access-Control-Allow-Origin', '*']])],
  });
  const stopped = observation({ exchanges: [redirect] });
  const judged = judgeVary('actual', [
    { role: 'trusted', observation: stopped },
    { role: 'untrusted', observation: stopped },
    { role: 'absent', observation: led },
  ]);
  expect(judged).toEqual({
    status: 'conforms',
    seen: 'The answer is the same for every origin, so no Vary is needed.',
  });
});

const withHeadersRows: readonly [
  title: string,
  withHeaders: Observation[],
  bare: Observation[],
  status: string,
][] = [
  ['a token alone may make the difference', [echo('https://a.test')], [none(), none()], 'inapplicable'],
  ['with Vary: Origin it needs no comparing', [echo('https://a.test', vary)], [none(), none()], 'conforms'],
  [
    'nor where no cache may store it',
    [echo('https://a.test', [['Cache-Control', 'no-store']])],
    [none(), none()],
    'conforms',
  ],
  [
    'two trusted pages with the token differ in their origin alone',
    [echo('https://a.test'), echo('https://b.test')],
    [none(), none()],
    'violates',
  ],
  [
    'what the others show goes for it too',
    [echo('https://a.test')],
    [echo('https://a.test', vary), none(vary)],
    'violates',
  ],
  ['the same answer for all needs no Vary', [echo('*'), echo('*')], [echo('*'), echo('*')], 'conforms'],
];

for (const [title, withHeaders, [trusted, untrusted], status] of withHeadersRows) {
  test(`Vary of a request with declared headers: ${title}`, () => {
    const finding = judgeVary('actual', [
      { role: 'trusted', observation: trusted ?? null },
      { role: 'untrusted', observation: untrusted ?? null },
      ...withHeaders.map((observation) => ({ role: 'trusted-with-headers', observation }) as const),
    ]);
    expect(finding.status).toBe(status);
  });
}

test('Vary: of a session the sentence says that it is the session that differs', () => {
  const judged = (headers: HeaderList, others: readonly Observation[]) => {
    const own = echo('https://a.test');
    const asked = [{ ...own, request: { ...own.request, headers } }, ...others];
    const finding = judgeVary('actual', [
      { role: 'trusted', observation: none(vary) },
      { role: 'untrusted', observation: none(vary) },
      ...asked.map((observation) => ({ role: 'trusted-with-headers', observation }) as const),
    ]);
    return finding.status === 'violates' ? finding.filling.names : finding;
  };
  const other = echo('https://b.test', vary);
  expect([judged([], [other]), judged([['authorization', 'Bearer 1']], [other]), judged([], [])]).toEqual([
    'the answer to a trusted origin with the session',
    'the answer to a trusted origin with the declared request headers',
    {
      status: 'inapplicable',
      seen: 'Whether the answer to a trusted origin with the session depends on the origin was not seen: no other page has the session, and without it every origin gets an answer with other CORS headers than that.',
    },
  ]);
});

test('Vary: a CORS-preflight response that says that nobody may store it needs none', () => {
  const answer = (headers: HeaderList): Observation =>
    observation({ exchanges: [exchange('preflight', 204, headers)] });
  const judged = (headers: HeaderList): string =>
    judgeVary('preflight', [
      {
        role: 'trusted',
        observation: answer([['Access-Control-Allow-Origin', 'https://a.test'], ...headers]),
      },
      { role: 'untrusted', observation: answer(headers) },
    ]).status;
  expect([
    judged([]),
    judged([['Cache-Control', 'No-Store']]),
    judged([['Cache-Control', 'private']]),
    judged([['Cache-Control', 'private="x-a"']]),
  ]).toEqual(['violates', 'conforms', 'conforms', 'violates']);
});

test('a lookalike that reads where no stranger does is that lookalike', () => {
  const finding = judgeUnreadable(
    observation(),
    shared,
    { kind: 'refused', diagnosis: 'origin-missing', values: [] },
    { role: 'suffix', public: false },
  );
  expect(finding).toMatchObject({ status: 'violates', diagnosis: 'origin-suffix-trusted', severity: null });
});

test('a lookalike that reads where every stranger does is any origin', () => {
  const finding = judgeUnreadable(observation(), shared, shared, { role: 'suffix', public: false });
  expect(finding).toMatchObject({
    status: 'violates',
    diagnosis: 'any-origin-with-credentials',
    severity: null,
  });
});

const noStranger = { kind: 'refused', diagnosis: 'origin-missing', values: [] } as const;

test('a look-alike that a wider mistake lets in is that mistake, and is seen as what it is', () => {
  const reader = { role: 'insecure', public: false, mistake: 'origin-suffix-trusted' } as const;
  expect(judgeUnreadable(observation(), shared, noStranger, reader)).toEqual({
    status: 'violates',
    diagnosis: 'origin-suffix-trusted',
    severity: null,
    filling: { seenAs: 'insecure-origin-trusted' },
  });
});

const severityRows: readonly [
  title: string,
  role: OriginRole,
  status: number,
  mode: 'omit' | 'include',
  expected: string | null,
][] = [
  ['401 because nobody is signed in', 'untrusted', 401, 'include', null],
  ['403', 'suffix', 403, 'include', null],
  ['404', 'suffix', 404, 'include', null],
  ['critical without credentials', 'suffix', 200, 'omit', 'high'],
  ['critical without credentials, and nobody is signed in', 'suffix', 401, 'omit', 'high'],
  ['medium without credentials', 'loopback', 200, 'omit', null],
];

for (const [title, role, status, mode, expected] of severityRows) {
  test(`severity of an exposure: ${title}`, () => {
    const finding = judgeUnreadable(answered([], [], mode, status), shared, noStranger, {
      role,
      public: false,
    });
    expect(finding.status === 'violates' ? finding.severity : finding.status).toBe(expected);
  });
}

for (const [role, expected] of [
  ['untrusted', null],
  ['suffix', null],
  ['port', 'medium'],
  ['loopback', 'medium'],
] as const) {
  test(`a request that is granted to a page in the role ${role} is no worse than what it would read`, () => {
    const finding = judgeUnreadable(observation(), { kind: 'granted', quirks: [] }, null, {
      role,
      public: false,
    });
    expect(finding).toMatchObject({ diagnosis: 'preflight-origin-granted', severity: expected });
  });
}

test('where the API has nothing, nothing that the policy promises fails', () => {
  const refused = { kind: 'refused', diagnosis: 'origin-missing', values: [] } as const;
  const severity = (status: number | null) => {
    const finding = judgeErrorReadable(observation(), refused, status);
    return finding.status === 'violates' ? finding.severity : finding.status;
  };
  expect([severity(null), severity(404)]).toEqual(['medium', null]);
});

test('a failure that is not CORS keeps nobody out', () => {
  const neighbour = { kind: 'neighbour', diagnosis: 'connection-refused', value: 'x' } as const;
  const finding = judgeUnreadable(observation(), neighbour, null, { role: 'untrusted', public: false });
  expect(finding.status).toBe('inconclusive');
});

test('an error request that is answered otherwise proves nothing', () => {
  expect(judgeErrorReadable(observation(), shared, 401)).toMatchObject({
    status: 'inconclusive',
    seen: 'The policy says that this request is answered with status 401, but the answer was 200; the error response was not seen.',
  });
});

const preflighted = (maxAge: HeaderList): Observation =>
  observation({ exchanges: [exchange('preflight', 204, maxAge), exchange('actual', 200, [])] });
const cached = observation();
const asked = preflighted([]);

const cacheRows: readonly [
  title: string,
  first: Observation,
  second: Observation,
  declared: number,
  expected: string,
][] = [
  ['as declared', preflighted([['Access-Control-Max-Age', '600']]), cached, 600, 'conforms'],
  ['shorter', preflighted([['Access-Control-Max-Age', '60']]), cached, 600, 'preflight-cache-shorter'],
  ['absent is 5 s', preflighted([]), cached, 600, 'preflight-cache-shorter'],
  ['longer', preflighted([['Access-Control-Max-Age', '6000']]), cached, 600, 'preflight-cache-longer'],
  ['malformed', preflighted([['Access-Control-Max-Age', '10m']]), cached, 600, 'max-age-malformed'],
  ['not at all, as declared', preflighted([['Access-Control-Max-Age', '0']]), asked, 0, 'conforms'],
  [
    'the second request came to nothing',
    preflighted([['Access-Control-Max-Age', '600']]),
    observation({ outcome: { kind: 'network-error', message: 'x' }, failure: 'net::ERR_CONNECTION_RESET' }),
    600,
    'inconclusive',
  ],
  [
    'the browser asks again although it need not',
    preflighted([['Access-Control-Max-Age', '600']]),
    asked,
    600,
    'inconclusive',
  ],
];

test('preflight cache: of a negative duration the value is told', () => {
  const finding = judgePreflightCache(preflighted([['Access-Control-Max-Age', '-1']]), shared, asked, 600);
  expect(finding.status === 'violates' ? finding.filling.value : null).toBe(
    '0 s (Access-Control-Max-Age is "-1")',
  );
});

for (const [title, first, second, declared, expected] of cacheRows) {
  test(`preflight cache: ${title}`, () => {
    const finding = judgePreflightCache(first, shared, second, declared);
    expect(finding.status === 'violates' ? finding.diagnosis : finding.status).toBe(expected);
  });
}
