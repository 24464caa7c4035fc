import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { validateXML } from 'xmllint-wasm';
import { formatFiles, loadFormat } from '../../../reports/collect/discover-formats.ts';
import { createInnerProject, type InnerTest } from './inner-run.ts';
import { hostileTexts } from '../../pure/reports/hostile-report.ts';
import { planOf } from '../../pure/reports/sample-report.ts';
import { sampleVerdict, type Sample } from '../../pure/reports/sample-verdict.ts';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

// Each test waits for a whole run, which takes a while where others use the processor too.
test.describe.configure({ timeout: 120_000 });

const routes = [{ path: '/v1/status', methods: ['GET'] }];
const app: Sample = {
  check: 'readable',
  route: '/v1/status',
  origin: 'https://app.example.com',
  originRole: 'trusted',
  method: 'GET',
  credentialsMode: 'omit',
};
const evil: Sample = { ...app, check: 'unreadable', origin: 'https://evil.example', originRole: 'untrusted' };
const opaque: Sample = { ...evil, origin: 'null', originRole: 'opaque' };
const violating: Sample = { ...evil, diagnosis: 'any-origin' };
const hazardous: Sample = {
  ...app,
  check: 'vary',
  diagnosis: 'vary-origin-missing',
  names: 'the response',
  headersToSend: [{ on: 'actual', line: 'Vary: Origin' }],
};

/** Returns a target test that attaches what it planned. */
function attaching(
  title: string,
  samples: readonly Sample[],
  position = 0,
  policy: { readonly failOn: 'error' | 'warn' } = { failOn: 'error' },
): InnerTest {
  const plan = { ...planOf(samples, routes, position), ...policy };
  return { title, plan, does: { attach: samples.map((sample) => sampleVerdict(sample)) } };
}

const formats = await Promise.all((await formatFiles()).map(loadFormat));
const files = ['Report', ...formats.map(({ fileName }) => `reports/out/${fileName}`)].join('  ');

test('all conform: exit code 0, and every format is written', async ({}, testInfo) => {
  const project = await createInnerProject(testInfo, [
    attaching('trusted', [app]),
    attaching('others', [evil], 1),
  ]);
  const { exitCode, stdout, stderr } = await project.run();
  expect(stdout).toBe(`Running 2 tests

2 passed, 0 failed, 0 skipped

CORS conformance of https://api.example.com  Chromium 156.0.8078.79
PASSED  0 violations · 0 hazards · 0 inconclusive · 2 conform · 2 of 2 checks ran

WHO READS WHAT

  /v1/status  GET 200
    readable by     https://app.example.com
    refused for     1 origin as declared: 1 untrusted

${files}
Gate passed, exit code 0.
`);
  expect([exitCode, stderr]).toEqual([0, '']);
  for (const { fileName } of formats) expect(await project.read(`reports/out/${fileName}`)).not.toBe('');
});

test("a job of GitHub's has the report in its summary, and annotations in its log", async ({}, testInfo) => {
  const project = await createInnerProject(testInfo, [attaching('status', [app, violating])]);
  const summary = testInfo.outputPath('summary.md');
  const { stdout } = await project.run(['test'], { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary });
  expect(await readFile(summary, 'utf8')).toBe(await project.read('reports/out/report.md'));
  expect(
    stdout.split('\n').filter((line) => line.startsWith('::error file=cors.policy.ts,line=1,')),
  ).toHaveLength(1);
});

test('a quiet run prints the verdict and the gate alone', async ({}, testInfo) => {
  const project = await createInnerProject(testInfo, [attaching('status', [app, violating])]);
  const { exitCode, stdout } = await project.run(['test'], { CORS_QUIET: '1' });
  expect(stdout).toBe(`CORS conformance of https://api.example.com  Chromium 156.0.8078.79
FAILED  1 violation in 1 check · 0 hazards · 0 inconclusive · 1 conform · 2 of 2 checks ran

/v1/status is readable by pages that must not read it.
Who has to act: the back end.

${files}
Gate failed, exit code 1: 1 check violates the policy: any-origin.
`);
  expect(exitCode).toBe(1);
});

