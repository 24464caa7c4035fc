import { expect, test } from '@playwright/test';
import html from '../../../reports/formats/html.ts';
import markdown from '../../../reports/formats/markdown.ts';
import sarif from '../../../reports/formats/sarif.ts';
import { fixLines } from '../../../reports/terminal/fix-lines.ts';
import { plainPaint } from '../../../reports/terminal/paint.ts';
import { stacks } from '../../../src/fix/stacks.ts';
import type { Report, ReportFix } from '../../../src/model.ts';
import { sampleReport } from './sample-report.ts';

const report = sampleReport();
const [guessed] = report.fixes;

function withStack(stack: ReportFix['stack']): Report {
  if (guessed === undefined) throw new Error('The sample has a fix.');
  return { ...report, verdicts: [], fixes: [{ ...guessed, stack, routes: ['/a'] }] };
}

const linesOf = (shown: Report): readonly string[] =>
  fixLines(shown, { paint: plainPaint, width: 120 }).slice(0, 8);

test('the terminal says whose fix it is: one that the policy names', () => {
  expect(linesOf(withStack({ id: 'nginx', name: 'nginx', from: 'policy', hint: null }))).toEqual([
    '  Fix 1  for nginx',
    "     about     It is for /a, filled with the policy's own values.",
    '     file      nginx, server block of an API: api.conf',
    '     install   apt-get install nginx',
    '     note      An add_header in a location or an if takes the place of all that are inherited: repeat every line there.',
    '               Put the port that it listens on in place of 3000.',
    '',
    '       map $http_origin $cors_origin {',
  ]);
});

test('the terminal says whose fix it is: a guess, from what', () => {
  const stack = { id: 'nginx', name: 'nginx', from: 'guess', hint: 'Server: nginx' } as const;
  expect(linesOf(withStack(stack)).slice(0, 4)).toEqual([
    '  Fix 1  for nginx, which is a guess',
    "     about     It is for /a, filled with the policy's own values.",
    '               nginx is a guess, from the response header "Server: nginx". If it is wrong, name yours by stack in the',
    '               policy, or by CORS_STACK.',
  ]);
});

test('the terminal says where the files are if the stack is not known', () => {
  expect(linesOf(withStack(null)).join('\n').replace(/\s+/g, ' ').trim()).toBe(
    [
      "Fix 1 for every stack, as yours is not known about It is for /a, filled with the policy's own values.",
      'No response header hints at what answers here. Name it by stack in the policy, or by CORS_STACK:',
      `${Object.keys(stacks).join(', ')}.`,
      'files One for each stack is in report.html and report.md.',
    ].join(' '),
  );
});

test('each format holds the file once, however many findings refer to it', () => {
  const line = 'add_header Access-Control-Allow-Methods "GET, PUT" always;';
  const times = (text: string, part: string): number => text.split(part).length - 1;
  expect(times(markdown.render(report), line)).toBe(1);
  expect(times(html.render(report), line.replaceAll('"', '&quot;'))).toBe(1);
  expect(times(markdown.render(report), '**Fix:** Fix 1')).toBe(8);
  expect(times(html.render(report), 'href="#fix-1"')).toBe(8);
  expect(times(html.render(report), 'id="fix-1"')).toBe(1);
  expect(times(sarif.render(report), '"fix": "Fix 1 of report.md, for nginx, which is a guess"')).toBe(8);
});
