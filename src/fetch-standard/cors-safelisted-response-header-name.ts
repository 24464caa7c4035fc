import { isForbiddenResponseHeaderName } from './forbidden-response-header-name.ts';
import { byteLowerCase } from './header-list.ts';

/**
 * Reports whether `name` is a CORS-safelisted response-header name, given the CORS-exposed header-name list:
 * whether a page may read it from a response of type "cors".
 *
 * https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name
 */
export function isCorsSafelistedResponseHeaderName(name: string, exposedNames: readonly string[]): boolean {
  const lowerCaseName = byteLowerCase(name);
  if (alwaysSafelisted.has(lowerCaseName)) return true;
  if (isForbiddenResponseHeaderName(lowerCaseName)) return false;
  return exposedNames.some((exposed) => byteLowerCase(exposed) === lowerCaseName);
}

const alwaysSafelisted: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);
