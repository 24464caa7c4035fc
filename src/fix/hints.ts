import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { Hint, PrintableFix } from './fix.ts';
import { say } from '../words/say.ts';
import { stacks, type StackId } from './stacks.ts';

/** A response that fails, of an API whose CORS layer is there. */
interface Failed {
  readonly diagnosis: DiagnosisId;
  readonly status: number;
  /** Whether it is no error: each CORS-preflight response is none. */
  readonly isOk: boolean;
}

/** Returns what the CORS layer of `stack` is known to miss in such a response, each seen to fail so and cured; empty if nothing is. */
export function hintText(
  library: readonly Pick<PrintableFix, 'stack' | 'broken'>[],
  stack: StackId,
  { diagnosis, status, isOk }: Failed,
): string {
  const hints = library
    .filter((fix) => fix.stack === stack)
    .flatMap(({ broken = [] }) => broken)
    .flatMap(({ seen, hint }) => {
      if (hint === undefined || seen.by === 'start' || seen.diagnosis !== diagnosis) return [];
      return isOn(hint.on, { status, isOk }) ? [say(hint.text)] : [];
    });
  return hints.length === 0
    ? ''
    : [say('In {stack}, look for this:', { stack: stacks[stack].name }), ...new Set(hints)].join(' ');
}

const isOn = (on: Hint['on'], { status, isOk }: Omit<Failed, 'diagnosis'>): boolean =>
  on === 'any' || (typeof on === 'string' ? (on === 'ok') === isOk : !isOk && on.includes(status));
