import { isCorsSafelistedRequestHeader } from './cors-safelisted-request-header.ts';
import { sortedLowerCaseSet, type HeaderList } from './header-list.ts';

/**
 * Returns the CORS-unsafe request-header names of `headers`: lower-case, unique and sorted. When the values
 * of the CORS-safelisted request-headers add up to more than 1024 bytes, their names are unsafe as well.
 *
 * https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export function corsUnsafeRequestHeaderNames(headers: HeaderList): readonly string[] {
  const safelisted = headers.filter(([name, value]) => isCorsSafelistedRequestHeader(name, value));
  const safelistValueSize = safelisted.reduce((size, [, value]) => size + value.length, 0);
  const unsafe = headers.filter((header) => safelistValueSize > 1024 || !safelisted.includes(header));
  return sortedLowerCaseSet(unsafe.map(([name]) => name));
}
