import { disagreements } from '../../fixtures/disagreements.ts';
import type { EngineDisagreement } from '../../src/catalogue/disagreement.ts';
import { escaped, table } from './markdown.ts';

/** Returns everything in which the engines were observed to disagree, and what shows it. */
export function disagreementSection(): string[] {
  const shown = disagreements.filter(({ shown: { by } }) => by !== 'reason');
  return [
    '## What they were observed to disagree in',
    '',
    `${disagreements.length} sentences, of which ${shown.length} are shown by cases and claims, and the others say why not. \`specs/pure/engines/observed-disagreements.spec.ts\` checks that each is shown in the way that is said, and that every observation of a disagreement has its sentence.`,
    '',
    ...table(
      ['disagreement', 'in', 'shown by'],
      disagreements.map(({ said, shown: by }) => [escaped(said), aspects(by), witnesses(by)]),
    ),
    '',
  ];
}

const aspects = (shown: EngineDisagreement['shown']): string =>
  shown.by === 'cases' ? shown.in.join(', ') : '';

function witnesses(shown: EngineDisagreement['shown']): string {
  switch (shown.by) {
    case 'cases':
      return shown.cases.map((id) => `[\`${id}\`](../fixtures/cases/${id}.ts)`).join(', ');
    case 'claims':
      return shown.claims
        .map((name) => {
          const [id = '', experiment] = name.split(' ');
          return `[\`${id}\`](../fixtures/claims/${id}.ts)${experiment === undefined ? '' : ` ${experiment}`}`;
        })
        .join(', ');
    case 'reason':
      return `not shown: ${shown.reason}`;
    default:
      return shown satisfies never;
  }
}
