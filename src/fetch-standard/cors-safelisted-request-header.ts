import { containsCorsUnsafeRequestHeaderByte } from './cors-unsafe-request-header-byte.ts';
import { byteLowerCase } from './header-list.ts';
import { mimeTypeEssence } from './mime-type-essence.ts';
import { parseSingleRangeHeaderValue } from './single-range-header-value.ts';

/**
 * Reports whether the header is a CORS-safelisted request-header: one that a CORS request may carry without a
 * CORS-preflight request. `value` is isomorphic: one code unit for one byte.
 *
 * https://fetch.spec.whatwg.org/#cors-safelisted-request-header
 */
export function isCorsSafelistedRequestHeader(name: string, value: string): boolean {
  if (value.length > 128) return false;
  switch (byteLowerCase(name)) {
    case 'accept':
      return !containsCorsUnsafeRequestHeaderByte(value);
    case 'accept-language':
    case 'content-language':
      return /^[0-9A-Za-z *,.;=-]*$/.test(value);
    case 'content-type':
      return !containsCorsUnsafeRequestHeaderByte(value) && isSafelistedEssence(mimeTypeEssence(value));
    case 'range':
      return typeof parseSingleRangeHeaderValue(value)?.start === 'bigint';
    default:
      return false;
  }
}

function isSafelistedEssence(essence: string | null): boolean {
  return (
    essence === 'application/x-www-form-urlencoded' ||
    essence === 'multipart/form-data' ||
    essence === 'text/plain'
  );
}
