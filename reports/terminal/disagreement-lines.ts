import type { Report } from '../../src/model.ts';
import { engineList } from '../read/by-engine.ts';
import { groupedDisagreements, type DisagreementGroup } from '../read/disagreements.ts';
import { standingOf } from '../read/reading.ts';
import { say } from '../../src/words/say.ts';
import { standingWord } from '../words/standing-words.ts';
import { checkLabel, inRow, roleLabel } from '../words/wording.ts';
import { labelled, paragraph, type Surroundings } from './layout.ts';

const mostOrigins = 3;

/** Returns the checks that engines answered differently: which, and what each engine came to. */
export function disagreementLines(report: Report, surroundings: Surroundings): readonly string[] {
  return groupedDisagreements(report).flatMap((group) => [
    ...paragraph(requestText(group), surroundings, 2),
    ...labelled('check', [checkLabel(group.first.check)], surroundings, { indent: 4 }),
    ...labelled('engines', answerTexts(group), surroundings, { indent: 4 }),
  ]);
}

function requestText({ first, origins }: DisagreementGroup): string {
  const names = origins.map(({ origin, originRole }) =>
    originRole === 'trusted' ? origin : `${origin} (${roleLabel(originRole)})`,
  );
  const rest =
    names.length > mostOrigins ? [say('and {count} more', { count: names.length - mostOrigins })] : [];
  const from = inRow([...names.slice(0, mostOrigins), ...rest]);
  const requests = `${first.route}  ${first.method} (${first.credentialsMode})`;
  return say('{requests} from {origins}', { requests, origins: from });
}

function answerTexts({ first, verdicts }: DisagreementGroup): readonly string[] {
  return first.answers.map(({ engines, diagnosis, status }) => {
    const example = verdicts.find((verdict) => verdict.status === status && verdict.diagnosis === diagnosis);
    const word = example === undefined ? status : standingWord(standingOf(example));
    return `${engineList(engines)}: ${word}${diagnosis === null ? '' : `, ${diagnosis}`}`;
  });
}
