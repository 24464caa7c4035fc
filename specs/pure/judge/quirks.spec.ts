import { expect, test } from '@playwright/test';
import chromium from '../../../fixtures/engines/chromium.ts';
import firefox from '../../../fixtures/engines/firefox.ts';
import webkit from '../../../fixtures/engines/webkit.ts';
import type { Engine } from '../../../src/engines/engine.ts';
import type { Exchange, HeaderList, Observation, ProbeRequest } from '../../../src/model.ts';
import { hearWitnesses } from '../../../src/judge/witnesses.ts';
import { observation } from './observation.ts';

const page = 'https://app.example.com';
const authorities = new Set(['api.example.com:443', 'files.example.com:443']);
const granting: HeaderList = [
  ['Access-Control-Allow-Origin', page],
  ['Access-Control-Allow-Methods', 'PUT'],
];
const refusedAsMissing = { code: 'CORSMissingAllowOrigin2', parameter: '' };

const sent = (method: string, url: string, status: number, headers: HeaderList): Exchange => ({
  purpose: method === 'OPTIONS' ? 'preflight' : 'actual',
  method,
  url,
  requestHeaders: [],
  response: { status, headers, fromCache: false },
  failure: null,
});

/** Returns what comes of `exchanges` in an engine: the quirk that excuses them, the refusal, or that nothing does. */
function heard(
  engine: Engine,
  request: Partial<ProbeRequest>,
  exchanges: readonly Exchange[],
  refusal: Observation['refusal'] = null,
): string {
  const common = observation();
  const seen = hearWitnesses(
    {
      ...common,
      request: { ...common.request, credentialsMode: 'omit', ...request },
      exchanges,
      ...(refusal === null
        ? {}
        : { refusal, outcome: { kind: 'network-error', message: 'TypeError: NetworkError' } }),
    },
    engine,
    authorities,
  );
  if (seen.kind === 'shared') return seen.quirks.join(' and ') || 'no quirk';
  return seen.kind === 'refused' ? seen.diagnosis : seen.kind;
}

const { url } = observation().request;
const other = 'https://files.example.com/v2';
const actual = sent('GET', url, 200, granting);

test('a request header that Chromium safelists is excused there, and no other beside it', () => {
  const userAgent: HeaderList = [['User-Agent', 'example']];
  expect([
    heard(chromium, { headers: userAgent }, [actual]),
    heard(chromium, { headers: [['save-data', 'on']] }, [actual]),
    heard(chromium, { headers: [...userAgent, ['X-Custom', '1']] }, [actual]),
    heard(firefox, { headers: userAgent }, [actual]),
  ]).toEqual(['request-header-safelisted', 'request-header-safelisted', 'disagreement', 'disagreement']);
});

test('the client hints that Chromium safelists are excused there with a value that they can have, and no others', () => {
  const hint = (name: string, value = '1', engine: Engine = chromium): string =>
    heard(engine, { headers: [[name, value]] }, [actual]);
  const numbers = ['DPR', 'Device-Memory', 'Downlink', 'RTT', 'Viewport-Width', 'Width'];
  const safelisted = [
    ...numbers.map((name) => hint(name)),
    ...['slow-2g', '2g', '3g', '4g'].map((value) => hint('ECT', value)),
    hint('dpr', '1.5'),
    hint('Downlink', ' 10 '),
    hint('Save-Data', 'ON'),
    hint('User-Agent', 'a'.repeat(129)),
  ];
  expect([...new Set(safelisted)]).toEqual(['request-header-safelisted']);
  const others = [
    ...['Device-Posture', 'X-Width', 'DPR-Other'].map((name) => hint(name)),
    hint('ECT'),
    hint('ECT', '4G'),
    hint('Width', '1.5'),
    hint('DPR', '.5'),
    hint('RTT', '1'.repeat(129)),
    hint('Save-Data', 'off'),
    hint('DPR', '1', webkit),
  ];
  expect([...new Set(others)]).toEqual(['disagreement']);
});

