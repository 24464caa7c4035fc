import { expect, test } from '@playwright/test';
import type { Log } from 'sarif';
import sarif from '../../../reports/formats/sarif.ts';
import { findingsOf } from '../../../reports/read/findings.ts';
import { patternRemarks } from '../../../reports/read/remarks.ts';
import { definitionOf, diagnosisIds } from '../../../src/diagnoses/vocabulary.ts';
import { sampleReport } from './sample-report.ts';

function render(): Log {
  const log: Log = JSON.parse(sarif.render(sampleReport()));
  return log;
}

test('each finding is a result that points at its rule', () => {
  const [run] = render().runs;
  const rules = run?.tool.driver.rules ?? [];
  expect(rules.map(({ id }) => id)).toEqual([
    'insecure-origin-trusted',
    'method-not-allowed',
    'opaque-origin-trusted',
    'origin-mismatch',
    'origin-missing',
    'origin-prefix-trusted',
    'response-header-not-exposed',
    'vary-origin-missing',
  ]);
  const results = run?.results ?? [];
  const { violations, hazards, accepted, off } = findingsOf(sampleReport());
  expect(results).toHaveLength([...violations, ...hazards, ...accepted, ...off].length);
  const prints = results.map(({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash']);
  expect(new Set(prints).size).toBe(results.length);
  expect(results.map(({ ruleIndex = -1 }) => rules[ruleIndex]?.id)).toEqual(
    results.map(({ ruleId }) => ruleId),
  );
});

test('a hazard is a warning, every other finding an error, unless the policy gives it another level', () => {
  const levels = (render().runs[0]?.results ?? []).map(
    ({ ruleId, level }) => `${ruleId ?? ''} ${level ?? ''}`,
  );
  expect([...new Set(levels)].sort()).toEqual([
    'insecure-origin-trusted error',
    'method-not-allowed note',
    'opaque-origin-trusted error',
    'origin-mismatch error',
    'origin-missing warning',
    'origin-prefix-trusted error',
    'response-header-not-exposed error',
    'vary-origin-missing warning',
  ]);
});

test('a rule says what src/diagnoses says', () => {
  const rule = render().runs[0]?.tool.driver.rules?.find(({ id }) => id === 'origin-missing');
  const { spec, owner } = definitionOf('origin-missing');
  expect(rule).toMatchObject({
    fullDescription: {
      text: 'The CORS check fails, so a page at the origin gets a network error instead of the response.',
    },
    helpUri: spec,
    properties: { owner },
  });
});

test('no rule of any diagnosis has a placeholder that nothing fills', () => {
  const [sample] = sampleReport().verdicts.filter(({ diagnosis }) => diagnosis === 'origin-missing');
  expect(sample).toBeDefined();
  const verdicts = diagnosisIds.flatMap((diagnosis) =>
    sample === undefined ? [] : [{ ...sample, diagnosis, route: `/${diagnosis}` }],
  );
  const log: Log = JSON.parse(sarif.render({ ...sampleReport(), verdicts }));
  const rules = log.runs[0]?.tool.driver.rules ?? [];
  expect(rules).toHaveLength(diagnosisIds.length);
  expect(JSON.stringify(rules).match(/\{\w+\}/g)).toBe(null);
  expect(rules.find(({ id }) => id === 'vary-origin-missing')?.shortDescription).toEqual({
    text: 'Vary origin missing (hazard)',
  });
});

test('of more findings than code scanning shows, the worst are kept, and it is said what was cut', () => {
  const [sample] = sampleReport().verdicts.filter(({ diagnosis }) => diagnosis === 'origin-mismatch');
  const verdicts = Array.from({ length: 5002 }, (_, index) =>
    sample === undefined
      ? []
      : [
          {
            ...sample,
            id: `${sample.id} ${index}`,
            route: `/${index}`,
            severity: index < 2 ? ('low' as const) : ('high' as const),
          },
        ],
  ).flat();
  const log: Log = JSON.parse(sarif.render({ ...sampleReport(), verdicts }));
  const results = log.runs[0]?.results ?? [];
  expect(results).toHaveLength(5000);
  expect(new Set(results.map(({ properties }) => String(properties?.['severity'])))).toEqual(
    new Set(['high']),
  );
  expect(
    log.runs[0]?.invocations?.[0]?.toolExecutionNotifications?.map(({ message }) => message.text).slice(0, 1),
  ).toEqual([
    '2 of 5002 findings are in report.json alone: code scanning shows 5000, and these are the worst.',
  ]);
});

test('a check without an answer is a notification, and makes the run unsuccessful', () => {
  expect(render().runs[0]?.invocations).toEqual([
    {
      executionSuccessful: false,
      toolExecutionNotifications: [
        {
          level: 'error',
          message: {
            text: 'GET https://api.example.com/v1/exports from https://evil.example with credentials mode "omit": Two witnesses differ: the browser shared the response, but by the standard these exchanges give a network error (origin-missing).',
          },
        },
        { level: 'note', message: { text: patternRemarks(sampleReport()).join() } },
      ],
    },
  ]);
});
