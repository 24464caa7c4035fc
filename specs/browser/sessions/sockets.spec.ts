import { expect, test } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { sessionServers } from '../../../servers/sessions/servers.ts';
import { startSessionServer, type CookieSettings } from '../../../servers/sessions/start.ts';
import type { Verdict } from '../../../src/model.ts';
import { versionsOf } from '../../frameworks/need.ts';
import {
  passOn,
  passOnUpgrade,
  sameSite,
  startSessionApi,
  withCors,
  type SessionApi,
} from '../../support/session-api.ts';

test.skip(engineChoice.suite !== 'all', 'A real session is opened over a WebSocket in the whole suite.');

/** A page of the API's own site that is not trusted: its handshakes carry cookies with SameSite=Lax. */
const neighbour = 'https://untrusted.example.localhost';
const stranger = 'https://untrusted.test';

let api: SessionApi;
test.beforeAll(async () => {
  api = await startSessionApi('chromium');
});
test.afterAll(() => api.close());

/** Starts ws with the session of Express behind a server of TLS, and judges its socket with that session. */
async function judged(
  env: Readonly<Record<string, string>>,
  cookie: Partial<CookieSettings> = {},
): Promise<readonly Verdict[]> {
  await versionsOf(sessionServers.sockets.system);
  const settings = {
    name: 'sid',
    path: '/',
    secure: true,
    sameSite: 'Lax',
    partitioned: false,
    ...cookie,
  } as const;
  const server = await startSessionServer('sockets', settings, env);
  try {
    return await api.judge(
      {
        trustedOrigins: [sameSite],
        sessions: { user: { page: [{ method: 'POST', path: '/auth/login' }] } },
        routes: [{ path: '/socket', kind: 'websocket', credentials: 'include', session: 'user' }],
      },
      (request, response) => withCors(request, response, () => passOn(request, response, server.port)),
      { lookalikes: (origin) => origin === neighbour },
      (request, socket) => passOnUpgrade(request, socket, server.port),
    );
  } finally {
    await server.stop();
  }
}

const linesOf = (verdicts: readonly Verdict[]): readonly string[] =>
  verdicts.map(
    ({ check, origin, status, diagnosis, severity }) =>
      `${check} from ${origin}: ${[status, diagnosis, severity].filter((part) => part !== null).join(' ')}`,
  );

test('a server that compares Origin and reads the session opens to the trusted page alone', async () => {
  const verdicts = await judged({ ORIGINS: JSON.stringify([sameSite]) });
  expect(linesOf(verdicts)).toEqual([
    `readable from ${sameSite}: conforms`,
    `session from ${sameSite}: inapplicable`,
    `unreadable from ${stranger}: conforms`,
    'unreadable from null: conforms',
    `unreadable from ${neighbour}: conforms`,
  ]);
});

test('a server that reads the session and no Origin opens to the page that has the cookie: critical', async () => {
  const verdicts = await judged({});
  expect(linesOf(verdicts)).toEqual([
    `readable from ${sameSite}: conforms`,
    `session from ${sameSite}: inapplicable`,
    `unreadable from ${stranger}: conforms`,
    'unreadable from null: conforms',
    `unreadable from ${neighbour}: violates websocket-origin-unchecked critical`,
  ]);
  expect(verdicts.at(-1)?.seen.split('. ').at(-1)).toBe(
    'Chromium does not show the cookies of a handshake to another origin; by its attributes, the cookie sid of the session "user" goes with it.',
  );
});

test('a server that reads neither is as bad as the cookie that travels', async () => {
  const verdicts = await judged({ NEEDS_USER: '0' });
  expect(linesOf(verdicts).slice(2)).toEqual([
    `unreadable from ${stranger}: violates websocket-origin-unchecked high`,
    'unreadable from null: violates websocket-origin-unchecked high',
    `unreadable from ${neighbour}: violates websocket-origin-unchecked critical`,
  ]);
});

test('a cookie that does not come with the handshake is told by its attributes', async () => {
  const verdicts = await judged({ ORIGINS: JSON.stringify([sameSite]) }, { path: '/auth' });
  expect(linesOf(verdicts).slice(0, 2)).toEqual([
    `readable from ${sameSite}: inconclusive websocket-handshake-refused high`,
    `session from ${sameSite}: violates session-cookie-path high`,
  ]);
});
