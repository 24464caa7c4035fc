import { isForbiddenRequestHeader } from '../fetch-standard/request-headers.ts';
import type { Fault, PolicyProblem } from './problem.ts';
import { placeOf, quote, redacted } from './shown-value.ts';
import { isForbiddenResponseHeaderName } from '../fetch-standard/response-headers.ts';
import { isToken } from '../fetch-standard/http-syntax.ts';
import { say, type Told } from '../words/say.ts';

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
      yield {
        place,
        value: '',
        problem: say('repeats {place}', { place: quote(earlier) }),
        remedy: say('remove one of the two'),
      };
    } else if (declaredNames !== undefined && !declaredNames.includes(lowerCaseName)) {
      yield {
        place,
        value: '',
        problem: say('has a value, but is not in requestHeaders'),
        remedy: say('add {name} to requestHeaders, or remove the value', { name: quote(lowerCaseName) }),
      };
    }
    if (value === null) continue;
    const valueFault = headerValueFault(value);
    if (valueFault !== null) yield { place, ...valueFault };
    else if (nameFault === null && isForbiddenRequestHeader(name, value ?? '')) {
      yield {
        place,
        value: '',
        problem: say('asks for a forbidden method, so that no page can set it'),
        remedy: say('remove it'),
      };
    }
  }
}

/** Returns why no page can send a request header of the name `text`; null if one can. */
export function requestHeaderFault(text: string): Fault | null {
  const fault = (problem: Told, remedy: Told): Fault => ({ value: quote(text), problem, remedy });
  if (text === '*') return fault(say('is a wildcard'), say('list the names that pages send, one by one'));
  if (!isToken(text)) return notName(text, 'x-request-id');
  if (/^cookie2?$/i.test(text)) {
    return fault(
      say('is a forbidden request-header, which no page can set'),
      say('remove it; browsers send cookies by themselves with credentials: "include"'),
    );
  }
  if (isForbiddenRequestHeader(text, '')) {
    return fault(say('is a forbidden request-header, which no page can set'), say('remove it'));
  }
  if (/^access-control-/i.test(text)) {
    return fault(say('is a response header, which the API sends and a page does not'), say('remove it'));
  }
  return null;
}

/** Returns why an API cannot expose a response header of the name `text`; null if it can. */
export function exposedHeaderFault(text: string): Fault | null {
  const fault = (problem: Told, remedy: Told): Fault => ({ value: quote(text), problem, remedy });
  if (text === '*') {
    return fault(
      say('is a wildcard, and only a name like any other once credentials are included'),
      say('list the names that pages read, one by one'),
    );
  }
  if (!isToken(text)) return notName(text, 'x-total-count');
  if (isForbiddenResponseHeaderName(text)) {
    return fault(say('is a forbidden response-header name, which no page can read'), say('remove it'));
  }
  return null;
}

// Somebody who writes a name and a value may have written a secret.
function notName(text: string, sample: string): Fault {
  const name = nameIn(text);
  return {
    value: name === text ? quote(text) : `${quote(name)} ${redacted}`,
    problem: say('is not a header name'),
    remedy: say('write the name alone, such as {name}', { name: quote(sample) }),
  };
}

/**
 * Returns the part of `text` that is a name: all before a colon; before white space only where no value can follow it.
 */
function nameIn(text: string): string {
  const [beforeColon = ''] = text.split(':', 1);
  const words = beforeColon.trim().split(/\s+/);
  const [first = ''] = words;
  const isName = words.length === 1 || (words.every(isWord) && !/^(?:authorization|cookie)$/i.test(first));
  return isName ? beforeColon : first;
}

/** Reports whether `text` is a word of a name, and no password or token. */
const isWord = (text: string): boolean => /^[a-z]{1,15}$/i.test(text);

/** Returns why `value` cannot be the value of a header; null if it can. The value itself is never shown. */
export function headerValueFault(value: string | undefined): Fault | null {
  const fault = (problem: Told, remedy: Told): Fault => ({
    value: value === undefined ? '' : redacted,
    problem,
    remedy,
  });
  if (value === undefined) return fault(say('is undefined'), setVariable());
  if (value === '') return fault(say('is empty'), setVariable());
  if (/[\r\n]/.test(value))
    return fault(say('contains a line break'), say('remove it, for instance with .trim()'));
  if (/[\0-\u0008\u000b-\u001f\u007f]|[^\0-\u00ff]/.test(value)) {
    return fault(
      say('contains a character that no header value can carry'),
      say('write visible ASCII characters'),
    );
  }
  if (/^[ \t]|[ \t]$/.test(value)) return fault(say('begins or ends with white space'), setVariable());
  const last = /(?:^|[\s:=])(undefined|null|\[object \w+\])$/.exec(value)?.[1];
  return last === undefined ? null : fault(say('ends with the word {word}', { word: last }), setVariable());
}

const setVariable = (): Told => say('set the environment variable that it is made of, or write the value');
