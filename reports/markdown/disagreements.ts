import type { Report } from '../../src/model.ts';
import { groupedDisagreements, type DisagreementGroup } from '../read/disagreements.ts';
import { cellCode } from '../words/markdown-text.ts';
import { standingOf } from '../read/reading.ts';
import { say } from '../../src/words/say.ts';
import { standingWord } from '../words/standing-words.ts';
import { checkLabel, engineNames, inRow } from '../words/wording.ts';

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
      `| ${say('Request')} | ${say('Check')} | ${names.join(' | ')} |`,
      `| --- | --- | ${names.map(() => '---').join(' | ')} |`,
      ...groups.map((group) => `| ${cells(group, report).join(' | ')} |`),
    ].join('\n'),
  ];
}

function cells({ first, origins, verdicts }: DisagreementGroup, { engines }: Report): readonly string[] {
  const { method, route, credentialsMode, check } = first;
  const from = inRow(origins.map(({ origin }) => cellCode(origin)));
  return [
    say('{request}, from {origins}', {
      request: `${cellCode(`${method} ${route}`)}, ${credentialsMode}`,
      origins: from,
    }),
    checkLabel(check),
    ...engines.map(({ id }) => {
      const verdict = verdicts.find(({ engine }) => engine.id === id);
      if (verdict === undefined) return '';
      const cause = verdict.diagnosis === null ? '' : `: ${cellCode(verdict.diagnosis)}`;
      return `${standingWord(standingOf(verdict))}${cause}`;
    }),
  ];
}
