import { isForbiddenMethod } from './forbidden-method.ts';
import { decodeAndSplit } from './get-decode-and-split.ts';
import { byteLowerCase } from './header-list.ts';

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
