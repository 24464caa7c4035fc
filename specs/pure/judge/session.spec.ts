import { expect, test } from '@playwright/test';
import type { Judgement } from '../../../src/judge/finding.ts';
import type { Probed } from '../../../src/judge/probed.ts';
import { judgeSession, type Opening, type SessionSeen } from '../../../src/judge/session.ts';
import { readSetCookie } from '../../../src/judge/set-cookie.ts';
import type { Observation } from '../../../src/model.ts';
import { exchange, observation } from './observation.ts';

const nowMs = 0;
const page = 'https://app.example.com';
const setBy = 'https://api.example.com/login';

const cookies = (...lines: string[]): Opening['cookies'] =>
  lines.flatMap((line) => {
    const read = readSetCookie(line, nowMs);
    return read === null ? [] : [{ cookie: read.cookie, setBy }];
  });

function judged(
  seen: Partial<Observation> & { readonly status?: number },
  opening: Partial<Opening> = {},
  session: Partial<SessionSeen> = {},
): unknown[] {
  const { status = 200, ...own } = seen;
  const made = observation({ exchanges: [exchange('actual', status, [])], ...own });
  const probed = new Map<string, Probed>([
    ['probe', { kind: 'observed', observation: made, testimony: { kind: 'shared', quirks: [] } }],
  ]);
  const opened: Opening = {
    origin: page,
    failure: null,
    cookies: cookies('sid=1; Path=/; HttpOnly; SameSite=Lax', 'lang=en; Path=/'),
    headers: [],
    stored: ['sid', 'lang'],
    observations: [],
    ...opening,
  };
  const { finding }: Judgement = judgeSession(
    { origin: page, url: made.request.url },
    { check: 'session', probe: 'probe', declared: null },
    probed,
    { name: 'user', engine: 'chromium', cookies: [], openings: [opened], ...session },
    nowMs,
  );
  return finding.status === 'violates'
    ? [finding.status, finding.diagnosis, finding.filling]
    : [finding.status, finding.seen];
}

test('the wire says that the cookie arrives', () => {
  expect(judged({ cookieNames: ['sid', 'lang'] })).toEqual([
    'conforms',
    'The cookie sid and lang of the session arrives.',
  ]);
});

test('of cookies that the policy does not name one is enough, where the answer is as declared', () => {
  expect(judged({ cookieNames: ['sid'] })).toEqual([
    'conforms',
    'The cookie sid of the session arrives; lang does not.',
  ]);
  const lost = { cookies: cookies('sid=1; Path=/auth; HttpOnly', 'lang=en; Path=/') };
  const filling = { names: 'sid', value: 'sid=…; Path=/auth; HttpOnly' };
  expect(judged({ cookieNames: ['lang'], status: 401 }, lost)).toEqual([
    'violates',
    'session-cookie-path',
    filling,
  ]);
  // One that is named has to arrive, whatever is answered.
  expect(judged({ cookieNames: ['lang'] }, lost, { cookies: ['sid'] })).toEqual([
    'violates',
    'session-cookie-path',
    filling,
  ]);
});

test('a cookie that none of its attributes keeps away has no verdict, and what is known is said', () => {
  const because = (stored: string): string =>
    `The cookie sid and lang of the session "user" did not arrive, and its attributes do not say why; ${stored}. An answer of the API may have deleted or replaced it.`;
  expect(judged({ cookieNames: [] })).toEqual([
    'inconclusive',
    because('the browser stored it when the session was opened'),
  ]);
  expect(judged({ cookieNames: [] }, { stored: [] })).toEqual([
    'inconclusive',
    because('the browser did not store it'),
  ]);
  expect(judged({ cookieNames: [] }, { stored: null })).toEqual([
    'inconclusive',
    because('whether the browser has it is not known'),
  ]);
});

test('of two lines for one cookie the one that nothing keeps away counts', () => {
  const both = { cookies: cookies('sid=; Path=/old; Max-Age=0', 'sid=1; Path=/') };
  expect(judged({ cookieNames: ['sid'] }, both)).toEqual([
    'conforms',
    'The cookie sid of the session arrives.',
  ]);
  expect(judged({ cookieNames: [] }, both).at(0)).toBe('inconclusive');
});

test('what opened the session has to set the cookie', () => {
  expect(judged({ cookieNames: [] }, { cookies: [] })).toEqual([
    'inconclusive',
    'What opened the session "user" set no cookie, so none can arrive.',
  ]);
  expect(judged({ cookieNames: [] }, {}, { cookies: ['sid', 'csrf'] })).toEqual([
    'inconclusive',
    'What opened the session "user" set no cookie csrf, so none can arrive.',
  ]);
  expect(judged({ cookieNames: [] }, { cookies: [], headers: ['authorization'] })).toEqual([
    'inapplicable',
    'The session has no cookie: request headers carry it.',
  ]);
});

test('of a request that is held the attributes alone speak', () => {
  const held = { outcome: { kind: 'held' as const }, exchanges: [exchange('preflight', 204, [])] };
  expect(judged(held)).toEqual([
    'inapplicable',
    'The request is held before it reaches the API, so whether the cookie of the session arrives was not seen; declare send: true to judge it.',
  ]);
  expect(judged(held, { cookies: cookies('sid=1; Path=/auth') })).toEqual([
    'violates',
    'session-cookie-path',
    { names: 'sid', value: 'sid=…; Path=/auth' },
  ]);
});

test('a session that did not open has no verdict, or that of the CORS check that kept the page from it', () => {
  const failure = { reason: 'The session "user" was not opened.', finding: null };
  expect(judged({ cookieNames: ['sid'] }, { failure })).toEqual(['inconclusive', failure.reason]);
  const finding = { status: 'violates', diagnosis: 'origin-missing', severity: null, filling: {} } as const;
  expect(judged({ cookieNames: ['sid'] }, { failure: { ...failure, finding } })).toEqual([
    'violates',
    'origin-missing',
    {},
  ]);
});
