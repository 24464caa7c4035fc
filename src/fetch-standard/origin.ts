import { parseUrl } from './urls.ts';

/**
 * Returns the serialization of the origin of `url`: `null` when it is opaque or `url` does not parse.
 *
 * https://html.spec.whatwg.org/multipage/browsers.html#ascii-serialisation-of-an-origin
 * https://url.spec.whatwg.org/#concept-url-origin
 */
export function serializeOrigin(url: string | URL): string {
  if (typeof url !== 'string') return url.origin;
  return parseUrl(url)?.origin ?? 'null';
}

/**
 * Reports whether `text` is what a browser can send as `Origin`: a scheme, "://", a host and a port that is
 * not the scheme's default, all in canonical form, or `null`. Any scheme counts, since pages of extensions
 * have origins too.
 *
 * https://fetch.spec.whatwg.org/#origin-header
 */
export function isSerializedOrigin(text: string): boolean {
  if (text === 'null') return true;
  const url = parseUrl(text);
  return url !== null && url.host !== '' && `${url.protocol}//${url.host}` === text;
}

/**
 * Reports whether `url` is same origin with a page whose origin serializes to `pageOrigin`. An opaque origin
 * is same origin with no URL.
 *
 * https://html.spec.whatwg.org/multipage/browsers.html#same-origin
 */
export function isSameOrigin(pageOrigin: string, url: URL): boolean {
  return pageOrigin !== 'null' && url.origin === pageOrigin;
}