test('beside a client hint that Chromium asks for, it asks for no other', () => {
  const asking = (names: string, code: string | null): string =>
    heard(
      chromium,
      {
        headers: [
          ['ect', '1'],
          ['rtt', '1'],
        ],
      },
      [
        sent('OPTIONS', url, 204, [...granting, ['Access-Control-Allow-Headers', names]]),
        ...(code === null ? [actual] : []),
      ],
      code === null ? null : { code, parameter: 'ect' },
    );
  expect([asking('ect', null), asking('rtt', 'HeaderDisallowedByPreflightResponse')]).toEqual([
    'request-header-safelisted',
    'header-not-allowed',
  ]);
});

test('WebKit asks for Authorization behind a redirect, and has to be granted it there', () => {
  const allowing = (names: string): HeaderList => [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Headers', names],
  ];
  const request = {
    headers: [
      ['Authorization', 'Bearer x'],
      ['x-c', '1'],
    ] as const,
  };
  const seen = (engine: Engine, names: string, end: readonly Exchange[], code: string): string =>
    heard(
      engine,
      request,
      [
        sent('OPTIONS', url, 204, allowing('authorization, x-c')),
        sent('GET', url, 302, [...granting, ['Location', other]]),
        sent('OPTIONS', other, 204, allowing(names)),
        ...end,
      ],
      code === '' ? null : { code, parameter: '' },
    );
  const read = [sent('GET', other, 200, allowing(''))];
  expect([
    seen(webkit, 'x-c', [], 'HeaderNotAllowed'),
    seen(webkit, 'x-authorization, x-c', [], 'HeaderNotAllowed'),
    seen(webkit, 'x-c,Authorization', read, ''),
    seen(webkit, 'authorization', [], 'HeaderNotAllowed'),
    seen(firefox, 'x-c', [], 'CORSMissingAllowHeaderFromPreflight2'),
  ]).toEqual(['header-not-allowed', 'header-not-allowed', 'no quirk', 'header-not-allowed', 'disagreement']);
});

test('where a request becomes GET, WebKit asks for the headers of its body behind the redirect, and has to be granted them', () => {
  const named = (name: string, value: string, allowed: string, isAskedFor = true): string => {
    const allow: HeaderList = [...granting, ['Access-Control-Allow-Headers', `x-c, ${name}`]];
    const atTheEnd: HeaderList = [...granting, ['Access-Control-Allow-Headers', allowed]];
    const request = { method: 'PUT', headers: [[name, value]] } as const;
    const exchanges = [
      sent('OPTIONS', url, 204, allow),
      sent('PUT', url, 303, [...granting, ['Location', `${url}/v2`]]),
      sent('OPTIONS', `${url}/v2`, 204, atTheEnd),
    ];
    return isAskedFor
      ? heard(webkit, request, exchanges, { code: 'HeaderNotAllowed', parameter: '' })
      : heard(webkit, request, [...exchanges, sent('GET', `${url}/v2`, 200, granting)]);
  };
  expect([
    named('Content-Type', 'application/json', 'x-c'),
    named('content-language', 'de@', 'x-c, x-content-language'),
    named('Content-Encoding', 'gzip', ''),
    named('Content-Location', '/', 'content-type'),
    named('Content-Type', 'application/json', 'CONTENT-TYPE', false),
    // Safelisted, it is asked for nowhere.
    named('Content-Type', 'text/plain', 'x-c'),
    named('Content-Type', 'text/plain', 'x-c', false),
    named('x-c', '1', ''),
  ]).toEqual([
    ...Array(4).fill('header-not-allowed'),
    'preflight-repeated',
    'disagreement',
    'preflight-repeated',
    'header-not-allowed',
  ]);
  const seenBy = (engine: Engine): string =>
    heard(
      engine,
      { method: 'PUT', headers: [['Content-Type', 'application/json']] },
      [
        sent('OPTIONS', url, 204, [...granting, ['Access-Control-Allow-Headers', 'content-type']]),
        sent('PUT', url, 303, [...granting, ['Location', `${url}/v2`]]),
        sent('OPTIONS', `${url}/v2`, 204, granting),
      ],
      { code: 'CORSMissingAllowHeaderFromPreflight2', parameter: '' },
    );
  expect(seenBy(firefox)).toBe('disagreement');
});

