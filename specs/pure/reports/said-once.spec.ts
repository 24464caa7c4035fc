import { expect, test } from '@playwright/test';
import { fingerprintOf } from '../../../src/baseline/fingerprint.ts';
import fc from 'fast-check';
import { readAttachment } from '../../../reports/collect/target-tests.ts';
import json from '../../../reports/formats/json.ts';
import type { Exchange, Report, Verdict } from '../../../src/model.ts';
import { verdictsAttachment } from '../../../src/plan/report-contract.ts';
import { sayOnce, wholeReport, wholeVerdicts } from '../../../src/plan/said-once.ts';
import { hostileReport } from './hostile-report.ts';
import { threeEnginesReport } from './sample-engines.ts';
import { sampleReport } from './sample-report.ts';
import { sampleVerdict, type Sample } from './sample-verdict.ts';
import { writtenIn } from './written.ts';

const stranger: Sample = {
  check: 'unreadable',
  route: '/users',
  origin: 'https://untrusted.test',
  originRole: 'untrusted',
  method: 'GET',
  credentialsMode: 'omit',
  console: [
    "Access to fetch at 'https://api.example.com/users' from origin 'https://untrusted.test' has been blocked.",
  ],
};
const opaque: Sample = {
  ...stranger,
  origin: 'null',
  originRole: 'opaque',
  console: ["Access to fetch at 'https://api.example.com/users' from origin 'null' has been blocked."],
};

const reports: Readonly<Record<string, () => Report>> = {
  'the sample': sampleReport,
  'one of three engines': threeEnginesReport,
  'a hostile one': hostileReport,
};

for (const [title, make] of Object.entries(reports)) {
  test(`report.json holds a report whole: ${title}`, () => {
    const report = make();
    expect(wholeReport(writtenIn(json.render(report)))).toEqual(report);
  });
}

// As the ids of a run are: they name the origin, and no role.
const verdictOn = (sample: Sample): Verdict => ({
  ...sampleVerdict(sample),
  id: `${sample.method} ${sample.origin}`,
});

test('verdicts of pages that came to the same are said once, with a mark for the origin', () => {
  const said = sayOnce([stranger, opaque, { ...stranger, method: 'PUT' }].map(verdictOn));
  expect(said.pages).toEqual([
    { origin: 'https://untrusted.test', role: 'untrusted' },
    { origin: 'null', role: 'opaque' },
  ]);
  const console = [
    "Access to fetch at 'https://api.example.com/users' from origin '{origin}' has been blocked.",
  ];
  expect(
    said.verdicts.map(({ id, console: texts, filled, pages }) => ({ id, console: texts, filled, pages })),
  ).toEqual([
    {
      id: 'GET {origin}',
      console,
      filled: true,
      pages: [
        [0, 0, [[0, 0]]],
        [1, 1, [[0, 0]]],
      ],
    },
    { id: 'PUT {origin}', console, filled: true, pages: [[0, 2, [[1, 1]]]] },
  ]);
  expect(said.verdicts.map(({ fingerprints }) => fingerprints)).toEqual([
    { untrusted: fingerprintOf(stranger, null), opaque: fingerprintOf(opaque, null) },
    { untrusted: fingerprintOf({ ...stranger, method: 'PUT' }, null) },
  ]);
});

test('what a target sent that looks like the mark stays as it was', () => {
  const samples: readonly Sample[] = [
    { ...stranger, console: ['{origin} https://untrusted.test'] },
    { ...stranger, origin: '{origin}' },
    { ...stranger, origin: '' },
    { ...stranger, actual: [['x-{origin}', '$&']] },
    opaque,
  ];
  const verdicts = samples.map(verdictOn);
  const said = sayOnce(verdicts);
  expect(said.verdicts.map(({ filled }) => filled)).toEqual([false, false, false, false, true]);
  expect(wholeVerdicts(said)).toEqual(verdicts);
});

test('whatever verdicts say, nothing of it is lost', () => {
  const parts = ['{origin}', '{', 'origin}', 'https://a.test', 'null', '$&', '$1', ' ', '\\', '"'];
  const text = fc.array(fc.constantFrom(...parts), { maxLength: 4 }).map((some) => some.join(''));
  const headers = fc.array(fc.tuple(text, text), { maxLength: 2 });
  const exchange: fc.Arbitrary<Exchange> = fc.record({
    purpose: fc.constantFrom('preflight', 'actual'),
    method: text,
    url: text,
    requestHeaders: headers,
    response: fc.option(fc.record({ status: fc.nat(2), headers, fromCache: fc.boolean() })),
    failure: fc.option(text),
  });
  const lines = fc.array(fc.record({ on: fc.constantFrom('preflight', 'actual'), line: text }), {
    maxLength: 1,
  });
  const verdict: fc.Arbitrary<Verdict> = fc
    .record({
      id: text.map((some) => `id ${some}`),
      followsFrom: fc.option(text.map((some) => `id ${some}`)),
      origin: fc.constantFrom('https://a.test', 'null', '{origin}', '', '$&'),
      originRole: fc.constantFrom('untrusted', 'opaque'),
      fingerprint: fc.constantFrom('1', '2'),
      console: fc.array(text, { maxLength: 2 }),
      exchanges: fc.array(exchange, { maxLength: 2 }),
      seen: text,
      headersToSend: lines,
      proof: fc.option(
        fc.record({ outcome: fc.constantFrom('proved', 'not-tried'), said: text, headers: lines }),
      ),
    })
    .map((own) => ({ ...sampleVerdict(stranger), ...own }));
  fc.assert(
    fc.property(fc.array(verdict, { maxLength: 6 }), (verdicts) => {
      const [, { body }] = verdictsAttachment(verdicts);
      expect(readAttachment(body)).toEqual(verdicts);
    }),
    { numRuns: 300 },
  );
});

test('an attachment that refers to what is not there cannot be read, and one of whole verdicts can', () => {
  const verdicts = [stranger, opaque].map(verdictOn);
  const said = sayOnce(verdicts);
  const damaged = [
    { ...said, pages: [] },
    { ...said, headers: [] },
    { ...said, requests: [] },
    { ...said, answers: [] },
    { ...said, verdicts: said.verdicts.map((verdict) => ({ ...verdict, fingerprints: {} })) },
  ];
  expect(damaged.map((content) => readAttachment(JSON.stringify(content)))).toEqual(damaged.map(() => null));
  expect(readAttachment(JSON.stringify({ verdicts }))).toEqual(verdicts);
});
