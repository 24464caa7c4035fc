import { expect, test } from '@playwright/test';
import chromium from '../../../fixtures/engines/chromium.ts';
import { hearWitnesses } from '../../../src/judge/witnesses.ts';
import { exchange, observation } from './observation.ts';

const authorities = new Set(['api.example.com:443']);
const hear = (seen: ReturnType<typeof observation>) => hearWitnesses(seen, chromium, authorities);

const refused = {
  outcome: { kind: 'network-error', message: 'TypeError: Failed to fetch' },
  refusal: { code: 'MissingAllowOriginHeader', parameter: '' },
  failure: 'net::ERR_FAILED',
  exchanges: [exchange('actual', 200, [])],
} as const;

test('three witnesses that agree on a shared response are heard', () => {
  expect(hear(observation())).toEqual({ kind: 'shared', quirks: [] });
});

test('three witnesses that agree on a refusal are heard', () => {
  expect(hear(observation(refused))).toEqual({ kind: 'refused', diagnosis: 'origin-missing', values: [] });
});

test('a shared response that the standard refuses is a disagreement', () => {
  expect(hear(observation({ exchanges: [exchange('actual', 200, [])] }))).toEqual({
    kind: 'disagreement',
    reason:
      'Two witnesses differ: the browser shared the response, but by the standard these exchanges give a network error (origin-missing).',
  });
});

test('a refusal that the standard shares is a disagreement', () => {
  expect(hear(observation({ ...refused, exchanges: observation().exchanges }))).toEqual({
    kind: 'disagreement',
    reason:
      'Two witnesses differ: the browser refused with MissingAllowOriginHeader, but by the standard these exchanges give a response.',
  });
});

test('a refusal for another reason than the standard gives is a disagreement', () => {
  const mismatch = { refusal: { code: 'AllowOriginMismatch', parameter: 'x' } };
  expect(hear(observation({ ...refused, ...mismatch })).kind).toBe('disagreement');
});

test('a network error without a CORS code is never CORS', () => {
  expect(hear(observation({ ...refused, refusal: null, failure: 'net::ERR_CONNECTION_REFUSED' }))).toEqual({
    kind: 'neighbour',
    diagnosis: 'connection-refused',
    value: 'net::ERR_CONNECTION_REFUSED',
  });
});

test('a network error with an unknown code is not taken for CORS either', () => {
  expect(hear(observation({ ...refused, refusal: null, failure: 'net::ERR_SOMETHING_NEW' }))).toEqual({
    kind: 'neighbour',
    diagnosis: 'connection-blocked',
    value: 'net::ERR_SOMETHING_NEW',
  });
  expect(hear(observation({ ...refused, refusal: { code: 'BrandNew', parameter: '' } })).kind).toBe(
    'disagreement',
  );
});

test('an exchange with a host that nobody named is not judged', () => {
  const [first] = observation().exchanges;
  if (first === undefined) throw new Error('no exchange');
  const elsewhere = { ...first, url: 'https://login.example.net/' };
  expect(hear(observation({ exchanges: [elsewhere] }))).toEqual({
    kind: 'neighbour',
    diagnosis: 'redirect-elsewhere',
    value: 'https://login.example.net/',
  });
});

test('an observation that is not whole is not judged', () => {
  expect(hear(observation({ incomplete: 'The browser fell silent.' }))).toEqual({
    kind: 'disagreement',
    reason: 'The browser fell silent.',
  });
});

test('a preflight that a cache spared is a disagreement, not a pass', () => {
  const { request } = observation();
  const seen = observation({ request: { ...request, method: 'PUT' } });
  expect(hear(seen).kind).toBe('disagreement');
});