test('a multipart/x-mixed-replace that breaks off in WebKit was shared, unless the connection broke', () => {
  const seen = (engine: Engine, type: string, failure: string | null = null): string => {
    const common = observation();
    const exchange = sent('GET', url, 200, [...granting, ['Content-Type', type]]);
    const { outcome } = common;
    return hearWitnesses(
      {
        ...common,
        request: { ...common.request, credentialsMode: 'omit' },
        exchanges: [exchange],
        failure,
        ...(outcome.kind === 'response'
          ? { outcome: { ...outcome, bodyError: 'TypeError: Load failed' } }
          : {}),
      },
      engine,
      authorities,
    ).kind;
  };
  expect([
    seen(webkit, 'multipart/x-mixed-replace; boundary=x'),
    seen(webkit, 'multipart/mixed; boundary=x'),
    seen(webkit, 'multipart/x-mixed-replace; boundary=x', 'ECONNRESET'),
    seen(firefox, 'multipart/x-mixed-replace; boundary=x'),
  ]).toEqual(['shared', 'neighbour', 'neighbour', 'neighbour']);
});

test('a repeated CORS-preflight request is excused behind a redirect, and has to be granted', () => {
  const preflight = (at: string, headers: HeaderList): Exchange => sent('OPTIONS', at, 204, headers);
  const redirect = sent('PUT', url, 303, [...granting, ['Location', `${url}/v2`]]);
  const end = sent('GET', `${url}/v2`, 200, granting);
  const begun = [preflight(url, granting), redirect];
  const put = { method: 'PUT' };
  expect([
    heard(firefox, put, [...begun, preflight(`${url}/v2`, granting), end]),
    heard(webkit, put, [...begun, preflight(`${url}/v2`, granting), end]),
    heard(firefox, put, [...begun, preflight(`${url}/v2`, [])], refusedAsMissing),
    // Refused by the standard, and shared all the same.
    heard(firefox, put, [...begun, preflight(`${url}/v2`, []), end]),
    // No quirk of Chromium's.
    heard(chromium, put, [...begun, preflight(`${url}/v2`, granting), end]),
    heard(chromium, put, [...begun, end]),
  ]).toEqual([
    'preflight-repeated',
    'preflight-repeated',
    'preflight-origin-missing',
    'disagreement',
    'disagreement',
    'no quirk',
  ]);
});

test("Firefox compares a CORS-preflight response behind a redirect with the page's origin, and the actual one with null", () => {
  const begun = [
    sent('OPTIONS', url, 204, granting),
    sent('PUT', url, 307, [...granting, ['Location', other]]),
    sent('OPTIONS', other, 204, granting),
  ];
  const ends = (headers: HeaderList): Exchange[] => [...begun, sent('PUT', other, 200, headers)];
  const put = { method: 'PUT' };
  expect([
    heard(firefox, put, ends([['Access-Control-Allow-Origin', 'null']])),
    // As after a line that is folded.
    heard(
      firefox,
      put,
      [...begun.slice(0, 2), sent('OPTIONS', other, 204, [['Access-Control-Allow-Origin', `\r\n ${page}`]])],
      { code: 'CORSMethodNotFound', parameter: '' },
    ),
    heard(firefox, put, ends([]), refusedAsMissing),
    heard(firefox, put, ends(granting)),
    heard(chromium, put, ends([['Access-Control-Allow-Origin', 'null']])),
  ]).toEqual([
    'redirected-preflight-origin',
    'method-not-allowed',
    'origin-missing',
    'disagreement',
    'disagreement',
  ]);
});

