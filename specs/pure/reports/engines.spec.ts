import { expect, test } from '@playwright/test';
import type { Log } from 'sarif';
import { byCheck } from '../../../reports/read/by-engine.ts';
import { disagreementsOf } from '../../../reports/read/disagreements.ts';
import { scopeNote, scopeText } from '../../../reports/read/engine-scope.ts';
import { findingsOf } from '../../../reports/read/findings.ts';
import sarif from '../../../reports/formats/sarif.ts';
import { plainPaint } from '../../../reports/terminal/paint.ts';
import { renderSummary } from '../../../reports/terminal/summary.ts';
import type { EngineId, Verdict } from '../../../src/model.ts';
import { threeEnginesReport } from './sample-engines.ts';
import { sampleVerdict, type Sample } from './sample-verdict.ts';

const readable: Sample = {
  check: 'readable',
  route: '/users',
  origin: 'https://app.example.com',
  originRole: 'trusted',
  method: 'GET',
  credentialsMode: 'omit',
};
const missing: Sample = { ...readable, diagnosis: 'origin-missing' };
const unclear: Sample = { ...readable, status: 'inconclusive', reason: 'Firefox is gone.' };

/** Returns the verdicts of one check, each engine's own. */
const said = (answers: Partial<Record<EngineId, Sample>>): readonly Verdict[] =>
  (['chromium', 'firefox', 'webkit'] as const).flatMap((id) => {
    const sample = answers[id];
    return sample === undefined ? [] : [sampleVerdict(sample, { id, version: '1' })];
  });

const scopeOfViolations = (verdicts: readonly Verdict[]): string[] => {
  const found = verdicts.filter(({ status }) => status === 'violates');
  return [scopeText(found, byCheck(verdicts)), scopeNote(found, byCheck(verdicts))];
};

test('a finding says in which engines it was seen, and what the others came to', () => {
  const rows: [Partial<Record<EngineId, Sample>>, readonly [text: string, note: string]][] = [
    [{ chromium: missing }, ['', '']],
    [{ chromium: missing, firefox: missing }, ['refused in Chromium and Firefox alike', '']],
    [
      { chromium: readable, firefox: readable, webkit: missing },
      ['refused in WebKit only; readable in Chromium and Firefox', 'in WebKit only'],
    ],
    // What is not known elsewhere is not said to be otherwise.
    [{ chromium: missing, firefox: unclear }, ['refused in Chromium; unclear in Firefox', 'in Chromium']],
    [
      { chromium: missing, firefox: { ...readable, diagnosis: 'origin-multiple' } },
      // Here they are taken together; each finding has its own cause.
      ['refused in Chromium and Firefox alike', ''],
    ],
    [
      {
        chromium: { ...readable, check: 'unreadable', originRole: 'untrusted', diagnosis: 'any-origin' },
        webkit: { ...readable, check: 'unreadable', originRole: 'untrusted' },
      },
      ['readable in Chromium only; refused in WebKit', 'in Chromium only'],
    ],
    [
      {
        chromium: { ...readable, check: 'vary', diagnosis: 'vary-origin-missing' },
        webkit: { ...readable, check: 'vary' },
      },
      ['seen in Chromium only; not seen in WebKit', 'in Chromium only'],
    ],
  ];
  for (const [answers, texts] of rows) expect(scopeOfViolations(said(answers))).toEqual(texts);
});

test('what is seen elsewhere for some of the requests is not said to be so of all', () => {
  const stranger = (origin: string, diagnosis?: 'any-origin' | 'insecure-origin-trusted'): Sample => ({
    ...readable,
    check: 'unreadable',
    origin,
    originRole: 'untrusted',
    ...(diagnosis === undefined ? {} : { diagnosis }),
  });
  const verdicts = [
    ...said({ chromium: stranger('https://a.test'), firefox: stranger('https://a.test', 'any-origin') }),
    ...said({
      chromium: stranger('http://b.test', 'insecure-origin-trusted'),
      firefox: stranger('http://b.test', 'any-origin'),
    }),
  ];
  const found = verdicts.filter(({ diagnosis }) => diagnosis === 'any-origin');
  const checks = byCheck(verdicts);
  expect([scopeText(found, checks), scopeNote(found, checks)]).toEqual([
    'readable in Firefox; readable for another reason for some of them in Chromium',
    'in Firefox',
  ]);
});

test('another cause in another engine is a disagreement, and no answer is none', () => {
  const multiple: Sample = { ...readable, diagnosis: 'origin-multiple' };
  const answers = (of: Partial<Record<EngineId, Sample>>): unknown[] =>
    disagreementsOf(said(of)).map((disagreement) => disagreement.answers);
  expect(answers({ chromium: missing, firefox: missing, webkit: missing })).toEqual([]);
  expect(answers({ chromium: missing, firefox: unclear })).toEqual([]);
  expect(answers({ chromium: missing, firefox: multiple, webkit: unclear })).toEqual([
    [
      { status: 'violates', diagnosis: 'origin-missing', engines: ['chromium'] },
      { status: 'violates', diagnosis: 'origin-multiple', engines: ['firefox'] },
      { status: 'inconclusive', diagnosis: null, engines: ['webkit'] },
    ],
  ]);
});

test('three engines print one finding once', () => {
  const { violations, hazards } = findingsOf(threeEnginesReport());
  const names = [...violations, ...hazards].map(({ name, route }) => `${name} ${route}`);
  expect(names).toEqual([...new Set(names)]);
  const log: Log = JSON.parse(sarif.render(threeEnginesReport()));
  const messages = (log.runs[0]?.results ?? []).map(({ message }) => message.text);
  expect(messages).toEqual([...new Set(messages)]);
});

test('an engine that made no check is named, and what it owed is not known', () => {
  const report = threeEnginesReport();
  const gone = {
    ...report,
    engines: report.engines.map((engine) =>
      engine.id === 'firefox' ? { ...engine, version: 'unknown' } : engine,
    ),
  };
  const closing = { files: [], catalogue: [], otherFailures: [], exitCode: 1 };
  const summary = renderSummary(gone, { paint: plainPaint, width: 100 }, closing);
  expect(summary.split('\n')[0]).toBe(
    'CORS conformance of https://api.example.com  Chromium 156.0.8078.79, Firefox (made no check), WebKit 2.50.6',
  );
});
