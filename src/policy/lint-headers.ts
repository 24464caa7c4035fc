import { isForbiddenRequestHeader } from '../fetch-standard/request-headers.ts';
import { headerValueFault } from './lint-header-values.ts';
import { requestHeaderFault } from './lint-header-names.ts';
import type { PolicyProblem } from './problem.ts';
import { placeOf, quote } from './shown-value.ts';

type HeaderValues = Readonly<Record<string, string | null | undefined>> | undefined;

/**
 * Yields what is wrong with the header values of a route or of an error request. `declared`: the names that
 * may be given a value, or null if any may.
 */
export function* headerProblems(
  path: readonly PropertyKey[],
  headers: HeaderValues,
  declared: readonly (string | undefined)[] | null,
): Iterable<PolicyProblem> {
  const firstNames = new Map<string, string>();
  const declaredNames = declared?.map((name) => name?.toLowerCase());
  for (const [name, value] of Object.entries(headers ?? {})) {
    const place = placeOf([...path, name]);
    const lowerCaseName = name.toLowerCase();
    const nameFault = requestHeaderFault(name);
    const earlier = firstNames.get(lowerCaseName);
    if (earlier === undefined) firstNames.set(lowerCaseName, name);
    if (nameFault !== null) {
      yield { place, ...nameFault, value: '' };
    } else if (earlier !== undefined) {
      yield { place, value: '', problem: `repeats ${quote(earlier)}`, remedy: 'remove one of the two' };
    } else if (declaredNames !== undefined && !declaredNames.includes(lowerCaseName)) {
      yield {
        place,
        value: '',
        problem: 'has a value, but is not in requestHeaders',
        remedy: `add ${quote(lowerCaseName)} to requestHeaders, or remove the value`,
      };
    }
    if (value === null) continue;
    const valueFault = headerValueFault(value);
    if (valueFault !== null) yield { place, ...valueFault };
    else if (nameFault === null && isForbiddenRequestHeader(name, value ?? '')) {
      yield {
        place,
        value: '',
        problem: 'asks for a forbidden method, so that no page can set it',
        remedy: 'remove it',
      };
    }
  }
}
