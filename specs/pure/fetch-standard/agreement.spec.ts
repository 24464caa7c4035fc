import { expect, test } from '@playwright/test';
import { predict } from '../../../src/fetch-standard/predict.ts';
import { judge } from './agreement.ts';
import { disagreements } from './disagreements.ts';
import { leftOutByReason, notByFetch } from './left-out.ts';
import { readObservations, type ObservedCase } from './observations.ts';

const { browser, cases, leftOut } = readObservations(new URL('chromium-observations.json', import.meta.url));

test('the standard predicts 334 of 341 observations of Chromium, in outcome and reason', () => {
  const right = cases.filter((row) => judge(row).agrees).length;
  expect({ browser, cases: cases.length, right }).toEqual({
    browser: 'Chromium 156.0.8078.79',
    cases: 341,
    right: 334,
  });
});

test('every disagreement is in the table, and every row of the table still disagrees', () => {
  const found = cases.map(judge).filter(({ agrees }) => !agrees);
  const rows = found.map(({ id, predicted, observed }) => [id, { predicted, observed }] as const);
  const table = Object.entries(disagreements).map(
    ([id, { predicted, observed }]) => [id, { predicted, observed }] as const,
  );
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(table));
});

test('every disagreement has a sentence and a link', () => {
  for (const { reason, link } of Object.values(disagreements)) {
    expect(reason).toMatch(/^[A-Z].{20,}\.$/);
    expect(new URL(link).protocol).toBe('https:');
  }
});

test('a network error is predicted with the values that Chromium names', () => {
  const unnamed = cases.filter((row) => !namesParameter(row)).map(({ id }) => id);
  expect(unnamed).toEqual([]);
});

test('an observation is in the file once, with its outcome or among those left out', () => {
  // Two requests in a row are one observation and two cases, "id/1" and "id/2".
  const judged = new Set(cases.map(({ id }) => id.replace(/\/[12]$/, '')));
  const ids = [...judged, ...leftOut.flatMap((group) => group.ids)];
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBe(511);
});

test('the observations left out are these, each with its reason', () => {
  const byReason = leftOut.map(({ reason, ids }) => [reason, reason === notByFetch ? ids.length : ids]);
  expect(Object.fromEntries(byReason)).toEqual(leftOutByReason);
});

test('a wrong observation disagrees', () => {
  const sabotaged = cases
    .filter(({ id }) => id === 'ctl-star' || id === 'acao-missing-401' || id === 'm-TRACE')
    .map((row): ObservedCase => ({ ...row, observed: { outcome: 'response', status: 418 } }));
  expect(sabotaged.map((row) => judge(row).agrees)).toEqual([false, false, false]);
});

test('a wrong reason disagrees', () => {
  const sabotaged = cases
    .filter(({ observed }) => observed.outcome === 'network-error' && observed.corsError !== undefined)
    .map((row): ObservedCase => ({
      ...row,
      observed: { outcome: 'network-error', corsError: 'InvalidResponse' },
    }));
  expect(sabotaged.filter((row) => judge(row).agrees)).toEqual([]);
});

function namesParameter({ request, exchanges, observed }: ObservedCase): boolean {
  if (observed.outcome !== 'network-error' || observed.parameter === undefined) return true;
  const prediction = predict(request, exchanges);
  if (prediction.outcome !== 'network-error' || observed.parameter === '') return true;
  return prediction.values.includes(observed.parameter);
}
