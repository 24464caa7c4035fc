import type { StoredCookie } from '../probe.ts';

/** How long a cookie lasts in the file that ends with the browser: what has no expiry there is not read. */
const dayInSeconds = 86_400;

/**
 * Returns the text of a file of cookies as Netscape's browser wrote them, with which WebKitGTK starts; empty without any.
 * What ended before `nowMs`, or would break a line apart, is left out.
 */
export function cookieFile(cookies: readonly StoredCookie[], nowMs: number): string {
  const nowSeconds = Math.floor(nowMs / 1000);
  return cookies
    .filter(({ expires }) => expires < 0 || expires > nowSeconds)
    .map(({ name, value, domain, path, expires, httpOnly, secure, sameSite }) => [
      `${httpOnly ? '#HttpOnly_' : ''}${domain}`,
      domain.startsWith('.') ? 'TRUE' : 'FALSE',
      path,
      secure ? 'TRUE' : 'FALSE',
      String(Math.floor(expires < 0 ? nowSeconds + dayInSeconds : expires)),
      name,
      value,
      ...(sameSite === undefined ? [] : [sameSite]),
    ])
    .filter((fields) => fields.every((field) => !/[\t\r\n]/.test(field)))
    .map((fields) => `${fields.join('\t')}\n`)
    .join('');
}
