import { expect, test } from '@playwright/test';
import { WireRecords } from '../../../servers/tap/wire-records.ts';
import type { OpenExchange } from '../../../servers/tap/wire-record.ts';
import type { HeaderList } from '../../../src/model.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import { namedByFirefox } from '../../../src/probe/firefox/categories.ts';
import type { ConsoleError } from '../../../src/probe/tapped/page-driver.ts';
import { groupsOf, shareOut, type Asked } from '../../../src/probe/tapped/together.ts';
import { namedByWebKit } from '../../../src/probe/webkit/console.ts';

const users = 'http://api.test/users';
const user = 'http://api.test/users/42';
const login = 'http://api.test/login';

test('requests are under way together whose URLs tell them apart, and those for one URL keep their order', () => {
  const sent = probeRequest(users);
  const held = probeRequest(users, { method: 'PUT', held: true });
  expect(groupsOf([sent, held, probeRequest(user), probeRequest(login)])).toEqual([[0, 2, 3], [1]]);
  expect(groupsOf([held, sent, sent])).toEqual([[0], [1], [2]]);
});

test('what may not be made again, and what is not told apart by its URL, is under way alone, in its place', () => {
  const alone = [
    probeRequest(users, { method: 'POST' }),
    probeRequest(users, { api: 'image' }),
    probeRequest(`${users}#there`),
    probeRequest('http://ada@api.test/users'),
    probeRequest('http://api.test'),
  ];
  for (const request of alone) {
    expect([
      request.url,
      groupsOf([probeRequest(login), request, probeRequest(user), probeRequest(login)]),
    ]).toEqual([request.url, [[0], [1], [2, 3]]]);
  }
});

const text = (value: string): ConsoleError => ({ text: value, code: null });

const asked = (url: string, location: string | null = null): Asked => {
  const headers: HeaderList = location === null ? [] : [['Location', location]];
  const response = { status: location === null ? 200 : 302, headers, fromCache: false };
  return {
    request: probeRequest(url),
    exchanges: [{ purpose: 'actual', method: 'GET', url, requestHeaders: [], response, failure: null }],
  };
};

const blocked = (url: string, reason = 'CORS header ‘Access-Control-Allow-Origin’ missing'): ConsoleError =>
  text(
    `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. (Reason: ${reason}). Status code: 200.`,
  );

test('Firefox names the request in each text', () => {
  const share = (...errors: readonly ConsoleError[]) =>
    shareOut(errors, [asked(users), asked(user, '/login')], namedByFirefox);
  const [first, second, led] = [blocked(user), blocked(`‘${users}’`), blocked(login)];
  expect(share(first, second, led)).toEqual([[second], [first, led]]);
  // A server writes what it likes, but not where the request is named.
  const forged = blocked(
    users,
    `CORS header ‘Access-Control-Allow-Origin’ does not match ‘${user}. (Reason: x)’`,
  );
  expect(share(forged)).toEqual([[forged], []]);
  expect(share({ ...blocked('http://else.test/'), stray: true })).toEqual([[], []]);
  expect(share(blocked('http://else.test/'))).toBeNull();
  expect(share(text('Error: something else'))).toBeNull();
  expect(shareOut([led], [asked(users, '/login'), asked(user, '/login')], namedByFirefox)).toBeNull();
});

test('WebKit names the request in the last of its texts', () => {
  const share = (...errors: readonly ConsoleError[]) =>
    shareOut(errors, [asked(users), asked(user)], namedByWebKit);
  const why = text('Origin http://app.test is not allowed by Access-Control-Allow-Origin. Status code: 200');
  const denied = (url: string): ConsoleError =>
    text(`Fetch API cannot load ${url} due to access control checks.`);
  expect(share(why, denied(user), denied(users))).toEqual([[denied(users)], [why, denied(user)]]);
  const forged = text(
    `Header Access-Control-Allow-Methods has an invalid value: Fetch API cannot load ${user} due to access control checks.`,
  );
  expect(share(forged, denied(users))).toEqual([[forged, denied(users)], []]);
  expect(share(denied(users), why)).toBeNull();
  expect(share(denied(login), denied(users))).toBeNull();
});

const exchange = (url: string, location: string | null = null): OpenExchange => ({
  purpose: 'actual',
  method: 'GET',
  url,
  requestHeaders: [],
  response: {
    status: location === null ? 200 : 302,
    headers: location === null ? [] : [['Location', location]],
    fromCache: false,
  },
  failure: null,
});

/** Notes the exchanges, and says which are of which request, and whether that is clear. */
function filed(records: WireRecords, exchanges: readonly OpenExchange[]): readonly [string[][], boolean] {
  for (const one of exchanges) records.of(one).add(one);
  const { probes, isClear } = records.close();
  return [probes.map((probe) => probe.exchanges.map(({ url }) => url)), isClear];
}

test('an exchange is of the request whose URL it has, or that a redirect led there', () => {
  const both = () => new WireRecords({ url: users, held: false }, { url: user, held: false });
  expect(filed(both(), [exchange(user), exchange(users, '/login#top'), exchange(login)])).toEqual([
    [[users, login], [user]],
    true,
  ]);
  const led = [exchange(user, '/login'), exchange(users, '/login'), exchange(login)];
  expect(filed(both(), led)[1]).toBe(false);
  expect(filed(both(), [exchange(user, users), exchange(users)])[1]).toBe(false);
  expect(filed(both(), [exchange(login)])[1]).toBe(false);
});

test('a connection that fails is of nobody where several requests are under way', () => {
  const failing = (authority: string, ...urls: readonly [string, ...string[]]) => {
    const [first, ...others] = urls.map((url) => ({ url, held: false }));
    const records = new WireRecords(first ?? { url: '', held: false }, ...others);
    records.fail(authority, 'ECONNREFUSED');
    const { probes, isClear } = records.close();
    return [probes.map(({ failure }) => failure), isClear];
  };
  expect(failing('api.test:80', users)).toEqual([['ECONNREFUSED'], true]);
  expect(failing('api.test:80', users, user)).toEqual([['ECONNREFUSED', 'ECONNREFUSED'], false]);
  expect(failing('else.test:80', users, user)).toEqual([[null, null], true]);
});

test('what nobody knows whose it is is held where any of the requests is', () => {
  const records = new WireRecords({ url: users, held: false }, { url: user, held: true });
  expect([records.of(exchange(users)).hold, records.of(exchange(login)).hold, records.hold]).toEqual([
    false,
    true,
    true,
  ]);
});