test('a violation: exit code 1, and JUnit has the diagnosis as a property', async ({}, testInfo) => {
  const project = await createInnerProject(testInfo, [attaching('status', [app, violating])], {
    extraReporters: "['junit', { outputFile: 'junit.xml' }], ",
  });
  const { exitCode, stdout } = await project.run();
  expect(stdout).toBe(`Running 1 test

1 passed, 0 failed, 0 skipped

CORS conformance of https://api.example.com  Chromium 156.0.8078.79
FAILED  1 violation in 1 check · 0 hazards · 0 inconclusive · 1 conform · 2 of 2 checks ran

/v1/status is readable by pages that must not read it. See 1.
Who has to act: the back end.

WHO READS WHAT

  /v1/status  GET 200
    readable by     https://app.example.com
    too open for    https://evil.example (untrusted)
    findings        HIGH any-origin

VIOLATIONS

  1  HIGH  any-origin (too open)  /v1/status  1 check
     for       https://evil.example (untrusted): GET (omit)
     seen      A page at https://evil.example, which is on no allow list, reads GET
               https://api.example.com/v1/status.
     why       The policy keeps this response for its trusted origins; any other site can read it
               too, which matters most on a private network.
     do        Compare Origin with an exact allow list, or declare the route public in the policy.
     who       The back end has to change.
     curl      curl -sS -i -H 'Origin: https://evil.example' 'https://api.example.com/v1/status'
     fetch     await fetch('https://api.example.com/v1/status', { method: 'GET', credentials: 'omit' })
     standard  https://fetch.spec.whatwg.org/#cors-protocol-and-credentials

${files}
Gate failed, exit code 1: 1 check violates the policy: any-origin.
`);
  expect(exitCode).toBe(1);
  const properties = (await project.read('junit.xml')).match(/<property name="cors-conformance" .*>/g);
  expect(properties).toEqual([
    '<property name="cors-conformance" value="any-origin (high): GET /v1/status from https://evil.example, credentials mode &quot;omit&quot;">',
  ]);
});

test(
  'JUnit holds against its schema, but for what Playwright itself adds, whatever the report',
  inWholeSuite,
  async ({}, testInfo) => {
    const hostile = hostileTexts.map((text, index): Sample => ({
      ...violating,
      route: `/${text}${index}`,
      origin: text,
    }));
    const project = await createInnerProject(
      testInfo,
      [
        attaching('one fault', [app, violating]),
        attaching('none', [], 2),
        attaching('hostile texts', hostile, 2),
        { title: 'skipped', does: { skip: hostileTexts.join(' ') } },
        { title: 'failed', does: { fail: hostileTexts.join(' ') } },
      ],
      { extraReporters: "['junit', { outputFile: 'junit.xml' }], " },
    );
    await project.run();
    const xml = await project.read('junit.xml');
    expect(xml.match(/<property name="cors-conformance" /g)).toHaveLength(1 + hostileTexts.length);
    const { errors } = await validateXML({
      xml,
      schema: await readFile(new URL('junit.xsd', import.meta.url), 'utf8'),
    });
    // JUnit has no schema of its own. This one is of Jenkins, and refuses what Playwright writes in any run.
    const refused = new Set(errors.map(({ message }) => message.replace('Schemas validity error : ', '')));
    expect(refused).toEqual(
      new Set([
        "Element 'testsuites', attribute 'id': The attribute 'id' is not allowed.",
        "Element 'testsuites', attribute 'skipped': The attribute 'skipped' is not allowed.",
        "Element 'properties': This element is not expected. Expected is one of ( skipped, error, failure, system-out, system-err ).",
        "Element 'error': This element is not expected. Expected is one of ( system-out, system-err ).",
      ]),
    );
  },
);

