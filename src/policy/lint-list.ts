import type { Fault, PolicyProblem } from './problem.ts';
import { quote } from './shown-value.ts';

/**
 * Yields what is wrong with each text of a list, and the texts that repeat an earlier one. `sameAs` maps texts
 * that mean the same to one text.
 */
export function* listProblems(
  place: string,
  texts: readonly (string | undefined)[] | null | undefined,
  faultOf: (text: string) => Fault | null,
  sameAs: (text: string) => string = (text) => text,
): Iterable<PolicyProblem> {
  const firstPlaces = new Map<string, string>();
  for (const [index, text] of (texts ?? []).entries()) {
    if (text === undefined) continue;
    const here = `${place}[${index}]`;
    const fault = faultOf(text);
    if (fault !== null) {
      yield { place: here, ...fault };
      continue;
    }
    const earlier = firstPlaces.get(sameAs(text));
    if (earlier === undefined) firstPlaces.set(sameAs(text), here);
    else
      yield {
        place: here,
        value: quote(text),
        problem: `repeats ${earlier}`,
        remedy: 'remove one of the two',
      };
  }
}
