import { expect, test } from '@playwright/test';
import type { PlannedProbe } from '../../../src/plan/derived-check.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import type { Observation, ProbeRequest } from '../../../src/model.ts';
import { defaultLimits, type ProbePage } from '../../../src/probe/probe.ts';
import { makeRound } from '../../../src/run/probe-rounds.ts';
import { exchange, observation } from '../judge/observation.ts';

const url = 'https://api.example.com/items';
const plain = probeRequest(url, { credentialsMode: 'include' });
const withToken = probeRequest(url, { credentialsMode: 'include', headers: [['authorization', 'Bearer 1']] });
const preflight = exchange('preflight', 204, [
  ['Access-Control-Allow-Origin', 'https://app.example.com'],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Access-Control-Allow-Headers', 'authorization'],
]);
const whole = (request: ProbeRequest): Observation =>
  observation({
    request,
    exchanges: [...(request.headers.length > 0 ? [preflight] : []), ...observation().exchanges],
  });

const probe = (request: ProbeRequest): PlannedProbe => ({
  key: JSON.stringify(request),
  page: { origin: 'https://app.example.com', opaque: false },
  request,
  follows: null,
  unlessRefused: null,
  orRefusable: false,
  turn: 'usual',
});

/** Returns how often each request was made in a round whose first answers are those of `together`. */
async function asked(together: (request: ProbeRequest) => Observation): Promise<readonly number[]> {
  const requests = [plain, withToken];
  const made: ProbeRequest[] = [];
  const page: ProbePage = {
    origin: 'https://app.example.com',
    moveTo: () => Promise.resolve(),
    clearCaches: () => Promise.resolve(),
    rewriting: () => Promise.resolve(null),
    close: () => Promise.resolve(),
    probe(some) {
      const observations = some.map(made.length === 0 ? together : whole);
      made.push(...some);
      return Promise.resolve(observations);
    },
  };
  const round = { kind: 'together', probes: requests.map(probe) } as const;
  const seen = await makeRound(round, page, defaultLimits, new Set());
  expect([...seen.values()].map((one) => one.observation)).toEqual(requests.map(whole));
  return requests.map((request) => made.filter((one) => one === request).length);
}

test('what was answered on the wire is asked for once', async () => {
  expect(await asked(whole)).toEqual([1, 1]);
});

test('a response of which no exchange tells came from a cache, and is asked for again', async () => {
  const joined = (request: ProbeRequest): Observation =>
    request === plain ? whole(request) : observation({ request, exchanges: [preflight] });
  expect(await asked(joined)).toEqual([1, 2]);
  expect(await asked((request) => observation({ request, exchanges: [] }))).toEqual([2, 2]);
});

test('a refusal of which no exchange tells is asked for again', async () => {
  const refused = (request: ProbeRequest): Observation => ({
    ...whole(request),
    exchanges: [],
    outcome: { kind: 'network-error', message: 'TypeError: Failed to fetch' },
    refusal: { code: 'MissingAllowOriginHeader', parameter: '' },
    failure: 'net::ERR_FAILED',
  });
  expect(await asked((request) => (request === plain ? refused(request) : whole(request)))).toEqual([2, 1]);
});
