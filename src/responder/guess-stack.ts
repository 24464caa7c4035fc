import { stacks, isStack, type StackId } from '../fix/stacks.ts';
import type { HeaderList } from '../model.ts';
import { frontSigns, linesOf } from './signs.ts';

/** The stack that a response header line gives away: one of several, where all of them run on the server that it names. */
export interface StackGuess {
  readonly stacks: readonly [StackId, ...StackId[]];
  readonly hint: string;
}

/**
 * Returns the stacks `among` those given that these response headers hint at, or `null`: the one that a line names alone,
 * or else those that run on the server that a line names. Applications come before servers: behind a proxy, it is the
 * application that is most often changed. The answer is a guess: a header can be removed, and NestJS, for one, calls
 * itself Express.
 */
export function guessStack(
  headers: HeaderList,
  among: ReadonlySet<StackId> = new Set(Object.keys(stacks).filter(isStack)),
): StackGuess | null {
  const guesses = frontSigns.flatMap(({ kind, ...sign }) => {
    const [first, ...others] = (sign.stacks ?? []).filter((stack) => among.has(stack));
    const [line] = linesOf(headers, sign) ?? [];
    if (first === undefined || line === undefined) return [];
    const guess: StackGuess = { stacks: [first, ...others], hint: line.join(': ') };
    return [{ ...guess, rank: Number(kind === 'proxy') * 2 + Number(others.length > 0) }];
  });
  const [best] = guesses.toSorted((one, other) => one.rank - other.rank);
  return best === undefined ? null : { stacks: best.stacks, hint: best.hint };
}

/** Reports whether a line of these response headers names an application of which there are no files. */
export const isOfNoStack = (headers: HeaderList): boolean =>
  frontSigns.some(
    (sign) => sign.kind === 'application' && sign.stacks === undefined && linesOf(headers, sign) !== null,
  );
