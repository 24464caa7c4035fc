import { expect, test } from '@playwright/test';
import chromium from '../../../fixtures/engines/chromium.ts';
import { explainObservation } from '../../../src/explain/explain.ts';
import { causes, facts } from '../../../src/explain/facts.ts';
import type { Observation } from '../../../src/model.ts';
import { probeRequest } from '../../../src/plan/probe-request.ts';
import { authorityOf } from '../../../src/fetch-standard/urls.ts';
import { hearWitnesses } from '../../../src/judge/witnesses.ts';
import { readObservations, type ObservedCase } from '../fetch-standard/observations.ts';

const { cases } = readObservations(new URL('../fetch-standard/chromium-observations.json', import.meta.url));

/** The refusals that were observed, as observations of the harness. */
const refused = cases.flatMap((row) => {
  const { observed } = row;
  if (observed.outcome !== 'network-error' || observed.corsError === undefined) return [];
  return [{ row, observation: observationOf(row, observed.corsError, observed.parameter ?? '') }];
});

function observationOf({ request, exchanges }: ObservedCase, code: string, parameter: string): Observation {
  const { url, method, headers, credentialsMode, mode, redirectMode } = request;
  return {
    engine: { id: 'chromium', version: '156' },
    pageOrigin: request.pageOrigin,
    request: probeRequest(url, { method, headers, credentialsMode, mode, redirectMode }),
    outcome: { kind: 'network-error', message: 'TypeError: Failed to fetch' },
    console: [`CORS policy: ${/^Preflight|PreflightResponse$/.test(code) ? 'preflight' : ''}`],
    exchanges: exchanges.map((exchange) => ({
      purpose: exchange.purpose,
      method: exchange.method,
      url: exchange.url,
      requestHeaders: [],
      response: { status: exchange.status, headers: exchange.headers, fromCache: false },
      failure: null,
    })),
    refusal: { code, parameter },
    failure: 'net::ERR_FAILED',
    incomplete: null,
  };
}

const heard = ({ observation }: { readonly observation: Observation }) =>
  hearWitnesses(
    observation,
    chromium,
    new Set([observation.request, ...observation.exchanges].map(({ url }) => authorityOf(url))),
  );

test('the decision tree never rules out what the witnesses agree on', () => {
  expect(refused.length).toBeGreaterThan(150);
  const ruledOut = refused.flatMap(({ row, observation }) => {
    const testimony = heard({ observation });
    if (testimony.kind !== 'refused') return [];
    const { steps } = explainObservation(observation, testimony);
    const wrong = steps.find(({ leaves }) => !leaves.includes(testimony.diagnosis));
    return wrong === undefined ? [] : [`${row.id}: ${testimony.diagnosis} by "${wrong.question}"`];
  });
  expect(ruledOut).toEqual([]);
});

test('the decision tree leaves a few refusals of all that can be', () => {
  const left = refused.flatMap(({ observation }) => {
    const testimony = heard({ observation });
    if (testimony.kind !== 'refused') return [];
    return (explainObservation(observation, testimony).steps.at(-1)?.leaves ?? causes).length;
  });
  const average = left.reduce((sum, count) => sum + count, 0) / left.length;
  expect(causes.length).toBe(39);
  expect(average).toBeLessThan(14);
});

test('an observation is explained with its cause, who changes what, and the header lines', () => {
  const found = refused.find(({ row }) => row.id === 'h-missing');
  if (found === undefined) throw new Error('There is no such observation.');
  const { advice, conclusion, steps } = explainObservation(found.observation, heard(found));
  expect({ ...advice, why: undefined, spec: undefined }).toEqual({
    diagnosis: 'header-not-allowed',
    cause: 'Access-Control-Allow-Headers on the CORS-preflight response does not list x-custom.',
    why: undefined,
    changers: ['back end', 'front end'],
    remedy:
      'Add x-custom to Access-Control-Allow-Headers for this path; "*" covers neither Authorization nor requests with credentials.',
    headers: [
      { on: 'preflight', line: 'Access-Control-Allow-Origin: http://localhost:8000' },
      { on: 'preflight', line: 'Vary: Origin' },
      { on: 'preflight', line: 'Access-Control-Allow-Methods: GET' },
      { on: 'preflight', line: 'Access-Control-Allow-Headers: x-custom' },
    ],
    spec: undefined,
  });
  expect(conclusion).toBe(advice?.cause);
  expect(steps.map(({ answer }) => answer)).toEqual(['yes', 'yes', 'no', 'one other value']);
});

test('an observation without a failure has a conclusion and no advice', () => {
  const [first] = refused;
  if (first === undefined) throw new Error('There is no observation.');
  const shared = explainObservation(first.observation, { kind: 'shared', quirks: [] });
  expect(shared).toEqual({ advice: null, conclusion: 'The page reads the response.', steps: [] });
  const differing = explainObservation(first.observation, { kind: 'disagreement', reason: 'They differ.' });
  expect(differing).toEqual({ advice: null, conclusion: 'They differ.', steps: [] });
});

test('every fact is one that an observation can show', () => {
  const kinds = Object.values(facts).map(({ failed }) => failed);
  expect([...new Set<string>(kinds)].sort()).toEqual(['actual', 'any', 'none', 'preflight']);
});
