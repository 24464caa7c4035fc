import * as z from 'zod';
import type { SeenCookie } from '../judge/session.ts';
import type { UrlTarget } from '../policy/types.ts';
import type { CookieJar, StoredCookie } from '../probe/probe.ts';

/** Returns the names of the cookies of the target's host, and of the domains above it; `null` where the browser tells none. */
export async function storedNames(
  jar: CookieJar | null,
  target: UrlTarget,
): Promise<readonly string[] | null> {
  const cookies = (await jar?.read()) ?? null;
  if (cookies === null) return null;
  const { hostname } = new URL(target.origin);
  return [...new Set(cookies.filter((cookie) => isOf(cookie, hostname)).map(({ name }) => name))];
}

/** Reports whether a cookie is for `host`. */
export const isOf = ({ domain }: Pick<StoredCookie, 'domain'>, host: string): boolean => {
  const bare = domain.replace(/^\./, '');
  return host === bare || (domain.startsWith('.') && host.endsWith(`.${bare}`));
};

const sameSites = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

/** Returns the cookie as a browser keeps it that got it from `hostname`. */
export const storedCookie = (
  {
    name,
    value,
    domain,
    path,
    secure,
    httpOnly,
    sameSite,
    expiresAtMs,
  }: SeenCookie['cookie'] & { readonly value: string },
  hostname: string,
): StoredCookie => ({
  name,
  value,
  domain: domain === null ? hostname : `.${domain}`,
  path: path ?? '/',
  expires: expiresAtMs === null ? -1 : expiresAtMs / 1000,
  httpOnly,
  secure,
  ...(sameSite === null ? {} : { sameSite: sameSites[sameSite] }),
});

/** Returns what the line said that set the cookie. */
export function seenOf({
  name,
  domain,
  path,
  secure,
  httpOnly,
  sameSite,
  partitionKey,
  expires,
}: StoredCookie): SeenCookie['cookie'] {
  const isForNames = domain.startsWith('.');
  const flags = [
    ...(isForNames ? [`Domain=${domain.slice(1)}`] : []),
    `Path=${path}`,
    ...(httpOnly ? ['HttpOnly'] : []),
    ...(secure ? ['Secure'] : []),
    ...(sameSite === undefined ? [] : [`SameSite=${sameSite}`]),
    ...(partitionKey === undefined ? [] : ['Partitioned']),
  ];
  return {
    name,
    domain: isForNames ? domain.slice(1).toLowerCase() : null,
    path,
    secure,
    httpOnly,
    sameSite:
      sameSite === 'Strict' ? 'strict' : sameSite === 'Lax' ? 'lax' : sameSite === 'None' ? 'none' : null,
    partitioned: partitionKey !== undefined,
    expiresAtMs: expires < 0 ? null : expires * 1000,
    shown: [`${name}=…`, ...flags].join('; '),
  };
}

/** A cookie in a file of Playwright's `storageState()`, with what else it says of it. What is left out is as Playwright takes it. */
const inState = z.looseObject({
  name: z.string(),
  value: z.string(),
  domain: z.string(),
  path: z.string(),
  expires: z.number().default(-1),
  httpOnly: z.boolean().default(false),
  secure: z.boolean().default(false),
  sameSite: z.enum(['Strict', 'Lax', 'None']).exactOptional(),
  partitionKey: z.string().exactOptional(),
}) satisfies z.ZodType<StoredCookie>;

/** Returns the cookies in the text of such a file; none of another text. */
export function cookiesInState(text: string): readonly StoredCookie[] {
  const state = z.object({ cookies: z.array(z.unknown()) }).safeParse(jsonIn(text));
  return (state.data?.cookies ?? []).flatMap((one) => inState.safeParse(one).data ?? []);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
