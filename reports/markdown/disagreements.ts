import type { Report } from '../../src/model.ts';
import { groupedDisagreements, type DisagreementGroup } from '../read/disagreements.ts';
import { cellCode } from '../words/markdown-text.ts';
import { standingOf } from '../read/reading.ts';
import { standingWords } from '../words/standing-words.ts';
import { checkLabels, engineNames } from '../words/wording.ts';

/**
 * Returns a table of the checks that engines answered differently, with a column for each engine; empty if there are
 * none.
 */
export function disagreementsTable(report: Report): readonly string[] {
  const groups = groupedDisagreements(report);
  if (groups.length === 0) return [];
  const names = report.engines.map(({ id }) => engineNames[id]);
  return [
    [
      `| Request | Check | ${names.join(' | ')} |`,
      `| --- | --- | ${names.map(() => '---').join(' | ')} |`,
      ...groups.map((group) => `| ${cells(group, report).join(' | ')} |`),
    ].join('\n'),
  ];
}

function cells({ first, origins, verdicts }: DisagreementGroup, { engines }: Report): readonly string[] {
  const { method, route, credentialsMode, check } = first;
  const from = origins.map(({ origin }) => cellCode(origin)).join(', ');
  return [
    `${cellCode(`${method} ${route}`)}, ${credentialsMode}, from ${from}`,
    checkLabels[check],
    ...engines.map(({ id }) => {
      const verdict = verdicts.find(({ engine }) => engine.id === id);
      if (verdict === undefined) return '';
      const cause = verdict.diagnosis === null ? '' : `: ${cellCode(verdict.diagnosis)}`;
      return `${standingWords[standingOf(verdict)]}${cause}`;
    }),
  ];
}
