import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test } from '@playwright/test';
import ajvDraft04 from 'ajv-draft-04';
import formats from 'ajv-formats';
import type { ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';
import { collect } from '../../../reports/collect/collect.ts';
import { formatFiles, loadFormat } from '../../../reports/collect/discover-formats.ts';
import codeQualityFormat from '../../../reports/formats/code-quality.ts';
import sarif from '../../../reports/formats/sarif.ts';
import { diagnosisIds } from '../../../src/diagnoses/vocabulary.ts';
import type { Report } from '../../../src/model.ts';
import { schemaPath } from './golden-files.ts';
import { hostileReport, hostileTexts } from './hostile-report.ts';
import { threeEnginesReport } from './sample-engines.ts';
import { sampleReport } from './sample-report.ts';

/** Returns what a schema refuses of a text, one line each. */
type Refusals = (text: string) => readonly string[];

const schemaOf = async (path: string): Promise<object> =>
  z.looseObject({}).parse(JSON.parse(await readFile(path, 'utf8')));

const linesOf = (errors: readonly ErrorObject[] | null | undefined): readonly string[] =>
  (errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);

async function ofSarif(): Promise<Refusals> {
  const require = createRequire(import.meta.url);
  const path = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const ajv = new ajvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
  formats.default(ajv);
  const validate = ajv.compile(await schemaOf(path));
  return (text) => (validate(JSON.parse(text)) ? [] : linesOf(validate.errors));
}

async function ofReport(): Promise<Refusals> {
  const validate = new Ajv2020({ strict: true, allErrors: true }).compile(await schemaOf(schemaPath));
  return (text) => (validate(JSON.parse(text)) ? [] : linesOf(validate.errors));
}

/**
 * What GitLab's page asks of an entry. The schema that GitLab itself applies asks for less: it takes any severity and no
 * line.
 *
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
const codeQuality = z
  .array(
    z.strictObject({
      description: z.string().min(1),
      check_name: z.string().min(1),
      fingerprint: z.string().min(1),
      severity: z.enum(['info', 'minor', 'major', 'critical', 'blocker']),
      location: z.strictObject({
        path: z.string().regex(/^(?!\.{0,2}\/)./s, 'is no path below the repository'),
        lines: z.strictObject({ begin: z.int().min(1) }),
      }),
    }),
  )
  .refine(
    (entries) => new Set(entries.map(({ fingerprint }) => fingerprint)).size === entries.length,
    'a fingerprint is there twice',
  );

function ofCodeQuality(text: string): readonly string[] {
  const { error } = codeQuality.safeParse(JSON.parse(text));
  return (error?.issues ?? []).map(({ path, message }) => `/${path.join('/')} ${message}`);
}

const published: Readonly<Record<string, Refusals>> = {
  'gl-code-quality-report.json': ofCodeQuality,
  'report.json': await ofReport(),
  'report.sarif.json': await ofSarif(),
};

const [violated] = sampleReport().verdicts.filter(({ diagnosis }) => diagnosis === 'origin-mismatch');
const one = violated === undefined ? [] : [violated];

/** One report of each kind that a run can leave. */
const reports: Readonly<Record<string, Report>> = {
  'an empty run': collect([], '0.1.0'),
  'one fault': { ...sampleReport(), verdicts: one, accepted: [], levels: [] },
  'the sample': sampleReport(),
  'three engines': threeEnginesReport(),
  'every diagnosis': {
    ...sampleReport(),
    verdicts: one.flatMap((verdict) =>
      diagnosisIds.map((diagnosis) => ({ ...verdict, diagnosis, route: `/${diagnosis}` })),
    ),
  },
  'more faults than code scanning shows': {
    ...sampleReport(),
    verdicts: one.flatMap((verdict) =>
      Array.from({ length: 5001 }, (_, index) => ({
        ...verdict,
        id: `${verdict.id} ${index}`,
        route: `/${index}`,
      })),
    ),
  },
  'hostile texts': hostileReport(),
  ...Object.fromEntries(
    [
      'apps/my api/cors.policy.ts',
      'äpps/100%/#1?/[x]/cors.policy.ts',
      'a:b/cors.policy.ts',
      ...hostileTexts,
    ].map((policyFile) => [`a policy in ${JSON.stringify(policyFile)}`, { ...sampleReport(), policyFile }]),
  ),
};

for (const format of await Promise.all((await formatFiles()).map(loadFormat))) {
  if (!format.fileName.endsWith('.json')) continue;
  test(`${format.fileName} holds against its published schema, whatever the report`, () => {
    const refusals = published[format.fileName];
    expect(refusals, 'A format in JSON needs its published schema here.').toBeDefined();
    const refused = Object.entries(reports).map(([kind, report]) => [
      kind,
      refusals?.(format.render(report)),
    ]);
    expect(refused).toEqual(Object.keys(reports).map((kind) => [kind, []]));
  });
}

test('the schemas accept not everything', () => {
  const log = {
    version: '2.1.0',
    runs: [{ tool: { driver: { name: 'a', extra: 1 } }, results: [{}] }],
  };
  const entry = { description: 'a', fingerprint: 'b', severity: 'high', location: { path: './a' } };
  const damaged = { 'gl-code-quality-report.json': [entry], 'report.json': {}, 'report.sarif.json': log };
  const refused = Object.entries(damaged).map(([name, value]) => published[name]?.(JSON.stringify(value)));
  expect(refused.map((lines) => lines?.slice(0, 3))).toEqual([
    [
      '/0/check_name Invalid input: expected string, received undefined',
      '/0/severity Invalid option: expected one of "info"|"minor"|"major"|"critical"|"blocker"',
      '/0/location/path is no path below the repository',
    ],
    [
      " must have required property 'schemaVersion'",
      " must have required property 'tool'",
      " must have required property 'target'",
    ],
    [
      '/runs/0/tool/driver must NOT have additional properties',
      "/runs/0/results/0 must have required property 'message'",
    ],
  ]);
});

test('the path of a policy is a relative reference in SARIF, and a path in code quality', () => {
  const policyFile = 'c:x/my apps/100%/#1?.ts';
  const placed = Object.fromEntries(
    [sarif, codeQualityFormat].map(({ fileName, render }) => [
      fileName,
      new Set(render({ ...sampleReport(), policyFile }).match(/"(?:uri|path)": ".*?"/g)),
    ]),
  );
  expect(placed).toEqual({
    'report.sarif.json': new Set(['"uri": "c%3Ax/my%20apps/100%25/%231%3F.ts"']),
    'gl-code-quality-report.json': new Set(['"path": "c:x/my apps/100%/#1?.ts"']),
  });
});
