import type { Fault, PolicyProblem } from './problem.ts';
import { placeOf, quote } from './shown-value.ts';
import type { QueryDraft } from './shape.ts';

/** Returns why `path` is not the path of a request, before its parameters are filled; null if it is. */
export function pathFault(path: string): Fault | null {
  const fault = (problem: string, remedy: string): Fault => ({ value: quote(path), problem, remedy });
  if (/^https?:\/\//i.test(path))
    return fault('is a whole address', 'write what follows the target, such as "/users"');
  if (!path.startsWith('/'))
    return fault('does not start with a slash', `write ${quote(braced(`/${path}`))}`);
  if (/^\/[/\\]/.test(path))
    return fault('starts with two slashes', `write ${quote(braced(path.replace(/^[/\\]+/, '/')))}`);
  if (path.includes('?')) return fault('holds a query', 'move it to query');
  if (path.includes('#')) return fault('holds a fragment, which is never sent', 'remove it');
  if (/[\s\\]|\p{Cc}|\p{Cs}/u.test(path)) {
    return fault('holds white space, a backslash or a control character', 'percent-encode it');
  }
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) {
    return fault('holds a "." or ".." segment, which browsers resolve before they send it', 'remove it');
  }
  if (/\/:\w/.test(path)) {
    return fault('marks a path parameter with a colon', `write ${quote(braced(path))}`);
  }
  if (path.includes('*')) return fault('is a pattern', 'write the path of one request');
  if (hasStrayBrace(path)) {
    return fault(
      'holds a brace that is not part of a path parameter',
      'write {name} for each path parameter',
    );
  }
  return null;
}

/** Reports whether a brace in `path` is not part of a path parameter, so that nobody knows which it has. */
export const hasStrayBrace = (path: string): boolean => /[{}]/.test(path.replace(/\{[\w.-]+\}/g, ''));

/** Returns `path` with each parameter that is marked with a colon in braces. */
export function braced(path: string): string {
  return path.replace(/\/:(\w+)/g, '/{$1}');
}

/** Returns why `value` cannot fill a path parameter; null if it can. */
export function pathParameterFault(value: string): Fault | null {
  const shown = { value: quote(value), remedy: 'write a value that the API knows' };
  if (value === '') return { ...shown, problem: 'is empty' };
  if (isHalfCharacter(value)) return { ...shown, problem: 'holds half a surrogate pair' };
  if (value === 'undefined' || value === 'null') return { ...shown, problem: 'is no value' };
  return /^\.{1,2}$/.test(value) ? { ...shown, problem: 'is a segment that browsers resolve' } : null;
}

/** Reports whether `text` holds a surrogate without its other half, which no URL can. */
export function isHalfCharacter(text: string): boolean {
  return /\p{Cs}/u.test(text);
}

/** Returns why `query` is not a query string; null if it is. The query may hold a secret and is not shown. */
export function queryFault(query: string): Fault | null {
  if (query.startsWith('?')) {
    return { value: '', problem: 'starts with a question mark', remedy: 'remove the question mark' };
  }
  return /[\s#]|\p{Cc}|\p{Cs}/u.test(query)
    ? { value: '', problem: 'holds white space, a "#" or a control character', remedy: 'percent-encode it' }
    : null;
}

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