test('a byte beyond ASCII in Accept or Content-Type is unsafe in Firefox, and not in Chromium', () => {
  const preflight = sent('OPTIONS', url, 204, [...granting, ['Access-Control-Allow-Headers', '*']]);
  const heardWith = (engine: Engine, name: string, value: string): string =>
    heard(engine, { headers: [[name, value]] }, [preflight, actual]);
  expect([
    heardWith(firefox, 'Accept', 'caf\u00e9'),
    heardWith(firefox, 'Content-Type', 'text/plain; a=\u00e9'),
    heardWith(firefox, 'Content-Language', 'de_CH'),
    heardWith(chromium, 'Accept', 'caf\u00e9'),
  ]).toEqual(['accept-beyond-ascii', 'accept-beyond-ascii', 'no quirk', 'disagreement']);
});

test('a comma in Content-Type is unsafe in Firefox, and nothing else makes a CORS-preflight request there', () => {
  const preflight = (names: string): Exchange =>
    sent('OPTIONS', url, 204, [...granting, ['Access-Control-Allow-Headers', names]]);
  const heardWith = (engine: Engine, name: string, value: string): string =>
    heard(engine, { headers: [[name, value]] }, [preflight('*'), actual]);
  const comma = { headers: [['content-type', 'text/plain; a=b,c']] } as const;
  const notAllowed = { code: 'CORSMissingAllowHeaderFromPreflight2', parameter: '' };
  expect([
    heardWith(firefox, 'Content-Type', 'text/plain; a=b,c'),
    heardWith(firefox, 'content-type', 'multipart/form-data; boundary=a,b'),
    heard(firefox, comma, [preflight('x-other')], notAllowed),
    // Asked for nothing.
    heardWith(firefox, 'Content-Type', 'text/plain; a=b'),
    heardWith(firefox, 'Accept', 'text/plain, text/html'),
    heard(firefox, comma, [actual]),
    heardWith(webkit, 'Content-Type', 'text/plain; a=b,c'),
    heardWith(chromium, 'Content-Type', 'text/plain; a=b,c'),
  ]).toEqual([
    'content-type-comma',
    'content-type-comma',
    'header-not-allowed',
    'disagreement',
    'disagreement',
    'no quirk',
    'disagreement',
    'disagreement',
  ]);
});

test('a CORS-preflight request that a request needs by no rule is excused neither before nor behind a redirect', () => {
  const redirect = sent('GET', url, 302, [...granting, ['Location', `${url}/v2`]]);
  const end = sent('GET', `${url}/v2`, 200, granting);
  const preflight = (at: string): Exchange => sent('OPTIONS', at, 204, granting);
  const heardIn = (engine: Engine): string[] => [
    heard(engine, {}, [preflight(url), actual]),
    heard(engine, {}, [redirect, preflight(`${url}/v2`), end]),
    heard(engine, {}, [redirect, end]),
  ];
  const expected = ['disagreement', 'disagreement', 'no quirk'];
  expect([heardIn(firefox), heardIn(webkit)]).toEqual([expected, expected]);
});

test('an upload listener makes a CORS-preflight request, in Chromium where there is a body', () => {
  const preflight = sent('OPTIONS', url, 204, granting);
  const heardOf = (engine: Engine, request: Partial<ProbeRequest>): string[] => {
    const { method = 'GET' } = request;
    const answered = sent(method, url, 200, granting);
    const listening = { api: 'XMLHttpRequest', uploadListener: true, ...request } as const;
    return [heard(engine, listening, [preflight, answered]), heard(engine, listening, [answered])];
  };
  const post = { method: 'POST', body: 'a' };
  const spared = ['no quirk', 'upload-listener-without-body'];
  const needed = ['no quirk', 'disagreement'];
  expect([
    heardOf(chromium, {}),
    heardOf(chromium, { method: 'POST' }),
    heardOf(chromium, { body: 'a' }),
    heardOf(chromium, post),
    heardOf(firefox, {}),
    heardOf(webkit, {}),
    heardOf(webkit, post),
  ]).toEqual([spared, spared, spared, needed, needed, needed, needed]);
});

test('a range is safelisted by WebKit whatever the case of its unit, and nothing else of it', () => {
  const heardWith = (engine: Engine, value: string): string =>
    heard(engine, { headers: [['Range', value]] }, [actual]);
  expect([
    heardWith(webkit, 'Bytes=0-1'),
    heardWith(webkit, 'bytes=0-1'),
    heardWith(webkit, 'Bytes=-1'),
    heardWith(firefox, 'Bytes=0-1'),
  ]).toEqual(['range-unit-in-any-case', 'no quirk', 'disagreement', 'disagreement']);
});

