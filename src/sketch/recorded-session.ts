import { decodeAndSplit, getHeader } from '../fetch-standard/header-list.ts';
import { isSafe } from '../plan/safe-methods.ts';
import type { ValueSource } from '../policy/types.ts';
import { groupBy } from '../words/group-by.ts';
import { listed } from '../words/listed.ts';
import { headerValues } from './header-values.ts';
import type { RecordedRequest } from './recorded-request.ts';
import { hasSecretName, looksSecret, variableFor } from './secret-words.ts';
import type { SketchedLogin, SketchedSession, Text } from './sketch.ts';

/** A request to the API, in the order of the recording. */
export interface Sent extends RecordedRequest {
  /** Below the target. */
  readonly path: string;
  /** Lower-case. */
  readonly unsafe: readonly string[];
}

/** How the pages of a recording signed in. */
export interface RecordedSession {
  readonly sketch: SketchedSession;
  /** Reports whether it is one of the requests that sign in. */
  readonly isLogin: (request: Sent) => boolean;
  /** Returns what another request was made with: names of cookies, and of headers. */
  readonly carriedBy: (request: Sent) => {
    readonly cookies: readonly string[];
    readonly headers: readonly string[];
  };
}

/** Where the value of a request header came from. */
interface Origin {
  readonly login: Sent;
  readonly source: ValueSource;
}

/**
 * Returns how pages signed in: by the requests whose answers set cookies, or held tokens, that later requests carried. Of
 * the bodies it says the names of fields alone. Returns null where no request did. `name` is the file's. A request to a path
 * that `isSecret` is none that signs in.
 */
export function recordedSession(
  sent: readonly Sent[],
  name: string,
  isSecret: (value: string) => boolean,
): RecordedSession | null {
  const able = sent.map(({ kind, path }) => kind === 'fetch' && !path.split('/').some(isSecret));
  const byCookie = cookieLogins(sent).filter((one) => able[sent.indexOf(one)]);
  const answers = sent.map(valuesIn);
  const origins = new Map(
    sent.map((request, index) => [
      request,
      originsOf(
        request,
        sent.slice(0, index).flatMap((login, at) => {
          const values = answers[at];
          return able[at] === true && values !== undefined ? [{ login, values }] : [];
        }),
      ),
    ]),
  );
  const byToken = [...origins.values()].flatMap((own) => [...own.values()].map(({ login }) => login));
  const logins = sent.filter((one) => byCookie.includes(one) || byToken.includes(one));
  if (logins.length === 0) return null;
  const cookies = new Set(logins.flatMap(({ setCookies }) => [...setCookies.keys()]));
  const sourcesOf = (requests: readonly Sent[]): SketchedLogin['headersFrom'] =>
    Object.fromEntries(
      requests
        .flatMap((request) => [...(origins.get(request) ?? [])])
        .reverse()
        .map(([header, { source }]) => [header, source]),
    );
  const others = sent.filter((one) => !logins.includes(one));
  return {
    sketch: {
      // What was asked again, as for another token, is asked once.
      page: groupBy(logins, ({ method, path }) => `${method} ${path}`).map(([step]) => ({
        value: loginOf(step, sourcesOf([step])),
        from: `from ${name}: ${reasonOf(step, byCookie.includes(step))}`,
      })),
      headersFrom: { value: sourcesOf(others), from: `from ${name}: later requests sent what answers held` },
    },
    isLogin: (request) => logins.includes(request),
    carriedBy: (request) => ({
      cookies: [...request.cookies.keys()].filter((one) => cookies.has(one)),
      headers: [...(origins.get(request)?.keys() ?? [])],
    }),
  };
}

/**
 * Returns the first request for each cookie that set what later ones carried: one that changes something, as those that sign
 * in do. Only where there is none, it is one that does not.
 */
function cookieLogins(sent: readonly Sent[]): readonly Sent[] {
  const setters = sent.flatMap((request, index) =>
    [...request.setCookies]
      .filter(([cookie, value]) => sent.slice(index + 1).some(({ cookies }) => cookies.get(cookie) === value))
      .map(([cookie]) => ({ cookie, request })),
  );
  const changing = setters.filter(({ request }) => !isSafe(request.method));
  const firsts = groupBy(changing.length > 0 ? changing : setters, ({ cookie }) => cookie);
  return firsts.map(([{ request }]) => request);
}

/** The shortest value that no other word is by chance, and the longest answer that is looked through for one. */
const shortestToken = 8;
const longestAnswer = 100_000;

