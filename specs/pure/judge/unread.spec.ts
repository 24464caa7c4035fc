import { expect, test } from '@playwright/test';
import chromium from '../../../fixtures/engines/chromium.ts';
import { expect as withMatchers } from '../../../fixtures/stage/matchers.ts';
import { judgeReadable, judgeUnreadable } from '../../../src/judge/single-probe.ts';
import type { QuirkId } from '../../../src/engines/quirk.ts';
import type { Observation, PageApi } from '../../../src/model.ts';
import { hearWitnesses } from '../../../src/judge/witnesses.ts';
import { observation } from './observation.ts';

const hear = (seen: Observation) => hearWitnesses(seen, chromium, new Set(['api.example.com:443']));

const allowing = [
  ['Access-Control-Allow-Origin', 'https://app.example.com'],
  ['Access-Control-Allow-Credentials', 'true'],
] as const;

const response = {
  kind: 'response',
  status: 0,
  type: 'opaque',
  url: '',
  redirected: false,
  headers: [],
  bodyError: null,
} as const;

function withoutCors(api: PageApi, outcome: Observation['outcome'] = response): Observation {
  const { request } = observation();
  return observation({ request: { ...request, api, mode: 'no-cors' }, outcome });
}

test('an opaque response is not one that the page reads', () => {
  const seen = withoutCors('fetch');
  const testimony = hear(seen);
  expect(testimony).toEqual({ kind: 'neighbour', diagnosis: 'response-opaque', value: 'opaque' });
  expect(judgeReadable(seen, testimony).status).toBe('inconclusive');
  withMatchers({ observation: seen, testimony }).not.toBeAllowed();
});

for (const [api, diagnosis] of [
  ['canvas', 'canvas-tainted'],
  ['stylesheet', 'stylesheet-rules-unreadable'],
  ['iframe', 'frame-document-unreadable'],
] as const) {
  test(`${diagnosis} is known by the error that the script gets, and only by it`, () => {
    const outcome = { ...response, type: api };
    expect(hear(withoutCors(api, { ...outcome, bodyError: 'SecurityError' }))).toEqual({
      kind: 'neighbour',
      diagnosis,
      value: 'SecurityError',
    });
    expect(hear(withoutCors(api, outcome))).toEqual({ kind: 'shared', quirks: [] });
  });
}

const brokenOff = observation({
  outcome: { ...response, status: 200, type: 'cors', bodyError: 'TypeError: network error' },
  failure: 'net::ERR_CONTENT_LENGTH_MISMATCH',
});

test('a body that breaks off is not one that a trusted page reads', () => {
  const testimony = hear(brokenOff);
  expect(testimony).toEqual({
    kind: 'neighbour',
    diagnosis: 'connection-reset',
    value: 'net::ERR_CONTENT_LENGTH_MISMATCH',
  });
  expect(judgeReadable(brokenOff, testimony).status).toBe('inconclusive');
});

test('a font that an engine asks for without CORS says nothing of what the server answers to a page', () => {
  const context = { role: 'untrusted', public: false } as const;
  const seen = withoutCors('font');
  const asked = (quirks: readonly QuirkId[]) =>
    judgeUnreadable(seen, { kind: 'shared', quirks }, null, context).status;
  expect([asked(['font-without-cors']), asked([])]).toEqual(['inapplicable', 'violates']);
});

test('a body that breaks off is shared all the same with a page that must not read it', () => {
  const context = { role: 'untrusted', public: false } as const;
  expect(judgeUnreadable(brokenOff, hear(brokenOff), null, context)).toEqual({
    status: 'violates',
    diagnosis: 'any-origin-with-credentials',
    severity: null,
    filling: { seenAs: 'any-origin-with-credentials' },
  });
});

test('a stream as the body needs a CORS-preflight request, whatever the method is', () => {
  const { request } = observation();
  const posted = { ...request, method: 'POST', streamingBody: true } as const;
  const exchanges = observation().exchanges.map((exchange) => ({ ...exchange, method: 'POST' }));
  expect(hear(observation({ request: posted, exchanges })).kind).toBe('disagreement');
  const { streamingBody, ...plain } = posted;
  expect([streamingBody, hear(observation({ request: plain, exchanges })).kind]).toEqual([true, 'shared']);
});

for (const [api, asker, failure] of [
  ['image', 'an image', null],
  ['font', 'a font', 'net::ERR_ABORTED'],
  ['module', 'a module script', 'net::ERR_ABORTED'],
  ['stylesheet', 'a stylesheet', null],
  ['EventSource', 'an EventSource', null],
] as const) {
  test(`a response that passes CORS and is of no use to ${api} is told from a refusal, and shown as it is`, () => {
    const { request, exchanges } = observation();
    const seen = observation({
      request: { ...request, api },
      outcome: { kind: 'network-error', message: `${api} error event` },
      exchanges: exchanges.map((exchange) => ({
        ...exchange,
        response: { status: 404, headers: [...allowing, ['Content-Type', 'text/html']], fromCache: false },
      })),
      failure,
    });
    expect(hear(seen)).toEqual({
      kind: 'neighbour',
      diagnosis: 'connection-blocked',
      value: `the response (status 404, Content-Type: text/html) is not what ${asker} takes`,
    });
    expect(judgeReadable(seen, hear(seen)).status).toBe('inconclusive');
    // What the network itself failed with is not the response's fault.
    expect(hear({ ...seen, failure: 'net::ERR_CONNECTION_RESET' })).toEqual({
      kind: 'neighbour',
      diagnosis: 'connection-reset',
      value: 'net::ERR_CONNECTION_RESET',
    });
  });
}
