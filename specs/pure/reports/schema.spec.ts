import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { collect } from '../../../reports/collect/collect.ts';
import json from '../../../reports/formats/json.ts';
import { reportJsonSchema } from '../../../reports/schema.ts';
import { diagnoses } from '../../../src/diagnoses/vocabulary.ts';
import { writtenReport, type WrittenReport } from '../../../src/plan/said-once.ts';
import { schemaPath, updateCommand } from './golden-files.ts';
import { hostileReport } from './hostile-report.ts';
import { sampleReport } from './sample-report.ts';
import { writtenIn } from './written.ts';

async function readSchema(): Promise<unknown> {
  const schema: unknown = JSON.parse(await readFile(schemaPath, 'utf8'));
  return schema;
}

async function compile(): Promise<ValidateFunction> {
  const schema = await readSchema();
  if (typeof schema !== 'object' || schema === null) throw new Error('report.schema.json holds no object.');
  return new Ajv2020({ strict: true, allErrors: true }).compile(schema);
}

test('report.schema.json is what the code derives', async () => {
  const derived: unknown = JSON.parse(reportJsonSchema());
  expect(await readSchema(), `Run "${updateCommand}".`).toEqual(derived);
});

test('report.schema.json accepts reports: the sample, a hostile one, and one of an empty run', async () => {
  const validate = await compile();
  for (const report of [sampleReport(), hostileReport(), collect([], '0.1.0')]) {
    validate(writtenReport(report));
    expect(validate.errors).toBeNull();
  }
});

test('report.schema.json refuses a key that is not in the model, at every level', async () => {
  const validate = await compile();
  const report = writtenReport(sampleReport());
  const [verdict] = report.verdicts;
  const [fix] = report.fixes;
  const damaged: readonly object[] = [
    { ...report, extra: 1 },
    { ...report, tool: { ...report.tool, extra: 1 } },
    { ...report, gate: { ...report.gate, extra: 1 } },
    { ...report, totals: { ...report.totals, extra: 1 } },
    { ...report, engines: [{ ...report.engines[0], extra: 1 }] },
    { ...report, routes: [{ ...report.routes[0], extra: 1 }] },
    { ...report, origins: [{ ...report.origins[0], extra: 1 }] },
    { ...report, verdicts: [{ ...verdict, extra: 1 }] },
    { ...report, verdicts: [{ ...verdict, pages: [[0, 0, [[0, 0, 0]]]] }] },
    { ...report, pages: [{ ...report.pages[0], extra: 1 }] },
    { ...report, requests: [{ ...report.requests[0], extra: 1 }] },
    { ...report, answers: [{ ...report.answers[0], extra: 1 }] },
    { ...report, verdicts: [{ ...verdict, reproduce: { ...verdict?.reproduce, extra: 1 } }] },
    { ...report, verdicts: [{ ...verdict, headersToSend: [{ on: 'actual', line: '', extra: 1 }] }] },
    { ...report, verdicts: [{ ...verdict, proof: { outcome: 'proved', said: '', headers: [], extra: 1 } }] },
    { ...report, fixes: [{ ...fix, extra: 1 }] },
    { ...report, fixes: [{ ...fix, stack: { ...fix?.stack, extra: 1 } }] },
    { ...report, fixes: [{ ...fix, files: [{ ...fix?.files[0], extra: 1 }] }] },
  ];
  expect(damaged.map((value) => validate(value))).toEqual(damaged.map(() => false));
});

test('report.schema.json refuses a value outside of its enumeration, and a header line that is no pair', async () => {
  const validate = await compile();
  const report = writtenReport(sampleReport());
  const [verdict] = report.verdicts;
  const withVerdict = (change: object): object => ({ ...report, verdicts: [{ ...verdict, ...change }] });
  const withHeader = (line: readonly string[]): object => ({ ...report, headers: [line] });
  const damaged: readonly object[] = [
    withVerdict({ status: 'passed' }),
    withVerdict({ diagnosis: 'cors-error' }),
    withVerdict({ fingerprints: { friend: '0' } }),
    withVerdict({ pages: [[0, 0]] }),
    withHeader(['Origin']),
    withHeader(['Origin', 'a', 'b']),
  ];
  expect(damaged.map((value) => validate(value))).toEqual(damaged.map(() => false));
  expect(validate(withHeader(['Origin', 'a']))).toBe(true);
});

test('report.schema.json names the diagnoses of src/diagnoses, and no other', async () => {
  expect(enumOf(await readSchema(), 'DiagnosisId')).toEqual(Object.keys(diagnoses));
});

function enumOf(schema: unknown, name: string): unknown {
  const step = (value: unknown, key: string): unknown =>
    typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(key) : undefined;
  return ['$defs', name, 'enum'].reduce(step, schema);
}

/** A report that compiles is one that the schema accepts: both say the same of each key. */
const everyKey: Readonly<Record<keyof WrittenReport, true>> = {
  schemaVersion: true,
  tool: true,
  target: true,
  policyFile: true,
  gate: true,
  totals: true,
  engines: true,
  routes: true,
  patterns: true,
  origins: true,
  pages: true,
  headers: true,
  requests: true,
  answers: true,
  verdicts: true,
  disagreements: true,
  fixes: true,
  levels: true,
  since: true,
  accepted: true,
};

test('report.json has the keys of the model, in the order of the model', () => {
  const since = { report: 'main.json', found: 0, gone: 0, changed: 0, unseen: 0, same: 7 };
  expect(
    Object.keys(writtenIn(json.render({ ...sampleReport(), since, policyFile: 'cors.policy.ts' }))),
  ).toEqual(Object.keys(everyKey));
});
