import type { BrowserContext } from '@playwright/test';
import type { CookieJar, StoredCookie } from '../probe.ts';

/** Returns the cookies of a context of Playwright's. */
export const contextCookies = (context: BrowserContext): CookieJar => ({
  read: async () =>
    (await context.cookies()).map(
      ({ name, value, domain, path, expires, httpOnly, secure, sameSite, partitionKey }): StoredCookie => ({
        name,
        value,
        domain,
        path,
        expires,
        httpOnly,
        secure,
        sameSite,
        ...(partitionKey === undefined ? {} : { partitionKey }),
      }),
    ),
  add: (cookies) => context.addCookies(cookies.map((cookie) => ({ ...cookie }))),
});
