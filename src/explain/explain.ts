import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { Engine } from '../engines/engine.ts';
import { adviceFor, type Advice } from './advice.ts';
import { widenedByValue } from './by-value.ts';
import { causes, isCause } from './facts.ts';
import { questionsFor, type Question } from './questions.ts';
import { readText } from './read-text.ts';
import type { Recognised } from './sighting.ts';
import type { Changer } from './template.ts';
import type { EngineId } from '../model.ts';
import type { InEach, Language } from '../words/language.ts';

export type { Advice } from './advice.ts';
export { explainObservation } from './explain-observation.ts';
export type { Question } from './questions.ts';

/** What one failure in a pasted text comes to. */
export type TextExplained =
  /** The text names one cause. */
  | (Heard & { readonly kind: 'diagnosis'; readonly advice: Advice })
  /** The text fits several causes; the answers to the questions tell them apart. */
  | (Heard & {
      readonly kind: 'ambiguous';
      readonly candidates: readonly Advice[];
      readonly questions: readonly Question[];
    })
  /** The text is known, and is no refusal by CORS. */
  | (Heard & {
      readonly kind: 'other';
      readonly cause: string;
      readonly changers: readonly Changer[];
      readonly remedy: string;
    });

export interface Heard {
  /** The engines that say this, in the order in which they were given; none where a library of the page does. */
  readonly engines: readonly EngineId[];
  /** The part of the text that was recognised. */
  readonly text: string;
  /** What stood in the places of the text: `url`, `origin`, `value`, `method`, `name`, `status`. */
  readonly values: Readonly<Record<string, string>>;
  /** What is to be known of the text itself; `null`: nothing. */
  readonly note: string | null;
}

/**
 * Explains a text that was copied from a console: whole or in part, of any of `engines`, with whatever the
 * console printed around it. One entry for each failure that is recognised; none means that the text is
 * unknown. Pure. No text makes it throw; what comes after `longestText` characters is not read. Whatever language the
 * sentences are in, the ids and who has to change something are the same.
 */
export function explainText(
  text: string,
  engines: readonly Engine[],
  language: Language = 'en',
): TextExplained[] {
  return readText(text, engines).map((recognised) => explain(recognised, engines, language));
}

function explain(
  { engines: said, text, values, means }: Recognised,
  known: readonly Engine[],
  language: Language,
): TextExplained {
  const sayers = known.filter(({ id }) => said.includes(id));
  const engines = sayers.map(({ id }) => id);
  const note = means.kind === 'diagnoses' ? (means.note ?? mendedNote(means.ids, sayers)) : null;
  const heard = { engines, text, values, note: note?.[language] ?? null };
  if (means.kind === 'other') {
    const { cause, change, remedy } = means;
    return { ...heard, kind: 'other', cause: cause[language], changers: [change], remedy: remedy[language] };
  }
  const ids: readonly DiagnosisId[] =
    means.kind === 'any-failure' ? causes : widenedByValue(means.ids, values['value']);
  const [first, ...rest] = ids.map((id) => adviceFor(id, values, language));
  if (first !== undefined && rest.length === 0) return { ...heard, kind: 'diagnosis', advice: first };
  return {
    ...heard,
    kind: 'ambiguous',
    candidates: first === undefined ? [] : [first, ...rest],
    questions: questionsFor(ids.filter(isCause), engines, language),
  };
}

/** Returns what the engines that may have printed a text have to add, where it may be about a response that is kept. */
function mendedNote(ids: readonly DiagnosisId[], sayers: readonly Engine[]): InEach | null {
  const failsCheck = ids.some((id) => /^(origin|credentials)-/.test(id));
  return failsCheck ? (sayers.find((engine) => engine.mendedNote !== undefined)?.mendedNote ?? null) : null;
}
