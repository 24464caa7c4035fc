import { expect, test } from '@playwright/test';
import markdown from '../../../reports/formats/markdown.ts';
import terminal from '../../../reports/formats/terminal.ts';
import { renderPage } from '../../../reports/html/page.ts';
import { leftOutRemarks } from '../../../reports/read/left-out.ts';
import type { Report } from '../../../src/model.ts';
import { samples } from './sample-checks.ts';
import { reportOf, sampleReport, sampleRoutes } from './sample-report.ts';

const asking = (...paths: readonly string[]): Report =>
  reportOf(
    samples.filter(({ route }) => paths.includes(route)),
    sampleRoutes,
  );

test('a run that asked for some routes of the policy says how many', () => {
  expect([
    leftOutRemarks(asking('/v1/status')),
    leftOutRemarks(asking('/v1/status', '/v1/orders')),
    leftOutRemarks(sampleReport()),
  ]).toEqual([
    ["Only 1 of the policy's 4 routes was among the tests of this run."],
    ["Only 2 of the policy's 4 routes were among the tests of this run."],
    [],
  ]);
});

test('each format for people has it beside the gate', () => {
  const report = asking('/v1/status');
  const [remark = ''] = leftOutRemarks(report);
  const lines = [...terminal.render(report).split('\n'), ...markdown.render(report).split('\n')];
  expect(lines.filter((line) => line.includes(remark))).toEqual([
    `Gate passed, exit code 0: ${remark}`,
    `- ${remark}`,
  ]);
  expect(renderPage(report)).toContain(`and none is against the policy. ${remark.replace("'", '&apos;')}`);
  expect(lines.filter((line) => line.startsWith('| `/v1/orders`'))).toEqual([
    '| `/v1/orders`<br>GET, POST | not checked |  |  |  |',
  ]);
});
