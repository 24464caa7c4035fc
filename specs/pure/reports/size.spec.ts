import { expect, test } from '@playwright/test';
import { formatFiles, loadFormat } from '../../../reports/collect/discover-formats.ts';
import type { Verdict } from '../../../src/model.ts';
import { cutVerdict } from '../../../src/plan/cut-verdict.ts';
import { verdictsAttachment } from '../../../src/plan/report-contract.ts';
import { cutToSize } from '../../../reports/collect/cut-to-size.ts';
import { sampleReport } from './sample-report.ts';
import { sampleVerdict, type Sample } from './sample-verdict.ts';

const sample: Sample = {
  check: 'readable',
  route: '/users',
  origin: 'https://app.example.com',
  originRole: 'trusted',
  method: 'GET',
  credentialsMode: 'omit',
  diagnosis: 'origin-mismatch',
};

const sent = (...headers: readonly [string, string][]): Verdict =>
  sampleVerdict({
    ...sample,
    value: headers[0]?.[1] ?? '',
    console: [headers[0]?.[1] ?? ''],
    actual: headers,
  });

const names = Array.from({ length: 5_000 }, (_, index) => `x-h${index}`).join(', ');

/** What a target may send to make a report long. */
const floods: Readonly<Record<string, Verdict>> = {
  'a value of 1 MB': sent(['Access-Control-Allow-Origin', '<'.repeat(1_000_000)]),
  'a list of 5,000 names': sent(['Access-Control-Allow-Headers', names]),
  '5,000 header lines': sent(
    ...Array.from({ length: 5_000 }, (_, index): [string, string] => [`x-${index}`, '1']),
  ),
  'control characters': sent(['X-Big', '\u001b'.repeat(200_000)]),
};

for (const [title, verdict] of Object.entries(floods)) {
  test(`every report of 700 verdicts stays below 5 MB, whatever the target sends: ${title}`, async () => {
    const report = sampleReport();
    const verdicts = Array.from({ length: 700 }, (_, index) => ({
      ...verdict,
      id: `${verdict.id} ${index}`,
    }));
    const cut = { ...report, verdicts: cutToSize(verdicts), disagreements: [], fixes: [] };
    for (const file of await formatFiles()) {
      const { id, render } = await loadFormat(file);
      expect({ id, fits: render(cut).length < 5_000_000 }).toEqual({ id, fits: true });
    }
    // What a single verdict leaves with its test.
    expect(verdictsAttachment([verdict])[1].body.length).toBeLessThan(50_000);
  });
}

test('what is cut says how much is left out, and the rest stays as it was', () => {
  const headers: [string, string][] = [
    ['X-Long', 'ab'.repeat(1_500)],
    ['X-Short', 'c'],
    ...Array.from({ length: 1_200 }, (_, index): [string, string] => ['x-more', String(index)]),
  ];
  const verdict = sent(...headers);
  const whole = verdict.exchanges.at(-1)?.response?.headers ?? [];
  const cut = cutVerdict(verdict);
  const list = cut.exchanges.at(-1)?.response?.headers ?? [];
  expect(list.find(([name]) => name === 'X-Long')).toEqual([
    'X-Long',
    `${'ab'.repeat(1_000)}… [left out: 1,000 characters]`,
  ]);
  expect(list.at(-1)).toEqual(['…', `[left out: ${(whole.length - 100).toLocaleString('en')} more lines]`]);
  expect(list.length).toBe(101);
  const usual = sampleVerdict({
    ...sample,
    actual: [['Access-Control-Allow-Origin', 'https://other.example']],
  });
  expect(cutVerdict(usual)).toEqual(usual);
  expect(cutToSize([usual])).toEqual([usual]);
});

test('what was cut before is counted on where it is cut again', () => {
  const verdict = {
    ...sent(...Array.from({ length: 300 }, (): [string, string] => ['x-more', 'b'.repeat(5_000)])),
    seen: 'a'.repeat(5_000),
  };
  const whole = verdict.exchanges.at(-1)?.response?.headers.length ?? 0;
  const cut = cutVerdict(verdict);
  expect(cutVerdict(cut)).toEqual(cut);
  expect(cutToSize([cut])).toEqual([cut]);
  const again = cutVerdict(cut, { characters: 40, lines: 4 });
  expect(again.seen).toBe(`${'a'.repeat(40)}… [left out: 4,960 characters]`);
  const list = again.exchanges.at(-1)?.response?.headers ?? [];
  expect(list.slice(-2)).toEqual([
    ['x-more', `${'b'.repeat(40)}… [left out: 4,960 characters]`],
    ['…', `[left out: ${whole - 4} more lines]`],
  ]);
});

test('where a report would not fit, what conforms loses first what CORS is not about', () => {
  const { diagnosis: _, ...plain } = sample;
  const allowed = ['Access-Control-Allow-Origin', plain.origin] as const;
  const conforming = Array.from({ length: 3_000 }, (_none, index) => ({
    ...sampleVerdict({
      ...plain,
      actual: [allowed, ['Content-Security-Policy', `${index} ${'n'.repeat(1_900)}`]],
    }),
    id: `conforming ${index}`,
  }));
  const violating = sent(['Content-Security-Policy', 'n'.repeat(1_900)]);
  const cut = cutToSize([violating, ...conforming]);
  expect(cut[0]).toEqual(violating);
  expect(cut[1]?.exchanges).toEqual(
    conforming[0]?.exchanges.map((exchange) => ({
      ...exchange,
      requestHeaders: [
        ['Origin', plain.origin],
        ['…', '[left out: 1 more lines]'],
      ],
      response: { status: 200, headers: [allowed, ['…', '[left out: 3 more lines]']], fromCache: false },
    })),
  );
  expect(cutToSize(cut.slice(0, 2))).toEqual(cut.slice(0, 2));
});

test('half of a surrogate pair is not kept', () => {
  const { seen } = cutVerdict({ ...sent(['a', 'b']), seen: `${'a'.repeat(1_999)}😀` });
  expect(seen).toBe(`${'a'.repeat(1_999)}… [left out: 2 characters]`);
});
