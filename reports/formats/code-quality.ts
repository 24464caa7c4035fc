import { createHash } from 'node:crypto';
import { failsGate } from '../../src/baseline/acceptance.ts';
import type { Report } from '../../src/model.ts';
import { defineFormat } from '../format.ts';
import { findingsOf, type Finding } from '../read/findings.ts';
import { placesIn } from '../read/place.ts';
import { findingWords, paragraphOf, titleOf } from '../words/finding-words.ts';
import { visible } from '../words/visible-text.ts';

/**
 * For GitLab's merge requests: one entry for each finding that is neither accepted nor off.
 *
 * https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export default defineFormat({
  id: 'code-quality',
  fileName: 'gl-code-quality-report.json',
  isForPrograms: true,
  render: (report) => `${JSON.stringify(entriesOf(report), null, 2)}\n`,
});

const severities = { critical: 'blocker', high: 'critical', medium: 'major', low: 'minor' } as const;

function entriesOf(report: Report): readonly object[] {
  const placeOf = placesIn(report);
  const { violations, hazards } = findingsOf(report);
  const strictness = { failOn: report.gate.failOn, levels: report.levels };
  const known = new Map<string, number>();
  return [...violations, ...hazards].map((finding) => {
    const { path, line } = placeOf(finding.route);
    const words = findingWords(finding);
    const fails = finding.verdicts.some((verdict) => failsGate(verdict, null, strictness));
    return {
      description: visible(`${titleOf(words)}: ${paragraphOf(words)}`),
      check_name: finding.name,
      fingerprint: fingerprintOf(finding, known),
      severity: fails ? severities[finding.severity] : 'info',
      location: { path, lines: { begin: line } },
    };
  });
}

/** Returns what a finding is known by: its diagnosis and its route, and its number where several have both. */
export function fingerprintOf({ name, route }: Finding, known: Map<string, number>): string {
  const key = JSON.stringify([name, route]);
  const number = (known.get(key) ?? 0) + 1;
  known.set(key, number);
  return `${createHash('sha256').update(key).digest('hex').slice(0, 32)}:${number}`;
}