test('DELETE becomes GET in WebKit behind a redirect to another origin, and no other method or redirect', () => {
  const declared: HeaderList = [...granting, ['Access-Control-Allow-Methods', 'DELETE']];
  const heardOf = (engine: Engine, method: string, to: string): string =>
    heard(engine, { method }, [
      sent('OPTIONS', url, 204, declared),
      sent(method, url, 307, [...granting, ['Location', to]]),
      sent('OPTIONS', to, 204, [['Access-Control-Allow-Origin', '*']]),
      sent('GET', to, 200, [['Access-Control-Allow-Origin', '*']]),
    ]);
  expect(heardOf(webkit, 'DELETE', other)).toContain('redirected-delete');
  expect([
    heardOf(webkit, 'DELETE', `${url}/v2`),
    heardOf(webkit, 'PUT', other),
    heardOf(firefox, 'DELETE', other),
  ]).toEqual(['disagreement', 'disagreement', 'disagreement']);
});

test('the same Location twice is followed by Firefox, and two that differ are not', () => {
  const heardOf = (engine: Engine, second: string): string =>
    heard(engine, {}, [
      sent('GET', url, 302, [...granting, ['Location', `${url}/v2`], ['location', second]]),
      sent('GET', `${url}/v2`, 200, granting),
    ]);
  expect([
    heardOf(firefox, `${url}/v2`),
    heardOf(firefox, `${url}/v3`),
    heardOf(webkit, `${url}/v2`),
  ]).toEqual(['location-repeated', 'disagreement', 'disagreement']);
});

test('a redirect to ftp: is refused first by WebKit, and one to another scheme is not', () => {
  const refusedFor = { code: 'RedirectScheme', parameter: '' };
  const heardOf = (scheme: string, redirectMode: ProbeRequest['redirectMode']): string =>
    heard(webkit, { redirectMode }, [sent('GET', url, 308, [['Location', `${scheme}//x/`]])], refusedFor);
  expect([heardOf('ftp:', 'follow'), heardOf('ftp:', 'manual'), heardOf('gopher:', 'follow')]).toEqual([
    'redirect-scheme-unsupported',
    'redirect-scheme-unsupported',
    'disagreement',
  ]);
});

test('a Location that is no URL is a response that is not valid, whatever WebKit calls it', () => {
  const refusedFor = { code: 'RedirectScheme', parameter: '' };
  expect([
    heard(webkit, {}, [sent('GET', url, 308, [...granting, ['Location', 'http://[']])], refusedFor),
    heard(webkit, {}, [sent('GET', url, 308, [...granting, ['Location', 'http://x/']])], refusedFor),
  ]).toEqual(['neighbour', 'disagreement']);
});

test('an empty line beside another is overlooked by Firefox, unless two are spelled as the standard does', () => {
  const heardOf = (...lines: HeaderList): string => heard(firefox, {}, [sent('GET', url, 200, lines)]);
  const own = ['Access-Control-Allow-Origin', page] as const;
  expect([
    heardOf(own, ['access-control-allow-origin', '']),
    heardOf(['ACCESS-CONTROL-ALLOW-ORIGIN', ''], own),
    heardOf(['Access-Control-Allow-Origin', ''], ['access-control-allow-origin', page]),
    heardOf(['Access-control-allow-origin', page], ['Access-control-allow-origin', '']),
    heardOf(own, ['access-control-allow-origin', ''], ['access-control-allow-origin', '']),
    heardOf(own, ['Access-Control-Allow-Origin', '']),
    heardOf(own, ['access-control-allow-origin', page]),
    heardOf(['access-control-allow-origin', '']),
    heardOf(['access-control-allow-origin', ''], ['access-control-allow-origin', '']),
  ]).toEqual([...Array(5).fill('empty-origin-line'), ...Array(4).fill('disagreement')]);
});

