import { headerValues, type HeaderList } from './header-list.ts';
import { parseUrl } from './origin.ts';
import { isRedirectStatus } from './redirect-status.ts';

/**
 * Returns the location URL of a response that came from `responseUrl`: null when it is no redirect or has no
 * `Location`, `failure` when that does not parse or there are two.
 *
 * https://fetch.spec.whatwg.org/#concept-response-location-url
 */
export function locationUrl(
  response: { readonly status: number; readonly headers: HeaderList },
  responseUrl: URL,
): URL | 'failure' | null {
  if (!isRedirectStatus(response.status)) return null;
  const [value, ...others] = headerValues(response.headers, 'Location');
  if (value === undefined) return null;
  if (others.length > 0) return 'failure';
  const url = parseUrl(value, responseUrl);
  if (url === null) return 'failure';
  if (url.hash === '') url.hash = responseUrl.hash;
  return url;
}
