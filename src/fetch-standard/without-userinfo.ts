import { parseUrl } from './origin.ts';

/**
 * Returns a `Location` value as it was written, but without the user name and password, since predictions end
 * up in reports. Of an absolute URL that does not parse, everything up to the last "@" is left out.
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
