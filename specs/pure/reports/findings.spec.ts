import { expect, test } from '@playwright/test';
import html from '../../../reports/formats/html.ts';
import markdown from '../../../reports/formats/markdown.ts';
import terminal from '../../../reports/formats/terminal.ts';
import { findingsOf } from '../../../reports/read/findings.ts';
import { outcomesOf } from '../../../reports/read/outcome.ts';
import type { Severity } from '../../../src/diagnoses/vocabulary.ts';
import type { Report, Verdict } from '../../../src/model.ts';
import { sampleReport } from './sample-report.ts';
import { sampleVerdict, type Sample } from './sample-verdict.ts';

const route = '/v1/items';
const lookalike = { check: 'unreadable', route, method: 'GET', credentialsMode: 'omit' } as const;
const suffix: Sample = {
  ...lookalike,
  origin: 'https://evilexample.com',
  originRole: 'suffix',
  diagnosis: 'origin-suffix-trusted',
};

const rated = (sample: Sample, severity: Severity): Verdict => ({ ...sampleVerdict(sample), severity });

const reportOn = (verdicts: readonly Verdict[]): Report => ({
  ...sampleReport(),
  verdicts,
  routes: [{ path: route, methods: ['GET', 'PUT'] }],
  disagreements: [],
  fixes: [],
  accepted: [],
});

/** The look-alike over plain http stands under the suffix, and comes first. */
const report = reportOn([
  rated({ ...suffix, origin: 'http://app.example.com', originRole: 'insecure' }, 'high'),
  rated(
    { ...suffix, origin: 'http://app.example.com', originRole: 'insecure', credentialsMode: 'include' },
    'critical',
  ),
  rated(suffix, 'high'),
  rated({ ...suffix, credentialsMode: 'include' }, 'critical'),
  rated({ ...suffix, method: 'PUT', held: true, diagnosis: 'preflight-origin-granted' }, 'high'),
]);

test('a finding is headed by its worst check, in every format', () => {
  const [finding, ...others] = findingsOf(report).violations;
  expect([finding?.severity, finding?.name, others]).toEqual(['critical', 'origin-suffix-trusted', []]);
  expect([finding?.example.origin, finding?.example.credentialsMode]).toEqual([
    'https://evilexample.com',
    'include',
  ]);
  expect(/ 1 {2}(\w+) {2}/.exec(terminal.render(report))?.[1]).toBe('CRITICAL');
  expect(/^ {4}findings +(\w+) /m.exec(terminal.render(report))?.[1]).toBe('CRITICAL');
  expect(/^### (\w+):/m.exec(markdown.render(report))?.[1]).toBe('critical');
  expect(/class="finding is-(\w+)"/.exec(html.render(report))?.[1]).toBe('critical');
});

test('what follows stands under its cause, under its own name', () => {
  const [finding] = findingsOf(report).violations;
  expect(finding?.following.map(({ diagnosis, method }) => `${diagnosis} ${method}`)).toEqual([
    'preflight-origin-granted PUT',
  ]);
  for (const { render } of [terminal, markdown, html]) {
    expect(render(report)).toContain('preflight-origin-granted');
  }
});

test('a request that is granted to a page that reads nothing is a finding of its own, and nobody is said to read', () => {
  const granted = { ...suffix, method: 'PUT', held: true, diagnosis: 'preflight-origin-granted' } as const;
  const other = { ...granted, origin: 'https://evil.example', originRole: 'untrusted' } as const;
  const found = reportOn([rated(suffix, 'high'), rated(granted, 'high'), rated(other, 'high')]);
  expect(findingsOf(found).violations.map(({ name, verdicts }) => `${name} ${verdicts.length}`)).toEqual([
    'origin-suffix-trusted 2',
    'preflight-origin-granted 1',
  ]);
  expect(outcomesOf(reportOn([rated(other, 'high')])).map(({ text }) => text)).toEqual([
    '/v1/items grants more than the policy declares.',
    'Who has to act: the back end.',
  ]);
});

test('reading without credentials stands under reading with them', () => {
  const stranger = { ...lookalike, origin: 'https://evil.example', originRole: 'untrusted' } as const;
  const found = reportOn([
    rated({ ...stranger, diagnosis: 'any-origin' }, 'high'),
    rated({ ...stranger, credentialsMode: 'include', diagnosis: 'any-origin-with-credentials' }, 'critical'),
  ]);
  const names = findingsOf(found).violations.map(({ severity, name }) => `${severity} ${name}`);
  expect(names).toEqual(['critical any-origin-with-credentials']);
});
