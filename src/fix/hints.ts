import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { ResponderKind } from '../model.ts';
import type { Hint, PrintableFix } from './fix.ts';
import { say } from '../words/say.ts';
import { stacks, type StackId } from './stacks.ts';

/** A response that fails, of an API whose CORS layer is there. */
interface Failed {
  readonly diagnosis: DiagnosisId;
  readonly status: number;
  /** Whether it is no error: each CORS-preflight response is none. */
  readonly isOk: boolean;
  readonly madeBy: ResponderKind;
  /** Whether nothing shows who made it, and it lacks the lines of the application. */
  readonly isBare: boolean;
  /** Whether the layer may be that of the stack, or of what is behind it. */
  readonly isOfEither: boolean;
}

/** What the CORS layer of a stack is known to miss in a response. */
export interface Hinted {
  readonly text: string;
  /** The fixes whose printed files show the cure; empty where the text says all. */
  readonly shownBy: readonly OneFix[];
}

/** What tells a fix from all others. */
export type OneFix = Pick<PrintableFix, 'stack' | 'variant'>;

/** Returns what the CORS layer of `stack` is known to miss in such a response, each seen to fail so and cured; `null` if nothing is. */
export function hintedFor(
  library: readonly Pick<PrintableFix, 'stack' | 'variant' | 'broken'>[],
  stack: StackId,
  failed: Failed,
): Hinted | null {
  const hints = library
    .filter((fix) => fix.stack === stack)
    .flatMap(({ variant, broken = [] }) =>
      broken.flatMap(({ seen, alsoRefused = [], hint }) =>
        hint !== undefined &&
        [seen, ...alsoRefused].some((one) => 'diagnosis' in one && one.diagnosis === failed.diagnosis) &&
        isOf(hint, failed)
          ? [{ variant, hint }]
          : [],
      ),
    );
  if (hints.length === 0) return null;
  const { name } = stacks[stack];
  const lead = failed.isOfEither
    ? say('If the CORS headers come from {stack}, look for this:', { stack: name })
    : say('In {stack}, look for this:', { stack: name });
  const texts = new Set(hints.map(({ hint }) => say(hint.text)));
  const shown = hints.flatMap(({ variant, hint }) => (hint.isShownByFile === true ? [variant] : []));
  return {
    text: [lead, ...texts].join(' '),
    shownBy: [...new Set(shown)].map((variant) => ({ stack, variant })),
  };
}

/** Reports whether `hint` is about such a response; one that somebody else may have made is taken for either. */
const isOf = ({ on, by, takesAll }: Hint, { status, isOk, madeBy, isBare }: Failed): boolean =>
  (!isBare || takesAll === true) &&
  (by === undefined || by === madeBy || (madeBy !== 'application' && madeBy !== 'error path')) &&
  (on === 'any' || (typeof on === 'string' ? (on === 'ok') === isOk : on.includes(status)));
