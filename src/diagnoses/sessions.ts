import type { Definition } from './definition.ts';

const cookies = 'https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html';
const lost = { kind: 'neighbour', severity: 'high', owner: 'back end' } as const;

/** Why the cookie of a session does not go with a page's request: not CORS, and the page is as good as signed out. */
export const sessionFaults = {
  'session-cookie-samesite': {
    ...lost,
    spec: `${cookies}#name-samesite-cookies`,
    seen: 'The cookie {names} of the session does not go with {method} {url}: it is set by "{value}", and the page at {origin} is of another site.',
    why: 'With SameSite=Lax or SameSite=Strict only pages of the same site send it by a script, so the user is not signed in, whatever CORS allows.',
    remedy:
      'Set it with SameSite=None; Secure; Partitioned, or serve page and API under one registrable domain.',
  },
  'session-cookie-samesite-missing': {
    ...lost,
    spec: `${cookies}#name-samesite-cookies`,
    seen: 'The cookie {names} of the session does not go with {method} {url}: it is set by "{value}", without SameSite, and the page at {origin} is of another site.',
    why: 'This browser takes a missing SameSite for SameSite=Lax, so only pages of the same site send it by a script.',
    remedy:
      'Set it with SameSite=None; Secure; Partitioned, or serve page and API under one registrable domain.',
  },
  'session-cookie-secure-missing': {
    ...lost,
    spec: `${cookies}#name-samesite-cookies`,
    seen: 'The cookie {names} of the session is not stored: it is set by "{value}", with SameSite=None and without Secure.',
    why: 'A browser refuses SameSite=None unless the cookie is for secure connections alone, so the user is not signed in.',
    remedy: 'Add Secure, and serve the API over https.',
  },
  'session-cookie-third-party': {
    ...lost,
    spec: 'https://www.ietf.org/archive/id/draft-cutler-httpbis-partitioned-cookies-01.html#section-2',
    seen: 'The cookie {names} of the session does not go with {method} {url}: it is set by "{value}", and the page at {origin} is of another site.',
    why: 'Browsers no longer let pages of one site send the cookies of another: Chromium sends those alone that are Partitioned, Firefox keeps them apart for each site, and WebKit sends none.',
    remedy:
      'Serve page and API under one registrable domain, which holds in every browser; for Chromium it is enough to add Partitioned to SameSite=None; Secure.',
  },
  'session-cookie-domain': {
    ...lost,
    spec: 'https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2.3',
    seen: 'The cookie {names} of the session is not stored: it is set by "{value}", and {url} is not of that domain.',
    why: 'A host may set cookies for itself and for the domains above it alone, so the user is not signed in.',
    remedy: 'Leave Domain out, or name the host of the API or a domain above it.',
  },
  'session-cookie-public-suffix': {
    ...lost,
    spec: 'https://www.rfc-editor.org/rfc/rfc6265#section-5.3',
    seen: 'The cookie {names} of the session is not stored: it is set by "{value}", for a domain under which everybody may have a name.',
    why: 'A browser refuses a cookie that strangers beside the API would get, so the user is not signed in.',
    remedy: 'Leave Domain out, or name a domain that is your own.',
  },
  'session-cookie-path': {
    ...lost,
    spec: 'https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2.4',
    seen: 'The cookie {names} of the session does not go with {method} {url}: it is set by "{value}", for another path.',
    why: 'Without Path a cookie is for the folder of the address that set it, such as /auth of /auth/login, so the user is not signed in on this route.',
    remedy: 'Set it with Path=/, or with a path that the routes of the session have in common.',
  },
  'session-cookie-prefix': {
    ...lost,
    spec: `${cookies}#name-cookie-name-prefixes`,
    seen: 'The cookie {names} of the session is not stored: it is set by "{value}", which its name forbids.',
    why: 'A browser keeps a cookie whose name begins with __Host- only with Secure, with Path=/ and without Domain, and one that begins with __Secure- only with Secure; both over https alone.',
    remedy: 'Set it as its name demands, or give it a name without the prefix.',
  },
  'session-cookie-expired': {
    ...lost,
    spec: 'https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2.1',
    seen: 'The cookie {names} of the session is over: it is set by "{value}".',
    why: 'An expiry in the past deletes a cookie, so the user is not signed in.',
    remedy: 'Send Max-Age with the seconds that the session lasts, or neither Max-Age nor Expires.',
  },
  'session-cookie-secure-over-http': {
    ...lost,
    spec: 'https://www.rfc-editor.org/rfc/rfc6265#section-4.1.2.5',
    seen: 'The cookie {names} of the session does not go with {method} {url}: it is set by "{value}", with Secure, over plain http.',
    why: 'A browser neither takes a cookie with Secure from a plain http address nor sends it there, so the user is not signed in.',
    remedy: 'Serve the API over https; only for development on this machine leave Secure out.',
  },
} as const satisfies Record<string, Definition & { readonly kind: 'neighbour' }>;

/** A reason why a cookie of a session does not arrive. */
export type SessionFaultId = keyof typeof sessionFaults;
