import type { Advice, TextExplained } from './explain.ts';
import type { EngineId } from '../model.ts';

/** What `explain --json` prints: one object, whose members are never left out. */
export interface ExplanationJson {
  /** Counts up with every change that a reader of this object has to know of. */
  readonly version: 1;
  /** The failures that the text tells of, in its order; none: the text is unknown. */
  readonly failures: readonly FailureJson[];
  /** The lines printed for `--stack`; `null` where none is asked for. */
  readonly fix: { readonly stack: string; readonly lines: readonly string[] } | null;
}

export interface FailureJson {
  /** The part of the text that was recognised. */
  readonly text: string;
  /** The engines that print it; none where a library of the page does. */
  readonly engines: readonly EngineId[];
  /** What stood in the places of the text, by their names. */
  readonly values: Readonly<Record<string, string>>;
  /** What is to be known of the text itself. */
  readonly note: string | null;
  /** One diagnosis where the text names one cause; several where it fits several; none where it is no refusal. */
  readonly diagnoses: readonly Advice[];
  /** The questions whose answers tell several diagnoses apart, with the diagnoses that each answer leaves. */
  readonly questions: readonly {
    readonly ask: string;
    readonly answers: readonly { readonly answer: string; readonly leaves: readonly string[] }[];
  }[];
  /** What is said where there is no diagnosis. */
  readonly other: {
    readonly cause: string;
    readonly changers: readonly string[];
    readonly remedy: string;
  } | null;
}

/** Returns what is said of a text as one JSON object, in which no character gives orders to a terminal. Pure. */
export function explanationJson(explained: readonly TextExplained[], fix: ExplanationJson['fix']): string {
  const whole: ExplanationJson = { version: 1, failures: explained.map(failureOf), fix };
  return JSON.stringify(whole, null, 2).replace(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

function failureOf(explained: TextExplained): FailureJson {
  const { text, engines, values, note } = explained;
  const heard = { text, engines, values, note };
  switch (explained.kind) {
    case 'diagnosis':
      return { ...heard, diagnoses: [explained.advice], questions: [], other: null };
    case 'ambiguous':
      return {
        ...heard,
        diagnoses: explained.candidates,
        questions: explained.questions.map(({ ask, answers }) => ({ ask, answers })),
        other: null,
      };
    case 'other': {
      const { cause, changers, remedy } = explained;
      return { ...heard, diagnoses: [], questions: [], other: { cause, changers, remedy } };
    }
    default:
      return explained satisfies never;
  }
}
