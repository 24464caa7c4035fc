import { isForbiddenRequestHeader } from '../fetch-standard/request-headers.ts';
import { isForbiddenResponseHeaderName } from '../fetch-standard/response-headers.ts';
import { isToken } from '../fetch-standard/http-syntax.ts';
import type { Fault } from './problem.ts';
import { quote, redacted } from './shown-value.ts';

/** Returns why no page can send a request header of the name `text`; null if one can. */
export function requestHeaderFault(text: string): Fault | null {
  const fault = (problem: string, remedy: string): Fault => ({ value: quote(text), problem, remedy });
  if (text === '*') return fault('is a wildcard', 'list the names that pages send, one by one');
  if (!isToken(text)) return notName(text, 'x-request-id');
  if (/^cookie2?$/i.test(text)) {
    return fault(
      'is a forbidden request-header, which no page can set',
      'remove it; browsers send cookies by themselves with credentials: "include"',
    );
  }
  if (isForbiddenRequestHeader(text, '')) {
    return fault('is a forbidden request-header, which no page can set', 'remove it');
  }
  if (/^access-control-/i.test(text)) {
    return fault('is a response header, which the API sends and a page does not', 'remove it');
  }
  return null;
}

/** Returns why an API cannot expose a response header of the name `text`; null if it can. */
export function exposedHeaderFault(text: string): Fault | null {
  const fault = (problem: string, remedy: string): Fault => ({ value: quote(text), problem, remedy });
  if (text === '*') {
    return fault(
      'is a wildcard, and only a name like any other once credentials are included',
      'list the names that pages read, one by one',
    );
  }
  if (!isToken(text)) return notName(text, 'x-total-count');
  if (isForbiddenResponseHeaderName(text)) {
    return fault('is a forbidden response-header name, which no page can read', 'remove it');
  }
  return null;
}

// Somebody who writes a name and a value may have written a secret.
function notName(text: string, sample: string): Fault {
  const name = nameIn(text);
  return {
    value: name === text ? quote(text) : `${quote(name)} ${redacted}`,
    problem: 'is not a header name',
    remedy: `write the name alone, such as ${quote(sample)}`,
  };
}

/** The part of `text` that is a name: all before a colon; before white space only where no value can follow it. */
function nameIn(text: string): string {
  const [beforeColon = ''] = text.split(':', 1);
  const words = beforeColon.trim().split(/\s+/);
  const [first = ''] = words;
  const isName = words.length === 1 || (words.every(isWord) && !/^(?:authorization|cookie)$/i.test(first));
  return isName ? beforeColon : first;
}

/** Reports whether `text` is a word of a name, and no password or token. */
const isWord = (text: string): boolean => /^[a-z]{1,15}$/i.test(text);
