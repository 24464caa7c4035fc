import type { Verdict } from '../../src/model.ts';
import type { Language } from '../../src/words/language.ts';
import { findingsOf } from '../read/findings.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { findingWords } from '../words/finding-words.ts';
import { verdictsIn } from '../words/in-language.ts';
import { say, speaking, type Word } from '../../src/words/say.ts';
import { forTexts, fromText, headline } from './finding-lines.ts';
import { labelled, paragraph, type Surroundings, type Text } from './layout.ts';
import { plainPaint } from './paint.ts';

const surroundings: Surroundings = { paint: plainPaint, width: 100 };

const row = (label: Word, texts: readonly Text[]): readonly string[] =>
  labelled(label, texts, surroundings, { indent: 2 });

/** How much of the console a test's error shows; the report has all of it. */
const consoleTexts = 2;

/**
 * Returns the error of a test whose `verdicts` fail the gate, as any of Playwright's reporters shows it: a few lines for
 * each cause, in `language`. The report says the rest.
 */
export const testErrorText = (verdicts: readonly Verdict[], language: Language = 'en'): string =>
  speaking(language, () => textOf(verdictsIn(language, verdicts)));

function textOf(verdicts: readonly Verdict[]): string {
  const { violations, hazards } = findingsOf({ verdicts, fixes: [], accepted: [], levels: [] });
  const causes = [...violations, ...hazards].map((finding) => {
    const { example } = finding;
    const { seen, remedy, who } = findingWords(finding);
    return [
      headline(finding, plainPaint),
      ...row('for', forTexts(finding).slice(0, 3)),
      ...row(
        'console',
        example.console.slice(0, consoleTexts).map((copy) => ({ copy })),
      ),
      ...row('seen', [seen]),
      ...row('do', [remedy]),
      ...row('who', who === '' ? [] : [who]),
    ];
  });
  const open = groupBy(
    verdicts.filter(({ status }) => status === 'inconclusive'),
    ({ seen }) => seen,
  ).map((group) => {
    const [first] = group;
    const names = fromText(first);
    const count = group.length - 1;
    const told = count > 0 ? say('{names} and {count} more', { names, count }) : names;
    return paragraph(`${say('INCONCLUSIVE')}  ${first.route}  ${told}: ${first.seen}`, surroundings);
  });
  return [...causes, ...open].map((lines) => lines.join('\n')).join('\n\n');
}
