import { type HeaderList, headerValues } from './header-list.ts';
import { isRedirectStatus } from './statuses.ts';

/**
 * Returns `input` as parsed by the URL standard, or null. Never throws.
 *
 * https://url.spec.whatwg.org/#concept-url-parser
 */
export function parseUrl(input: string, base?: URL | string): URL | null {
  // Not URL.canParse: once optimized, that of Node 20 says no to every URL with a Latin-1 letter in it.
  try {
    return new URL(input, base);
  } catch {
    return null;
  }
}

/**
 * Reports whether `url` has an HTTP(S) scheme.
 *
 * https://fetch.spec.whatwg.org/#http-scheme
 */
export function hasHttpScheme(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

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

/**
 * Reports whether `hostname` is this machine by its form alone.
 *
 * https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function isLoopbackHost(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Reports whether what answers at `url` speaks plain http on this machine. */
export const isPlainOnLoopback = ({ protocol, hostname }: URL): boolean =>
  protocol === 'http:' && isLoopbackHost(hostname);

/** Returns the `host:port` of an http(s) URL, with the default port written out; the URL itself for other schemes. */
export function authorityOf(url: string): string {
  const parsed = parseUrl(url);
  if (parsed === null) return url;
  const { protocol, hostname, port } = parsed;
  const defaultPort = { 'https:': '443', 'http:': '80' }[protocol];
  return defaultPort === undefined ? url : `${hostname}:${port === '' ? defaultPort : port}`;
}

/**
 * Returns a `Location` value as it was written, but without the user name and password, since predictions end
 * up in reports. Everything up to the last "@" of an absolute URL that does not parse is left out.
 *
 * https://url.spec.whatwg.org/#include-credentials
 */
export function withoutUserinfo(location: string): string {
  const url = parseUrl(location);
  if (url === null)
    return /^(?:[A-Za-z][A-Za-z0-9+.-]*:|[\\/]{2})/.test(location) ? afterAt(location) : location;
  if (url.username === '' && url.password === '') return location;
  url.username = '';
  url.password = '';
  return url.href;
}

function afterAt(text: string): string {
  return text.slice(text.lastIndexOf('@') + 1);
}

// The table of https://fetch.spec.whatwg.org/#port-blocking, without port 0, which no server listens on.
const badPorts: ReadonlySet<number> = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101, 102, 103, 104,
  109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515,
  526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049,
  3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/**
 * Reports whether `port` is a bad port, to which no browser makes a request.
 *
 * https://fetch.spec.whatwg.org/#bad-port
 */
export const isBadPort = (port: number): boolean => badPorts.has(port);

/** Reports whether `origin` is one of an app or an extension: it has a scheme of its own, and is not opaque. */
export const isAppOrigin = (origin: string): boolean => /^(?!https?:)[a-z][a-z\d+.-]*:\/\//.test(origin);
