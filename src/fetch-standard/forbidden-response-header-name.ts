import { byteLowerCase } from './header-list.ts';

/**
 * Reports whether `name` is a forbidden response-header name: no page ever reads it, same-origin or not.
 *
 * https://fetch.spec.whatwg.org/#forbidden-response-header-name
 */
export function isForbiddenResponseHeaderName(name: string): boolean {
  const lowerCaseName = byteLowerCase(name);
  return lowerCaseName === 'set-cookie' || lowerCaseName === 'set-cookie2';
}
