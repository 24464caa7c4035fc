import { expect, test } from '@playwright/test';
import type { Log } from 'sarif';
import sarif from '../../../reports/formats/sarif.ts';
import { patternRemarks } from '../../../reports/read/remarks.ts';
import { definitionOf } from '../../../src/diagnoses/vocabulary.ts';
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
  expect(results).toHaveLength(sampleReport().totals.violates);
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
  const { why, spec, owner } = definitionOf('origin-missing');
  expect(rule).toMatchObject({ fullDescription: { text: why }, helpUri: spec, properties: { owner } });
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
