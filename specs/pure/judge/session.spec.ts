import { expect, test } from '@playwright/test';
import { judgeCrossSitePost } from '../../../src/judge/cross-site-post.ts';
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
  const { finding, remark }: Judgement = judgeSession(
    { origin: opened.origin ?? page, url: made.request.url },
    { check: 'session', probe: 'probe', declared: null },
    probed,
    { name: 'user', engine: 'chromium', cookies: [], openings: [opened], ...session },
    nowMs,
  );
  return finding.status === 'violates'
    ? [finding.status, finding.diagnosis, finding.filling, ...(remark === undefined ? [] : [remark])]
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

test("a browser's own reason is said of the cookie that it names, whenever it names it", () => {
  const lost = {
    cookies: cookies('sid=1; Path=/; Domain=app.example.com; HttpOnly', 'lang=en; Path=/auth'),
    observations: [
      observation({
        cookieReasons: [
          { name: 'sid', reason: 'InvalidDomain' },
          { name: 'sid', reason: 'InvalidDomain' },
          { name: 'lang', reason: 'SecureOnly' },
        ],
      }),
    ],
  };
  const cookieReasons = [{ name: 'lang', reason: 'NotOnPath' }];
  const filling = { names: 'sid', value: 'sid=…; Path=/; Domain=app.example.com; HttpOnly' };
  expect(judged({ cookieNames: [], cookieReasons }, lost)).toEqual([
    'violates',
    'session-cookie-domain',
    filling,
    "The browser's own names for the reason: InvalidDomain.",
  ]);
  expect(judged({ cookieNames: [], cookieReasons }, { ...lost, observations: [] })).toEqual([
    'violates',
    'session-cookie-domain',
    filling,
  ]);
});

test('what arrives in WebKit alone, as a page of another site or TLS of ours let it in, is no pass', () => {
  const across = {
    origin: 'https://app.other.test',
    cookies: cookies('sid=1; Path=/; Secure; SameSite=None'),
  };
  const arrives = (opening: Partial<Opening>, engine: SessionSeen['engine']) =>
    judged({ cookieNames: ['sid'] }, opening, { engine });
  const own = { cookies: cookies('sid=1; Path=/; Secure; SameSite=None') };
  expect([arrives(across, 'webkit'), arrives(across, 'firefox'), arrives(own, 'webkit')]).toEqual([
    [
      'inconclusive',
      'The cookie sid of the session arrives here, though WebKit keeps it from its users (session-cookie-third-party): a page of another site signed in in this browser, or TLS ends in front of the API.',
    ],
    ['conforms', 'The cookie sid of the session arrives.'],
    ['conforms', 'The cookie sid of the session arrives.'],
  ]);
});

test('what opened the session has to set the cookie', () => {
  expect(judged({ cookieNames: [] }, { cookies: [] })).toEqual([
    'inconclusive',
    'What opened the session "user" set no cookie, so none can arrive. A framework leaves out a cookie with Secure if it does not know that TLS ends in front of it (in Express, trust proxy).',
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
    failure.reason,
  ]);
});

/** Returns what is said of a POST without a CORS-preflight request, of a session that set these cookies. */
function judgedPost(opening: Partial<Opening>, session: Partial<SessionSeen> = {}): unknown[] {
  const opened = { origin: page, failure: null, cookies: [], headers: [], stored: [], observations: [] };
  const { finding } = judgeCrossSitePost(
    { origin: page, url: 'https://api.example.com/orders' },
    { check: 'cross-site-post', probe: 'probe' },
    new Map(),
    { name: 'user', engine: 'chromium', cookies: [], openings: [{ ...opened, ...opening }], ...session },
    nowMs,
  );
  return finding.status === 'violates'
    ? [finding.diagnosis, finding.filling]
    : [finding.status, 'seen' in finding ? finding.seen : null];
}

const across = 'sid=1; Path=/; Secure; HttpOnly; SameSite=None';
const shownAcross = { names: 'sid', value: 'sid=…; Path=/; Secure; HttpOnly; SameSite=None' };

test('a form of another site sends the cookie of a session where its attributes let it', () => {
  expect(judgedPost({ cookies: cookies(across) })).toEqual(['cross-site-post-with-session', shownAcross]);
  expect(judgedPost({ cookies: cookies('sid=1; Path=/; Secure; HttpOnly; SameSite=Lax') })).toEqual([
    'conforms',
    'By its attributes the cookie sid of the session does not go with a form of another site.',
  ]);
  // Code or a file gave it.
  expect(judgedPost({ origin: null, cookies: cookies(across) }).at(0)).toBe('cross-site-post-with-session');
});

test('of several cookies those count that are the session', () => {
  const both = cookies(across, 'csrf=1; Path=/; Secure; SameSite=Lax');
  expect(judgedPost({ cookies: both }).at(0)).toBe('cross-site-post-with-session');
  expect(judgedPost({ cookies: both }, { cookies: ['sid'] }).at(0)).toBe('cross-site-post-with-session');
  // Both are needed, and one stays behind.
  expect(judgedPost({ cookies: both }, { cookies: ['sid', 'csrf'] }).at(0)).toBe('conforms');
  // What a script can read is of a load balancer, say.
  const balanced = cookies('sid=1; Path=/; HttpOnly; SameSite=Lax', 'lb=1; Path=/; Secure; SameSite=None');
  expect(judgedPost({ cookies: balanced }).at(0)).toBe('conforms');
});

test('without a cookie there is nothing that a form could send along, or nothing that was seen', () => {
  expect([
    judgedPost({ headers: ['authorization'] }),
    judgedPost({}),
    judgedPost({ failure: { reason: 'No.', finding: null } }),
    judgedPost({ cookies: cookies(across) }, { openings: [] }),
  ]).toEqual([
    ['conforms', 'The session has no cookie: a browser adds nothing to what another page sends.'],
    ['inapplicable', 'What opened the session set no cookie; see the verdict on the cookie.'],
    [
      'inapplicable',
      'The session was not opened, so what its cookie is set by was not seen; see the verdict on the cookie.',
    ],
    [
      'inapplicable',
      'The session was not opened, so what its cookie is set by was not seen; see the verdict on the cookie.',
    ],
  ]);
});
