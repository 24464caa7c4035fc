import { Cookie } from 'tough-cookie';
import type { HeaderList, Observation } from '../model.ts';
import { containsHeader, headerValues } from '../fetch-standard/header-list.ts';

/** What a line of `Set-Cookie` says, but for the value, which is a secret. */
export interface SetCookie {
  readonly name: string;
  /** `null`: for the host alone that set it. Lower-case, without a dot in front. */
  readonly domain: string | null;
  /** `null`: for the folder of the address that set it. */
  readonly path: string | null;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'strict' | 'lax' | 'none' | null;
  readonly partitioned: boolean;
  /** In milliseconds since the epoch; `null`: as long as the browser runs. */
  readonly expiresAtMs: number | null;
  /** The line without the value. */
  readonly shown: string;
}

/** Returns what the line says to a browser that got it at `nowMs`, with its value; `null` if it sets no cookie. */
export function readSetCookie(
  line: string,
  nowMs: number,
): { readonly cookie: SetCookie; readonly value: string } | null {
  const parsed = Cookie.parse(line);
  if (parsed === undefined || parsed === null || parsed.key === '') return null;
  const { key: name, value, domain, path, secure, httpOnly, sameSite, maxAge, expires, extensions } = parsed;
  const isPartitioned = (extensions ?? []).some((one) => /^partitioned\s*(=|$)/i.test(one));
  const attributes = line
    .split(';')
    .slice(1)
    .map((one) => one.trim());
  return {
    value,
    cookie: {
      name,
      domain: domain === null || domain === '' ? null : domain.toLowerCase(),
      path: path !== null && path.startsWith('/') ? path : null,
      secure,
      httpOnly,
      sameSite: sameSite === 'strict' || sameSite === 'lax' || sameSite === 'none' ? sameSite : null,
      partitioned: isPartitioned,
      expiresAtMs: expiryOf(maxAge, expires, nowMs),
      shown: [`${name}=…`, ...attributes].join('; '),
    },
  };
}

/** Returns when it is over. Max-Age goes before Expires. */
function expiryOf(maxAge: Cookie['maxAge'], expires: Cookie['expires'], nowMs: number): number | null {
  if (typeof maxAge === 'number') return maxAge <= 0 ? 0 : nowMs + maxAge * 1000;
  if (maxAge === '-Infinity') return 0;
  return expires instanceof Date ? expires.getTime() : null;
}

/** Returns the lines of `Set-Cookie` in a header list, also where one line of it holds several, as protocols give them. */
export const setCookieLines = (headers: HeaderList): readonly string[] =>
  headerValues(headers, 'Set-Cookie').flatMap((value) => value.split('\n'));

/** Returns the names and values of the cookies in a header list that was sent. */
export const sentCookies = (headers: HeaderList): readonly (readonly [name: string, value: string])[] =>
  headerValues(headers, 'Cookie').flatMap((line) =>
    line.split(/;\s*/).flatMap((pair): (readonly [string, string])[] => {
      const equals = pair.indexOf('=');
      return pair === '' ? [] : [[pair.slice(0, Math.max(equals, 0)).trim(), pair.slice(equals + 1).trim()]];
    }),
  );

/** Reports whether any request of an observation carried a cookie. */
export const carriedCookie = ({ exchanges }: Pick<Observation, 'exchanges'>): boolean =>
  exchanges.some(({ requestHeaders }) => containsHeader(requestHeaders, 'Cookie'));