test('an empty line of two about credentials is overlooked by Firefox, and one alone is not', () => {
  const name = 'Access-Control-Allow-Credentials';
  const heardOf = (engine: Engine, ...values: readonly string[]): string =>
    heard(engine, { credentialsMode: 'include' }, [
      sent('GET', url, 200, [...granting, ...values.map((value) => [name, value] as const)]),
    ]);
  expect([
    heardOf(firefox, 'true', ''),
    heardOf(firefox, '', 'true'),
    heardOf(firefox, 'true', 'true'),
    heardOf(firefox, ''),
    heardOf(chromium, 'true', ''),
  ]).toEqual([
    'empty-credentials-line',
    'empty-credentials-line',
    'disagreement',
    'disagreement',
    'disagreement',
  ]);
});

test('what Firefox tells of a refused preload, and WebKit of captions, is excused of these alone', () => {
  const without = [sent('GET', url, 200, [])];
  expect([
    heard(firefox, { api: 'preload' }, without),
    heard(firefox, { api: 'modulepreload' }, without),
    heard(firefox, { api: 'prefetch' }, without),
    heard(firefox, { api: 'fetch' }, without),
    heard(webkit, { api: 'preload' }, without),
    heard(webkit, { api: 'track', mode: 'same-origin' }, without),
    heard(firefox, { api: 'track', mode: 'same-origin' }, without),
  ]).toEqual([
    'refused-preload-loaded',
    'refused-preload-loaded',
    'refused-preload-loaded',
    'disagreement',
    'disagreement',
    'track-without-cors',
    'disagreement',
  ]);
});

test('a frame that shows the page of a refusal has not loaded', () => {
  const frame = observation({ failure: 'net::ERR_BLOCKED_BY_RESPONSE corp-not-same-origin' });
  const seen = { ...frame, request: { ...frame.request, api: 'iframe' as const, mode: 'no-cors' as const } };
  expect(hearWitnesses(seen, chromium, authorities)).toEqual({
    kind: 'neighbour',
    diagnosis: 'resource-policy',
    value: 'net::ERR_BLOCKED_BY_RESPONSE corp-not-same-origin',
  });
});

test('in Chromium a line with a space before its colon is there for its other quirks too', () => {
  const request = {
    headers: [['Authorization', 'Bearer x']] satisfies HeaderList,
    credentialsMode: 'same-origin' as const,
  };
  const preflight = sent('OPTIONS', url, 200, [
    ['Access-Control-Allow-Origin', page],
    ['Access-Control-Allow-Headers ', '*'],
  ]);
  const missing = { code: 'MissingAllowOriginHeader', parameter: '' };
  expect(heard(chromium, request, [preflight, sent('GET', url, 200, [])], missing)).toBe('origin-missing');
});

test('a redirect that leads nowhere is refused by the line that only Chromium reads', () => {
  const lines: HeaderList = [
    ['Access-Control-Allow-Origin', page],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Location', other],
    ['Location', other],
  ];
  const refused = (headers: HeaderList): string =>
    heard(chromium, { credentialsMode: 'include' }, [sent('GET', url, 301, headers)], {
      code: 'InvalidAllowCredentials',
      parameter: 'true, *',
    });
  expect([refused([...lines, ['Access-Control-Allow-Credentials ', '*']]), refused(lines)]).toEqual([
    'credentials-not-allowed',
    'neighbour',
  ]);
});

test('a redirect status that leads nowhere is the response in WebKit in redirect mode "error" alone', () => {
  const heardOf = (
    engine: Engine,
    redirectMode: ProbeRequest['redirectMode'],
    ...lines: HeaderList
  ): string => heard(engine, { redirectMode }, [sent('GET', url, 301, [...granting, ...lines])]);
  expect([
    heardOf(webkit, 'error'),
    heardOf(webkit, 'error', ['Location', '']),
    heardOf(webkit, 'error', ['Location', other]),
    heardOf(firefox, 'error'),
  ]).toEqual([
    'redirect-mode-error-without-location',
    'redirect-mode-error-without-location',
    'disagreement',
    'disagreement',
  ]);
});