test('only a hazard, with failOn: warn: exit code 1', async ({}, testInfo) => {
  const project = await createInnerProject(testInfo, [
    attaching('status', [app, hazardous], 0, { failOn: 'warn' }),
  ]);
  const { exitCode, stdout } = await project.run();
  expect(stdout).toBe(`Running 1 test

1 passed, 0 failed, 0 skipped

CORS conformance of https://api.example.com  Chromium 156.0.8078.79
FAILED  0 violations · 1 hazard in 1 check · 0 inconclusive · 1 conform · 2 of 2 checks ran

/v1/status works, but breaks behind a cache, for a second origin or in another engine. See 1.
Who has to act: the back end.

WHO READS WHAT

  /v1/status  GET 200
    readable by     https://app.example.com
    findings        MEDIUM vary-origin-missing

HAZARDS (they fail this gate)

${hazardBlock}

${files}
Gate failed, exit code 1: 1 check found a hazard, and failOn is "warn": vary-origin-missing.
`);
  expect(exitCode).toBe(1);
});

const hazardBlock = `  1  MEDIUM  vary-origin-missing (hazard)  /v1/status  1 check
     for       https://app.example.com (trusted): GET (omit)
     seen      The answer to GET https://api.example.com/v1/status depends on the Origin header, but
               Vary: Origin is missing from the response.
     why       A cache can hand one origin the copy that was made for another, or for none, and the
               browser then refuses it.
     do        Send Vary: Origin on every response of this path: to trusted, untrusted and absent
               origins alike.
     who       The back end has to change.
     send      on the response to every origin:
                 Vary: Origin
     curl      curl -sS -i -H 'Origin: https://app.example.com' 'https://api.example.com/v1/status'
     fetch     await fetch('https://api.example.com/v1/status', { method: 'GET', credentials: 'omit' })
     standard  https://fetch.spec.whatwg.org/#cors-protocol-and-http-caches`;

test('planned tests that are skipped, or throw before they attach: exit code 4, the error, and the reasons', async ({}, testInfo) => {
  const skipped: InnerTest = {
    title: 'others',
    plan: planOf([evil], routes, 1),
    does: { skip: 'no proxy here' },
  };
  const throwing: InnerTest = { title: 'opaque', plan: planOf([opaque], routes, 2), does: { fail: 'boom' } };
  const project = await createInnerProject(testInfo, [attaching('trusted', [app]), skipped, throwing]);
  const { exitCode, stdout } = await project.run();
  expect(stdout).toBe(`Running 3 tests
${errorBlock('opaque', 1)}
1 passed, 1 failed, 1 skipped

CORS conformance of https://api.example.com  Chromium 156.0.8078.79
FAILED  0 violations · 0 hazards · 2 inconclusive · 1 conform · 1 of 3 checks ran

/v1/status is not judged to the end.

WHO READS WHAT

  /v1/status  GET 200
    readable by     https://app.example.com
    not known for   2 origins: 1 untrusted, 1 opaque origin

INCONCLUSIVE

  /v1/status  GET (omit) from https://evil.example
    reason    This check did not run: the test was skipped: no proxy here.
  /v1/status  GET (omit) from null
    reason    This check did not run: Error: boom.

${files}
Gate failed, exit code 4: 2 of 3 planned checks did not run.
`);
  expect(exitCode).toBe(4);
});

test('the last attempt wins, and a retry that finds only a hazard opens the gate: exit code 0', async ({}, testInfo) => {
  const flaky: InnerTest = {
    title: 'status',
    plan: planOf([hazardous], routes),
    does: {
      retry: [[sampleVerdict({ ...hazardous, diagnosis: 'origin-missing' })], [sampleVerdict(hazardous)]],
    },
  };
  const project = await createInnerProject(testInfo, [flaky]);
  const { exitCode, stdout } = await project.run(['test'], { INNER_RETRIES: '1' });
  expect(stdout).toBe(`Running 1 test

0 passed, 0 failed, 0 skipped, 1 flaky

CORS conformance of https://api.example.com  Chromium 156.0.8078.79
PASSED  0 violations · 1 hazard in 1 check · 0 inconclusive · 0 conform · 1 of 1 check ran

/v1/status works, but breaks behind a cache, for a second origin or in another engine. See 1.
Who has to act: the back end.

WHO READS WHAT

  /v1/status  GET
    readable by     nobody
    findings        MEDIUM vary-origin-missing

HAZARDS (warnings: they do not fail the gate)

${hazardBlock}

${files}
Gate passed, exit code 0.
`);
  expect(exitCode).toBe(0);
});

