import { expect, test } from '@playwright/test';
import codeQuality from '../../../reports/formats/code-quality.ts';
import comment from '../../../reports/formats/comment.ts';
import markdown from '../../../reports/formats/markdown.ts';
import { annotationLines } from '../../../reports/github/annotations.ts';
import { jobSummary } from '../../../reports/github/job-summary.ts';
import { cutMarkdown } from '../../../reports/markdown/cut.ts';
import type { Report } from '../../../src/model.ts';
import { sampleReport } from './sample-report.ts';

function placed(): Report {
  const report = sampleReport();
  const routes = report.routes.map((route, index) => ({ ...route, line: 10 + index }));
  return { ...report, policyFile: 'api/cors.policy.ts', routes };
}

/** Returns a report of many findings. */
function large(): Report {
  const report = sampleReport();
  const found = report.verdicts.filter(({ status }) => status === 'violates');
  const verdicts = Array.from({ length: 400 }, (_, index) =>
    found.map((verdict) => ({
      ...verdict,
      id: `${verdict.id} ${index}`,
      route: `${verdict.route}/${index}`,
    })),
  ).flat();
  return { ...report, verdicts };
}

test('an annotation stands at the line of the route, and no text forges another command', () => {
  const report = placed();
  const verdicts = report.verdicts.map((verdict) =>
    verdict.diagnosis === 'vary-origin-missing' ? { ...verdict, seen: 'a\n::error::b 100%' } : verdict,
  );
  const lines = annotationLines({ ...report, verdicts });
  expect(lines.map((line) => line.slice(0, line.indexOf('::', 2)))).toEqual([
    '::error file=api/cors.policy.ts,line=10,title=CRITICAL opaque-origin-trusted (too open) on /v1/profile%2C in 1 check',
    '::error file=api/cors.policy.ts,line=10,title=CRITICAL origin-prefix-trusted (too open) on /v1/profile%2C in 1 check',
    '::error file=api/cors.policy.ts,line=10,title=HIGH origin-mismatch (too closed) on /v1/profile%2C in 1 check',
    '::error file=api/cors.policy.ts,line=12,title=HIGH insecure-origin-trusted (too open) on /v1/exports%2C in 1 check',
    '::warning file=api/cors.policy.ts,line=12,title=HIGH origin-missing (too closed) on /v1/exports%2C in 1 check',
    '::warning file=api/cors.policy.ts,line=12,title=MEDIUM vary-origin-missing (hazard) on /v1/exports%2C in 1 check',
  ]);
  expect(lines.filter((line) => line.includes('\n'))).toEqual([]);
  expect(lines.at(-1)).toContain('::error::b 100%25');
  expect(annotationLines(large())).toHaveLength(20);
});

test('GitLab has an entry for each finding that is open, each with a fingerprint of its own', () => {
  const entries: readonly { readonly [key: string]: unknown }[] = JSON.parse(codeQuality.render(placed()));
  expect(entries.map(({ check_name: name, severity, location }) => [name, severity, location])).toEqual([
    ['opaque-origin-trusted', 'blocker', { path: 'api/cors.policy.ts', lines: { begin: 10 } }],
    ['origin-prefix-trusted', 'blocker', { path: 'api/cors.policy.ts', lines: { begin: 10 } }],
    ['origin-mismatch', 'critical', { path: 'api/cors.policy.ts', lines: { begin: 10 } }],
    ['origin-missing', 'info', { path: 'api/cors.policy.ts', lines: { begin: 12 } }],
    ['insecure-origin-trusted', 'critical', { path: 'api/cors.policy.ts', lines: { begin: 12 } }],
    ['vary-origin-missing', 'info', { path: 'api/cors.policy.ts', lines: { begin: 12 } }],
  ]);
  expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(entries.length);
});

test('a comment is the report behind its marker, and is cut before a heading', () => {
  expect(comment.render(sampleReport())).toBe(
    `<!-- cors-conformance -->\n${markdown.render(sampleReport())}`,
  );
  const cut = comment.render(large());
  expect(cut.length).toBeLessThanOrEqual(65_536);
  expect(cut.endsWith('\n\n_The rest is in report.md: a comment holds 65,536 characters._\n')).toBe(true);
});

test('a job summary keeps to the room that is left, in bytes', () => {
  expect(jobSummary(sampleReport(), 1024 * 1024)).toBe(markdown.render(sampleReport()));
  const cut = jobSummary(large(), 300_000);
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(300_000);
  expect(cut.endsWith('_The rest is in report.md: a job summary holds 1 MiB._\n')).toBe(true);
});

test('a text is cut before a heading, never within code, and before a line if one section is too long', () => {
  const text = ['# A', 'one', '', '## B', '```', '## no heading', '```', 'two', '', '## C', 'three', ''].join(
    '\n',
  );
  const upTo = (most: number): string => cutMarkdown(text, (part) => part.length <= most, 'cut');
  expect([upTo(100), upTo(48), upTo(40), upTo(17)]).toEqual([
    text,
    '# A\none\n\n## B\n```\n## no heading\n```\ntwo\n\ncut\n',
    '# A\none\n\ncut\n',
    '# A\none\n\ncut\n',
  ]);
});
