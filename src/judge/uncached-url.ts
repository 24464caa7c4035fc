import { parseUrl } from '../fetch-standard/urls.ts';

const parameter = 'cors-conformance-uncached';

/** Returns an address of the same resource that no cache has a copy for, as `token` is given to no other. */
export const uncachedUrl = (url: string, token: string): string => {
  const [address = url, fragment] = url.split('#');
  const separator = address.includes('?') ? '&' : '?';
  return `${address}${separator}${parameter}=${token}${fragment === undefined ? '' : `#${fragment}`}`;
};

/** Returns the address that `uncachedUrl` was given. */
export const withoutToken = (url: string): string =>
  parseUrl(url)?.searchParams.has(parameter) === true
    ? url.replace(new RegExp(`[?&]${parameter}=[^&#]*`), '')
    : url;
