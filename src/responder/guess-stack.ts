import { stacks, isStack, type StackId } from '../fix/stacks.ts';
import type { HeaderList } from '../model.ts';
import { frontSigns, linesOf } from './signs.ts';

/** A stack, and the response header line that gave it away. */
export interface StackGuess {
  readonly stack: StackId;
  readonly hint: string;
}

/** Applications come before servers: behind a proxy, it is the application that is most often changed. */
const inOrder = frontSigns.toSorted(
  (one, other) => Number(one.kind === 'proxy') - Number(other.kind === 'proxy'),
);

/**
 * Returns the stack `among` those given that these response headers hint at, or `null`. The answer is a guess: a header
 * can be removed, and NestJS, for one, calls itself Express.
 */
export function guessStack(
  headers: HeaderList,
  among: ReadonlySet<StackId> = new Set(Object.keys(stacks).filter(isStack)),
): StackGuess | null {
  for (const sign of inOrder) {
    if (sign.stack === undefined || !among.has(sign.stack)) continue;
    const [line] = linesOf(headers, sign) ?? [];
    if (line !== undefined) return { stack: sign.stack, hint: line.join(': ') };
  }
  return null;
}
