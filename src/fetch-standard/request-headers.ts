import { byteLowerCase, decodeAndSplit, type HeaderList, sortedLowerCaseSet } from './header-list.ts';
import { isToken, stripHttpWhitespace } from './http-syntax.ts';
import { isForbiddenMethod } from './methods.ts';

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

/**
 * Reports whether `value` contains a CORS-unsafe request-header byte: a control character other than the tab,
 * or one of `"():<>?@[\]{}` and DEL.
 *
 * https://fetch.spec.whatwg.org/#cors-unsafe-request-header-byte
 */
export function containsCorsUnsafeRequestHeaderByte(value: string): boolean {
  return /[\x00-\x08\x0a-\x1f"():<>?@[\\\]{}\x7f]/.test(value);
}

/**
 * Returns the essence of the MIME type `input`, in lower case, or null when parsing fails. Parameters are
 * never a reason to fail.
 *
 * https://mimesniff.spec.whatwg.org/#parse-a-mime-type
 */
export function mimeTypeEssence(input: string): string | null {
  const [beforeParameters = ''] = stripHttpWhitespace(input).split(';');
  const essence = stripHttpWhitespace(beforeParameters);
  const slash = essence.indexOf('/');
  const hasBothParts = isToken(essence.slice(0, Math.max(slash, 0))) && isToken(essence.slice(slash + 1));
  return hasBothParts ? byteLowerCase(essence) : null;
}

/** Both ends in bytes; null where the value leaves one out. */
export interface SingleRange {
  readonly start: bigint | null;
  readonly end: bigint | null;
}

/**
 * Parses a `Range` value that asks for one range and has no whitespace, or returns null for failure.
 *
 * https://fetch.spec.whatwg.org/#simple-range-header-value
 */
export function parseSingleRangeHeaderValue(value: string): SingleRange | null {
  const match = /^bytes=([0-9]*)-([0-9]*)$/.exec(value);
  if (match === null) return null;
  const start = decimal(match[1]);
  const end = decimal(match[2]);
  if (start === null && end === null) return null;
  if (start !== null && end !== null && start > end) return null;
  return { start, end };
}

// A bigint, since two ends above 2^53 may differ in their last digit only.
function decimal(digits: string | undefined): bigint | null {
  return digits === undefined || digits === '' ? null : BigInt(digits);
}

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

/**
 * Reports whether `name` is a CORS non-wildcard request-header name: `Authorization`, which the `*` of
 * `Access-Control-Allow-Headers` never covers.
 *
 * https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
export function isCorsNonWildcardRequestHeaderName(name: string): boolean {
  return byteLowerCase(name) === 'authorization';
}

/**
 * Reports whether the header is a forbidden request-header: a page that sets it is ignored without an error.
 *
 * https://fetch.spec.whatwg.org/#forbidden-request-header
 */
export function isForbiddenRequestHeader(name: string, value: string): boolean {
  const lowerCaseName = byteLowerCase(name);
  if (forbiddenNames.has(lowerCaseName)) return true;
  if (lowerCaseName.startsWith('proxy-') || lowerCaseName.startsWith('sec-')) return true;
  return methodOverrideNames.has(lowerCaseName) && decodeAndSplit(value).some(isForbiddenMethod);
}

const forbiddenNames: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);

const methodOverrideNames: ReadonlySet<string> = new Set([
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
]);

/**
 * The request-body-header names. They are deleted when a redirect turns the request into a GET.
 *
 * https://fetch.spec.whatwg.org/#request-body-header-name
 */
export const requestBodyHeaderNames = [
  'Content-Encoding',
  'Content-Language',
  'Content-Location',
  'Content-Type',
] as const;
