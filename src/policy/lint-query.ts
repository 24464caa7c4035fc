import { isHalfCharacter, queryFault } from './lint-path.ts';
import type { PolicyProblem } from './problem.ts';
import type { QueryDraft } from './shape.ts';
import { placeOf } from './shown-value.ts';

/** Yields what is wrong with a query at `path`. */
export function* queryProblems(path: readonly PropertyKey[], query: QueryDraft): Iterable<PolicyProblem> {
  if (query === undefined) return;
  if (typeof query === 'string') {
    const fault = queryFault(query);
    if (fault !== null) yield { place: placeOf(path), ...fault };
    return;
  }
  for (const [name, value] of Object.entries(query)) {
    const place = placeOf([...path, name]);
    if ([name, value].flat().some((text) => isHalfCharacter(String(text)))) {
      yield { place, value: '', problem: 'holds half a surrogate pair', remedy: 'write whole characters' };
    }
    if (value !== 'undefined') continue;
    yield {
      place,
      value: '',
      problem: 'is the word undefined',
      remedy: 'set the environment variable that it is made of, or write the value',
    };
  }
}
