import { expect, test } from '@playwright/test';
import type { Filling, Finding } from '../../../src/judge/finding.ts';
import { judgeReadable, judgeRedirectFree } from '../../../src/judge/single-probe.ts';
import { hearWitnesses, type Testimony } from '../../../src/judge/witnesses.ts';
import chromium from '../../../fixtures/engines/chromium.ts';
import type { Exchange, HeaderList, Observation } from '../../../src/model.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import { exchange, observation } from './observation.ts';

const missing: Testimony = { kind: 'refused', diagnosis: 'origin-missing', values: [] };

const hop = (
  url: string,
  location: string,
  headers: HeaderList = [],
  purpose: Exchange['purpose'] = 'actual',
): Exchange => ({ ...exchange(purpose, 302, [['Location', location], ...headers]), url });

const seen = (url: string, ...exchanges: readonly Exchange[]): Observation =>
  observation({
    request: probeRequest(url),
    outcome: { kind: 'network-error', message: 'TypeError: Failed to fetch' },
    exchanges,
  });

const whatToDo = ({ cure, remedy }: Filling): string => remedy ?? cure ?? '';

const told = (finding: Finding): unknown[] =>
  finding.status === 'violates' ? [finding.diagnosis, whatToDo(finding.filling)] : [finding.status];

const login =
  'Answer 401, with the CORS headers of every other response, in place of a redirect to a login page: headers on the redirect cure nothing, as no script can sign in there. The front end then sends its user to that page itself.';
const slash = (to: string): string => `Call ${to}: the two addresses differ in a slash at the end alone.`;
const scheme = (to: string): string => `Call ${to}: the two addresses differ in their scheme alone.`;
const host = (to: string): string => `Call ${to}: the two addresses differ in their host alone.`;

const api = 'https://api.test';

const kinds: readonly [from: string, location: string, cure: string][] = [
  [`${api}/items`, '/items/', slash(`${api}/items/`)],
  [`${api}/items/`, '/items', slash(`${api}/items`)],
  [`${api}/items?a=1`, '/items/?a=1', slash(`${api}/items/`)],
  ['http://api.test/items', `${api}/items`, scheme(`${api}/items`)],
  ['http://api.test:8080/items', 'https://api.test:8443/items', scheme('https://api.test:8443/items')],
  ['https://www.api.test/items', `${api}/items`, host(`${api}/items`)],
  [`${api}/items`, 'http://localhost:8790/login?rd=/items', login],
  [`${api}/items`, '/users/sign_in', login],
  [`${api}/items`, '/accounts/login/?next=/items', login],
  [`${api}/items`, '/Login.aspx', login],
  [`${api}/items`, 'https://accounts.example.com/', login],
  [`${api}/items`, 'https://id.example.com/authorize?client_id=a&redirect_uri=b', login],
  [`${api}/items`, 'https://sts.example.com/x?SAMLRequest=a', login],
  // What is asked for under such a name is not led to a login page by it.
  [`${api}/oauth/token`, '/oauth/token/', slash(`${api}/oauth/token/`)],
  [`${api}/oauth/token`, '/oauth/v2/token', ''],
  [`${api}/accounts`, '/v2/accounts', ''],
  [`${api}/items`, '/v2/items', ''],
  [`${api}/items`, 'https://cdn.test/blob', ''],
  [`${api}/items`, 'data:text/plain,x', ''],
];

for (const [from, location, cure] of kinds) {
  test(`a redirect from ${from} to ${location} that is refused is one finding, its cure first`, () => {
    const refused = seen(from, hop(from, location));
    expect(told(judgeReadable(refused, missing))).toEqual(['resource-redirect-refused', cure]);
    expect(told(judgeRedirectFree(refused, missing))).toEqual(['inapplicable']);
    const read = observation({ request: probeRequest(from), exchanges: [hop(from, location)] });
    expect(told(judgeRedirectFree(read, { kind: 'shared', quirks: [] }))).toEqual([
      'resource-redirect',
      cure,
    ]);
  });
}

test('what an address of the same origin answers behind a redirect is the fault of that answer', () => {
  const url = `${api}/items`;
  const behind = seen(url, hop(url, '/items/'), { ...exchange('actual', 200, []), url: `${url}/` });
  expect(told(judgeReadable(behind, missing))).toEqual(['origin-missing', slash(`${url}/`)]);
  expect(told(judgeRedirectFree(behind, missing))).toEqual(['inapplicable']);
});

test('a login page behind a redirect is never what has to send CORS headers', () => {
  const url = `${api}/items`;
  const behind = seen(url, hop(url, '/login'), { ...exchange('actual', 200, []), url: `${api}/login` });
  expect(told(judgeReadable(behind, missing))).toEqual(['resource-redirect-refused', login]);
});

test('a redirect of a CORS-preflight request has its cure first, too', () => {
  const url = `${api}/items`;
  const refused: Testimony = { kind: 'refused', diagnosis: 'preflight-redirect', values: [] };
  const told302 = (location: string): unknown[] =>
    told(judgeReadable(seen(url, hop(url, location, [], 'preflight')), refused));
  expect([told302('/items/'), told302('/login')]).toEqual([
    ['preflight-redirect', slash(`${url}/`)],
    [
      'preflight-redirect',
      `Let OPTIONS past the check for a session, as a CORS-preflight request carries no cookie. ${login}`,
    ],
  ]);
});

test('a redirect to a host that nobody named says what it is for', () => {
  const url = `${api}/items`;
  const led = seen(url, hop(url, 'https://login.test/'), {
    ...exchange('actual', 200, []),
    url: 'https://login.test/',
  });
  const finding = judgeReadable(led, hearWitnesses(led, chromium, new Set(['api.test:443'])));
  expect([
    finding.status,
    'diagnosis' in finding && finding.diagnosis,
    'filling' in finding && whatToDo(finding.filling),
  ]).toEqual(['inconclusive', 'redirect-elsewhere', login]);
});
