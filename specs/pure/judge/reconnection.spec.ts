import { expect, test } from '@playwright/test';
import chromium from '../../../fixtures/engines/chromium.ts';
import { reproduce } from '../../../src/judge/reproduce.ts';
import { judgeReadable } from '../../../src/judge/single-probe.ts';
import { hearWitnesses } from '../../../src/judge/witnesses.ts';
import type { HeaderList, Observation } from '../../../src/model.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import { tappedObservation } from '../../../src/probe/tapped/observation.ts';
import { exchange, observation } from './observation.ts';

const page = 'https://app.example.com';
const url = 'https://api.example.com/items';
const request = probeRequest(url, { api: 'EventSource', credentialsMode: 'include', reconnects: true });
const allowing: HeaderList = [
  ['Access-Control-Allow-Origin', page],
  ['Access-Control-Allow-Credentials', 'true'],
];
const afterwards = 'EventSource error event after the stream had been open';
const failed = (message: string): Observation['outcome'] => ({ kind: 'network-error', message });
const opened = (bodyError: string | null): Observation['outcome'] => ({
  kind: 'response',
  status: 200,
  type: 'EventSource',
  url,
  redirected: false,
  headers: [],
  bodyError,
});

const seenWith = (
  outcome: Observation['outcome'],
  status = 200,
  headers: HeaderList = allowing,
  more: Partial<Observation> = {},
): Observation =>
  observation({ request, outcome, exchanges: [exchange('actual', status, headers)], ...more });

const judged = (seen: Observation) => {
  const finding = judgeReadable(seen, hearWitnesses(seen, chromium, new Set(['api.example.com:443'])));
  return [finding.status, finding.status === 'violates' ? finding.diagnosis : finding.seen];
};

test('a stream that the browser opens again is read, and what keeps it from that is told', () => {
  const refusal = { code: 'MissingAllowOriginHeader', parameter: '' };
  expect(judged(seenWith(opened(null)))).toEqual([
    'conforms',
    'The stream ended, the browser asked again by itself, and the page reads the answer, status 200.',
  ]);
  expect(judged(seenWith(failed(afterwards), 200, [], { refusal, failure: 'net::ERR_FAILED' }))).toEqual([
    'violates',
    'origin-missing',
  ]);
  // An answer that is no stream, and a connection that failed, are no verdict on CORS.
  expect(judged(seenWith(failed(afterwards), 500, allowing, { failure: 'net::ERR_ABORTED' }))[0]).toBe(
    'inconclusive',
  );
});

test('where the browser asks once, nothing is said of a second answer', () => {
  const notSeen = (outcome: Observation['outcome'], status = 200) => judged(seenWith(outcome, status));
  expect([
    notSeen(opened('the stream went on')),
    notSeen(opened('nothing was asked again')),
    notSeen({ kind: 'timeout', afterMs: 3_000 }),
    notSeen(failed('EventSource error event')),
    notSeen(failed(afterwards), 204),
  ]).toEqual([
    [
      'inapplicable',
      'The stream did not end within 1 s, so that the browser had no reason to ask again: what its second request is answered was not seen. It is the same request, with Last-Event-ID where an event had an id.',
    ],
    [
      'inapplicable',
      'The stream ended, and the browser did not ask again within 6 s, as a longer retry may tell it.',
    ],
    ['inapplicable', 'The browser did not ask again within 3000 ms of its first request.'],
    ['inapplicable', 'The page does not open the stream at all; see the verdict on its first request.'],
    [
      'inapplicable',
      'The stream ended, and the API answered the browser, which asked again, with status 204: that ends an event stream for good, so that no page reads more of it.',
    ],
  ]);
  // A second request that is never answered is another matter.
  const unanswered = { ...exchange('actual', 200, []), response: null };
  expect(judged(seenWith({ kind: 'timeout', afterMs: 3_000 }, 200, [], { exchanges: [unanswered] }))[0]).toBe(
    'inconclusive',
  );
});

test('of what a tap saw, the last time counts, with its redirects, and curl asks where the stream went on', () => {
  const at = (address: string, status: number, headers: HeaderList, requestHeaders: HeaderList = []) => ({
    ...exchange('actual', status, headers),
    url: address,
    requestHeaders,
  });
  const moved: HeaderList = [...allowing, ['Location', '/moved']];
  const again = at(url, 307, moved, [['Last-Event-ID', '7']]);
  const last = at('https://api.example.com/moved', 200, [], [['Last-Event-ID', '7']]);
  const seen = tappedObservation({
    engine: { id: 'firefox', version: '1' },
    pageOrigin: page,
    request,
    outcome: { kind: 'network-error', message: afterwards },
    beaconIsLost: false,
    wire: {
      exchanges: [at(url, 307, moved), at('https://api.example.com/moved', 200, allowing), again, last],
      failure: null,
      held: false,
    },
    console: [],
    refusal: null,
    incomplete: null,
  });
  expect(seen.exchanges).toEqual([again, last]);
  expect(reproduce(seen, null).curl).toBe(
    "curl --include --http1.1 --no-buffer --max-time 5 --header 'Origin: https://app.example.com' --header 'Last-Event-ID: 7' 'https://api.example.com/moved'",
  );
});
