import { expect, test } from '@playwright/test';
import chromium from '../../../fixtures/engines/chromium.ts';
import { reproduce } from '../../../src/judge/reproduce.ts';
import { judgeReadable, judgeUnreadable } from '../../../src/judge/single-probe.ts';
import { hearWitnesses } from '../../../src/judge/witnesses.ts';
import type { HeaderList, Observation } from '../../../src/model.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import { observation } from './observation.ts';

const url = 'https://api.example.com/socket';
const page = 'https://app.example.com';

/** Returns what was seen of a handshake that was answered with `status`; `null`: no answer is known. */
function handshake(
  status: number | null,
  overrides: Partial<Observation> = {},
  requestHeaders: HeaderList = [['Origin', page]],
): Observation {
  const response = { kind: 'response', status: 101, type: 'WebSocket', url, redirected: false } as const;
  return observation({
    request: probeRequest(url, {
      api: 'WebSocket',
      mode: 'no-cors',
      credentialsMode: 'include',
      headers: [['sec-websocket-protocol', 'chat.v2, chat.v1']],
    }),
    outcome:
      status === 101
        ? { ...response, headers: [], bodyError: null }
        : { kind: 'network-error', message: 'WebSocket closed 1006' },
    exchanges: [
      {
        purpose: 'actual',
        method: 'GET',
        url,
        requestHeaders,
        response: status === null ? null : { status, headers: [], fromCache: false },
        failure: null,
      },
    ],
    ...overrides,
  });
}

const hear = (seen: Observation) => hearWitnesses(seen, chromium, new Set(['api.example.com:443']));
const refused = (value: string) => ({
  kind: 'neighbour',
  diagnosis: 'websocket-handshake-refused',
  value,
});
const unexpected = (status: number) =>
  `Error during WebSocket handshake: Unexpected response code: ${status}`;

test('a WebSocket is open where the browser and the wire say so, and refused by a status of either', () => {
  const opened = handshake(101);
  expect(hear(opened)).toEqual({ kind: 'shared', quirks: [] });
  expect(hear(handshake(403))).toEqual(refused('answered the handshake with status 403'));
  // Chromium shows the answer by the code of its failure alone.
  for (const [status, failure] of [
    [403, unexpected(403)],
    [307, unexpected(307)],
    [401, 'HTTP Authentication failed; no valid credentials available'],
  ] as const) {
    expect(hear(handshake(null, { failure }))).toEqual(
      refused(`answered the handshake with status ${status}`),
    );
  }
  expect(hear({ ...opened, outcome: closed })).toEqual(
    refused('opened it and closed it at once (WebSocket closed 1008)'),
  );
});

const closed = {
  kind: 'response',
  status: 101,
  type: 'WebSocket',
  url,
  redirected: false,
  headers: [],
  bodyError: 'WebSocket closed 1008',
} as const;

test('where the browser and the wire differ, and where the connection fails, there is no verdict', () => {
  expect(hear({ ...handshake(101), exchanges: [] })).toEqual({
    kind: 'disagreement',
    reason: 'Two witnesses differ: the browser opened the WebSocket, but the wire shows no answer.',
  });
  expect(hear(handshake(101, {}, [['Origin', 'https://other.example']]))).toEqual({
    kind: 'disagreement',
    reason:
      'Two witnesses differ: the page is at https://app.example.com, but its handshake was sent with Origin: https://other.example.',
  });
  const failures = [
    ['Error in connection establishment: net::ERR_CONNECTION_REFUSED', 'connection-refused'],
    ['Error in connection establishment: net::ERR_CERT_AUTHORITY_INVALID', 'tls-failure'],
    ["Error during WebSocket handshake: Incorrect 'Sec-WebSocket-Accept' header value", 'connection-blocked'],
  ] as const;
  for (const [failure, diagnosis] of failures) {
    const seen = handshake(null, { failure });
    expect(hear(seen)).toEqual({ kind: 'neighbour', diagnosis, value: failure });
    expect(judgeReadable(seen, hear(seen)).status).toBe('inconclusive');
    expect(judgeUnreadable(seen, hear(seen), null, { role: 'untrusted', public: false }).status).toBe(
      'inconclusive',
    );
  }
});

test('a stranger’s WebSocket is critical if a cookie was sent along, and high if none was', () => {
  const severityOf = (seen: Observation): unknown => {
    const finding = judgeUnreadable(seen, hear(seen), hear(seen), { role: 'untrusted', public: false });
    return finding.status === 'violates' ? [finding.diagnosis, finding.severity] : finding;
  };
  expect(severityOf(handshake(101))).toEqual(['websocket-origin-unchecked', 'high']);
  const cookie = [
    ['Origin', page],
    ['Cookie', 'id=1'],
  ] as const;
  // `null`: as the diagnosis says, which is critical.
  expect(severityOf(handshake(101, {}, cookie))).toEqual(['websocket-origin-unchecked', null]);
});

test('the two lines that show a handshake again open a WebSocket, and end', () => {
  expect(reproduce(handshake(101), null)).toEqual({
    curl: `curl --include --http1.1 --no-buffer --max-time 5 --header 'Origin: ${page}' --header 'sec-websocket-protocol: chat.v2, chat.v1' --header 'Connection: Upgrade' --header 'Upgrade: websocket' --header 'Sec-WebSocket-Version: 13' --header 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' '${url}'`,
    fetch: 'new WebSocket("wss://api.example.com/socket", ["chat.v2","chat.v1"])',
  });
});