/** Returns what an answer holds that a request may send later, by its value: in the body, in a header that pages read, in a cookie. */
function valuesIn({
  setCookies,
  cookies,
  responseHeaders,
  answer,
}: Sent): ReadonlyMap<string, ValueSource> | undefined {
  // A session signs in with credentials, for which an answer without this line is a network error.
  const letsCookiesIn = getHeader(responseHeaders, 'Access-Control-Allow-Credentials') === 'true';
  if (!letsCookiesIn && setCookies.size === 0 && cookies.size === 0) return undefined;
  const exposed = decodeAndSplit(getHeader(responseHeaders, 'Access-Control-Expose-Headers') ?? '');
  return new Map<string, ValueSource>([
    ...[...setCookies].map(([cookie, value]) => [value, { cookie }] as const),
    ...exposed.map((one) => [getHeader(responseHeaders, one) ?? '', { header: one.toLowerCase() }] as const),
    ...textsIn(answer).map(([body, value]) => [value, { body }] as const),
  ]);
}

/** Returns the texts of a JSON body with the JSON pointers to them; none of any other body. */
function textsIn(body: string | null): readonly (readonly [pointer: string, text: string])[] {
  if (body === null || body.length > longestAnswer) return [];
  const within = (value: unknown, pointer: string, depth: number): [string, string][] => {
    if (typeof value === 'string') return [[pointer, value]];
    if (typeof value !== 'object' || value === null || depth === 0) return [];
    return Object.entries(value).flatMap(([key, member]) =>
      within(member, `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth - 1),
    );
  };
  try {
    return within(JSON.parse(body), '', 4);
  } catch {
    return [];
  }
}

/** Returns where the secret headers of a request came from, by their names: from one of the answers before it. */
function originsOf(
  { headers, unsafe }: Sent,
  before: readonly { readonly login: Sent; readonly values: ReadonlyMap<string, ValueSource> }[],
): ReadonlyMap<string, Origin> {
  return new Map(
    unsafe.flatMap((header): [string, Origin][] => {
      const value = getHeader(headers, header) ?? '';
      const [prefix = ''] = /^[A-Za-z]+ /.exec(value) ?? [];
      const token = value.slice(prefix.length);
      if (token.length < shortestToken || !(hasSecretName(header) || looksSecret(token))) return [];
      const found = before.find(({ values }) => values.has(token));
      const source = found?.values.get(token);
      if (found === undefined || source === undefined) return [];
      return [[header, { login: found.login, source: prefix === '' ? source : { ...source, prefix } }]];
    }),
  );
}

function loginOf(request: Sent, headersFrom: SketchedLogin['headersFrom']): SketchedLogin {
  const { method, path, unsafe, contentType, body } = request;
  const given = unsafe.filter((one) => one !== 'content-type' && headersFrom[one] === undefined);
  return {
    method,
    path,
    headers: headerValues([request], given),
    headersFrom,
    body:
      contentType === null || isSafe(method)
        ? undefined
        : { contentType, text: withoutValues(contentType, body) },
  };
}

/** Returns the body of a login with a variable of the environment for each field, or for all of it where it is no list of fields. */
function withoutValues(contentType: string, body: string | null): readonly Text[] {
  const whole = [{ prefix: '', env: 'LOGIN_BODY' }];
  const variable = (key: string, prefix: string): Text => ({ prefix, env: variableFor(`login_${key}`) });
  if (contentType === 'application/x-www-form-urlencoded') {
    const keys = [...new Set(new URLSearchParams(body ?? '').keys())];
    if (keys.length === 0) return whole;
    return keys.map((key, index) => variable(key, `${index === 0 ? '' : '&'}${encodeURIComponent(key)}=`));
  }
  const fields = fieldsOf(body);
  if (fields === null || fields.length === 0) return whole;
  return [
    ...fields.flatMap(([key, value], index): Text[] => {
      const before = `${index === 0 ? '{' : ','}${JSON.stringify(key)}:`;
      if (typeof value === 'boolean' || value === null) return [`${before}${String(value)}`];
      return typeof value === 'string' ? [variable(key, `${before}"`), '"'] : [variable(key, before)];
    }),
    '}',
  ];
}

/** Returns the members of a JSON object that holds nothing but words, numbers and switches; null of any other text. */
function fieldsOf(
  body: string | null,
): readonly (readonly [string, string | number | boolean | null])[] | null {
  try {
    const value: unknown = JSON.parse(body ?? '');
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    const fields = Object.entries(value).flatMap(([key, field]: [string, unknown]) =>
      typeof field === 'string' || typeof field === 'number' || typeof field === 'boolean' || field === null
        ? [[key, field] as const]
        : [],
    );
    return fields.length === Object.keys(value).length ? fields : null;
  } catch {
    return null;
  }
}

function reasonOf({ setCookies }: Sent, isByCookie: boolean): string {
  const names = [...setCookies.keys()];
  return isByCookie && names.length > 0
    ? `later requests carried the ${names.length === 1 ? 'cookie' : 'cookies'} that it set, ${listed(names)}`
    : 'later requests sent a token of its answer';
}
