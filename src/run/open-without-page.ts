import * as z from 'zod';
import type { SeenCookie } from '../judge/session.ts';
import { readSetCookie } from '../judge/set-cookie.ts';
import { openersOf } from '../plan/planned-session.ts';
import { say } from '../words/say.ts';
import { siteOf } from '../plan/site-of.ts';
import type { PolicySession, UrlTarget } from '../policy/types.ts';
import type { CookieJar, ProbePage, StoredCookie } from '../probe/probe.ts';
import {
  failed,
  hideHeader,
  OpeningError,
  refuseCookies,
  type SessionMeans,
  type SessionOpening,
} from './opening.ts';
import { cookiesInState, isOf, seenOf, storedCookie, storedNames } from './stored-cookie.ts';

/** Opens it by code or by a file, once for all pages. */
export async function openWithoutPage(
  page: ProbePage,
  jar: CookieJar | null,
  { keeper, target, origins, means }: SessionOpening,
): Promise<void> {
  const { session } = keeper;
  try {
    // A page that was used before may have cookies of an earlier session.
    await page.clearCaches();
    const { headers, cookies, stored } =
      session.storageState === null
        ? await byCode(session, means, target)
        : { headers: new Map<string, string>(), ...(await byFile(session.storageState, means, target)) };
    for (const value of headers.values()) hideHeader(value, keeper);
    for (const { value } of stored) keeper.hide(value);
    refuseCookies(jar, cookies);
    keeper.held.add(stored);
    await jar?.add(stored.flatMap((cookie) => inJars(cookie, cookies, origins))).catch((error: unknown) => {
      const [message = ''] = String(error).split('\n');
      throw new OpeningError(
        say('the browser does not take its cookies ({message})', {
          message: withoutValues(message, stored),
        }),
      );
    });
    keeper.opened({
      headers,
      opening: {
        origin: null,
        failure: null,
        cookies,
        headers: [...headers.keys()],
        stored: await storedNames(jar, target),
        observations: [],
      },
    });
  } catch (error) {
    if (!(error instanceof OpeningError)) throw error;
    keeper.opened(failed(session.name, null, [], error.message, error.finding));
  }
}

const withoutValues = (text: string, cookies: readonly StoredCookie[]): string =>
  cookies.reduce((shown, { value }) => (value === '' ? shown : shown.replaceAll(value, '[redacted]')), text);

/** Returns the cookie, one for each site of trusted pages where it is kept apart by them. */
function inJars(
  stored: StoredCookie,
  cookies: readonly SeenCookie[],
  origins: readonly string[],
): readonly StoredCookie[] {
  const isPartitioned = cookies.some(({ cookie }) => cookie.name === stored.name && cookie.partitioned);
  if (!isPartitioned || stored.partitionKey !== undefined) return [stored];
  return openersOf(origins).map((origin) => ({ ...stored, partitionKey: siteOf(origin) }));
}

interface Given {
  readonly cookies: readonly SeenCookie[];
  readonly stored: readonly StoredCookie[];
}

async function byCode(
  { timeoutMs, name }: PolicySession & { readonly name: string },
  means: SessionMeans,
  target: UrlTarget,
): Promise<Given & { readonly headers: ReadonlyMap<string, string> }> {
  const returned = await means.byCode(name, timeoutMs).catch((error: unknown) => {
    throw new OpeningError(
      say('its function open {error}', { error: error instanceof Error ? error.message : String(error) }),
    );
  });
  const { data: given } = opened.safeParse(returned);
  if (given === undefined) {
    throw new OpeningError(
      say(
        'its function open has to return { headers, cookies }, names and values of request headers and a list of lines of Set-Cookie',
      ),
    );
  }
  const headers = Object.entries(given.headers ?? {}).map(([header, value]): [string, string] => [
    header.toLowerCase(),
    value,
  ]);
  const read = (given.cookies ?? []).map((line) => readSetCookie(line, Date.now()));
  const whole = read.flatMap((one) => one ?? []);
  if (whole.length < read.length) {
    throw new OpeningError(
      say(
        'its function open returns a cookie that is no line of Set-Cookie, such as response.headers.getSetCookie() returns',
      ),
    );
  }
  const { hostname } = new URL(target.origin);
  const setBy = `${target.origin}/`;
  return {
    headers: new Map(headers),
    cookies: whole.map(({ cookie }) => ({ cookie: { ...cookie, path: cookie.path ?? '/' }, setBy })),
    stored: whole
      .filter(({ cookie }) => cookie.expiresAtMs === null || cookie.expiresAtMs > Date.now())
      .map(({ cookie, value }) => storedCookie({ ...cookie, value }, hostname)),
  };
}

/** What the function of a policy returns. */
const opened = z.object({
  headers: z.record(z.string(), z.string()).optional(),
  cookies: z.array(z.string()).optional(),
});

/** Returns the cookies of the target in a file of Playwright's. */
async function byFile(path: string, means: SessionMeans, target: UrlTarget): Promise<Given> {
  const text = await means.file(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : say('no reason is known');
    throw new OpeningError(say('its file {path} cannot be read ({code})', { path, code }));
  });
  const { hostname } = new URL(target.origin);
  const stored = cookiesInState(text).filter((cookie) => isOf(cookie, hostname));
  if (stored.length === 0) {
    throw new OpeningError(
      say(
        'its file {path} holds no cookie of {host}; write it with the storageState() of Playwright, once somebody is signed in',
        { path, host: hostname },
      ),
    );
  }
  return {
    stored,
    cookies: stored.map((cookie) => ({ cookie: seenOf(cookie), setBy: `${target.origin}/` })),
  };
}