test('tests about no target: their results, why some were skipped, the cases that hold, and no report', async ({}, testInfo) => {
  const project = await createInnerProject(testInfo, [
    { title: 'origin-missing', case: 'origin-missing', does: { attach: [] } },
    { title: 'is skipped', does: { skip: 'A runtime is missing.' } },
    { title: 'is skipped too', does: { skip: 'A runtime is missing.' } },
    { title: 'is skipped for another reason', does: { skip: 'Too old\u001b[31m.' } },
    { title: 'fails', does: { fail: 'boom' } },
  ]);
  const { exitCode, stdout } = await project.run(['test'], { INNER_ENGINE: 'webkit' });
  expect(stdout).toBe(`Running 5 tests
${errorBlock('fails', 1)}
1 passed, 1 failed, 3 skipped
1 of 1 case holds in WebKit.
Skipped, 2 tests: A runtime is missing.
Skipped, 1 test: Too old\\x1b[31m.
`);
  expect(exitCode).toBe(1);
  await expect(project.read('reports/out/report.json')).rejects.toThrow('ENOENT');
});

test('a failing test beside a passed gate: exit code 1, and one summary says why, and how many cases of the catalogue hold in which engine', async ({}, testInfo) => {
  const cases: InnerTest[] = [
    { title: 'origin-missing', case: 'origin-missing', does: { attach: [] } },
    { title: 'origin-echo', case: 'origin-echo', does: { fail: 'boom' } },
  ];
  const both = await createInnerProject(testInfo, [attaching('trusted', [app]), ...cases]);
  const { exitCode, stdout } = await both.run(['test'], { INNER_ENGINE: 'firefox' });
  expect(stdout.split('\n').slice(-4)).toEqual([
    'Catalogue  1 of 2 cases hold in Firefox',
    files,
    'Gate passed, exit code 1: The gate is passed, but 1 test failed.',
    '',
  ]);
  expect(exitCode).toBe(1);
});

test('an error outside of the tests is printed', async ({}, testInfo) => {
  const project = await createInnerProject(testInfo, []);
  const { exitCode, stdout } = await project.run();
  expect(stdout).toBe(`
Error: No tests found

0 passed, 0 failed, 0 skipped
`);
  expect(exitCode).toBe(1);
});

test(
  'a report that cannot be written is said and fails the run, outputDir is where it goes, and FORCE_COLOR colours a pipe',
  inWholeSuite,
  async ({}, testInfo) => {
    const project = await createInnerProject(testInfo, [attaching('trusted', [app])], {
      options: "{ outputDir: 'tests.json' }",
    });
    const { exitCode, stdout } = await project.run(['test'], { FORCE_COLOR: '1' });
    expect(stdout.slice(stdout.indexOf('\u001b[32mGate'))).toMatch(
      /^\u001b\[32mGate passed\u001b\[39m, exit code 1: The report could not be written: Error: EEXIST/,
    );
    expect(exitCode).toBe(1);
  },
);

test('--list lists the tests and writes nothing', inWholeSuite, async ({}, testInfo) => {
  const project = await createInnerProject(testInfo, [attaching('trusted', [app])]);
  const { exitCode, stdout } = await project.run(['test', '--list']);
  expect(stdout).toBe(`Listing tests:
  inner.spec.ts:6:3 › trusted
Total: 1 test
`);
  expect(exitCode).toBe(0);
  await expect(project.read('reports/out/report.json')).rejects.toThrow('ENOENT');
});

function errorBlock(title: string, number: number): string {
  return `
  ${number}) inner.spec.ts:6:3 › ${title}

    Error: boom

       6 |   test(title, plan ? { annotation: planAnnotation(plan) } : id ? { annotation: caseAnnotation(id) } : {}, async ({}, testInfo) => {
       7 |     test.skip('skip' in does, does.skip);
    >  8 |     if ('fail' in does) throw new Error(does.fail);
         |                               ^
       9 |     const verdicts = does.attach ?? does.retry[testInfo.retry];
      10 |     await testInfo.attach(...verdictsAttachment(verdicts));
      11 |     for (const annotation of verdicts.map(findingAnnotation)) if (annotation) testInfo.annotations.push(annotation);

    at inner.spec.ts:8:31
`;
}
