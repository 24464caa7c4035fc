import type { Fault, PolicyProblem } from './problem.ts';
import { placeOf, quote } from './shown-value.ts';
import type { QueryDraft } from './shape.ts';
import { say, type Told } from '../words/say.ts';

/** Returns why `path` is not the path of a request, before its parameters are filled; null if it is. */
export function pathFault(path: string): Fault | null {
  const fault = (problem: Told, remedy: Told): Fault => ({ value: quote(path), problem, remedy });
  if (/^https?:\/\//i.test(path))
    return fault(say('is a whole address'), say('write what follows the target, such as "/users"'));
  if (!path.startsWith('/'))
    return fault(
      say('does not start with a slash'),
      say('write {what}', { what: quote(braced(`/${path}`)) }),
    );
  if (/^\/[/\\]/.test(path))
    return fault(
      say('starts with two slashes'),
      say('write {what}', { what: quote(braced(path.replace(/^[/\\]+/, '/'))) }),
    );
  if (path.includes('?')) return fault(say('holds a query'), say('move it to query'));
  if (path.includes('#')) return fault(say('holds a fragment, which is never sent'), say('remove it'));
  if (/[\s\\]|\p{Cc}|\p{Cs}/u.test(path)) {
    return fault(say('holds white space, a backslash or a control character'), say('percent-encode it'));
  }
  if (/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) {
    return fault(
      say('holds a "." or ".." segment, which browsers resolve before they send it'),
      say('remove it'),
    );
  }
  if (/\/:\w/.test(path)) {
    return fault(
      say('marks a path parameter with a colon'),
      say('write {what}', { what: quote(braced(path)) }),
    );
  }
  if (path.includes('*')) return fault(say('is a pattern'), say('write the path of one request'));
  if (hasStrayBrace(path)) {
    return fault(
      say('holds a brace that is not part of a path parameter'),
      say('write {name} for each path parameter', { name: '{name}' }),
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
  const shown = { value: quote(value), remedy: say('write a value that the API knows') };
  if (value === '') return { ...shown, problem: say('is empty') };
  if (isHalfCharacter(value)) return { ...shown, problem: say('holds half a surrogate pair') };
  if (value === 'undefined' || value === 'null') return { ...shown, problem: say('is no value') };
  return /^\.{1,2}$/.test(value) ? { ...shown, problem: say('is a segment that browsers resolve') } : null;
}

/** Reports whether `text` holds a surrogate without its other half, which no URL can. */
export function isHalfCharacter(text: string): boolean {
  return /\p{Cs}/u.test(text);
}

/** Returns why `query` is not a query string; null if it is. The query may hold a secret and is not shown. */
export function queryFault(query: string): Fault | null {
  if (query.startsWith('?')) {
    return {
      value: '',
      problem: say('starts with a question mark'),
      remedy: say('remove the question mark'),
    };
  }
  return /[\s#]|\p{Cc}|\p{Cs}/u.test(query)
    ? {
        value: '',
        problem: say('holds white space, a "#" or a control character'),
        remedy: say('percent-encode it'),
      }
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
      yield {
        place,
        value: '',
        problem: say('holds half a surrogate pair'),
        remedy: say('write whole characters'),
      };
    }
    if (value !== 'undefined') continue;
    yield {
      place,
      value: '',
      problem: say('is the word undefined'),
      remedy: say('set the environment variable that it is made of, or write the value'),
    };
  }
}
