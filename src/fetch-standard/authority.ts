import { parseUrl } from './origin.ts';

/** The `host:port` of an http(s) URL, with the default port written out; the URL itself for other schemes. */
export function authorityOf(url: string): string {
  const parsed = parseUrl(url);
  if (parsed === null) return url;
  const { protocol, hostname, port } = parsed;
  const defaultPort = { 'https:': '443', 'http:': '80' }[protocol];
  return defaultPort === undefined ? url : `${hostname}:${port === '' ? defaultPort : port}`;
}
