import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { PrintableFix } from './fix.ts';
import { say } from '../words/say.ts';
import { stacks, type StackId } from './stacks.ts';

/** A response that fails, of an API whose CORS layer is there. */
interface Failed {
  readonly diagnosis: DiagnosisId;
  readonly isOk: boolean;
}

/** Returns what the CORS layer of `stack` is known to miss in such a response, each seen to fail so and cured; empty if nothing is. */
export function hintText(
  library: readonly Pick<PrintableFix, 'stack' | 'broken'>[],
  stack: StackId,
  { diagnosis, isOk }: Failed,
): string {
  const hints = library
    .filter((fix) => fix.stack === stack)
    .flatMap(({ broken = [] }) => broken)
    .flatMap(({ seen, hint }) => {
      if (hint === undefined || seen.by === 'start' || seen.diagnosis !== diagnosis) return [];
      return hint.on === 'any' || (hint.on === 'ok') === isOk ? [say(hint.text)] : [];
    });
  return hints.length === 0
    ? ''
    : [say('In {stack}, look for this:', { stack: stacks[stack].name }), ...new Set(hints)].join(' ');
}
