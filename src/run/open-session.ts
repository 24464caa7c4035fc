import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { getHeader } from '../fetch-standard/header-list.ts';
import { lastStatus, type Finding } from '../judge/finding.ts';
import type { SeenCookie } from '../judge/session.ts';
import { readSetCookie } from '../judge/set-cookie.ts';
import { judgeReadable } from '../judge/single-probe.ts';
import { hearWitnesses } from '../judge/witnesses.ts';
import type { HeaderList, Observation, ProbeRequest } from '../model.ts';
import { openersOf } from '../plan/planned-session.ts';
import { probeRequest } from '../plan/probe-request.ts';
import { siteOf } from '../plan/site-of.ts';
import { openByCode } from '../policy/load-policy.ts';
import { requestUrl } from '../policy/request-url.ts';
import type { LoginRequest, PolicySession, UrlTarget, ValueSource } from '../policy/types.ts';
import { PageOriginError, type CookieJar, type ProbePage, type StoredCookie } from '../probe/probe.ts';
import { listed } from '../words/listed.ts';
import { atPointer } from './json-pointer.ts';
import type { PageRun } from './page-run.ts';
import { cookiesIn, type SessionKeeper } from './session-keeper.ts';

/** What a session is opened by that is no page: the code of the policy file, and a file beside it. */
export interface SessionMeans {
  readonly byCode: (session: string, timeoutMs: number) => Promise<unknown>;
  readonly file: (path: string) => Promise<string>;
}

/** Those of the policy in the folder in which the run was started. */
export const meansOfPolicy: SessionMeans = {
  byCode: (session, timeoutMs) => openByCode(process.cwd(), session, timeoutMs),
  file: (path) => readFile(resolve(process.cwd(), path), 'utf8'),
};

/** What it takes to open a session. */
export interface SessionOpening {
  readonly keeper: SessionKeeper;
  readonly target: UrlTarget;
  /** The trusted origins of the routes that name it. */
  readonly origins: readonly string[];
  readonly means: SessionMeans;
}

/** Thrown where a session cannot be opened; the message is the rest of a sentence that begins with the session. */
class OpeningError extends Error {
  readonly finding: Finding | null;

  constructor(message: string, finding: Finding | null = null) {
    super(message);
    this.finding = finding;
  }
}

/** Opens a session in `page`, and tells its keeper what came of it. Rejects only if the page or the browser is gone. */
export async function openSession(page: ProbePage, run: PageRun, opening: SessionOpening): Promise<void> {
  const { keeper, origins } = opening;
  const { session } = keeper;
  const { cookies: jar } = page;
  if (jar === undefined) {
    keeper.opened(
      failed(
        session.name,
        null,
        [],
        'cannot be opened in this engine, which forgets cookies with its caches',
      ),
    );
    return;
  }
  if (session.page === null) {
    await openWithoutPage(page, jar, opening);
    return;
  }
  for (const [index, origin] of openersOf(origins).entries()) {
    await openByPage(page, jar, origin, index === 0, session.page, run, opening);
  }
}

function failed(
  name: string,
  origin: string | null,
  observations: readonly Observation[],
  why: string,
  finding: Finding | null = null,
): Parameters<SessionKeeper['opened']>[0] {
  const reason = `The session ${JSON.stringify(name)} ${why}.`;
  return {
    headers: new Map(),
    opening: {
      origin,
      failure: { reason, finding },
      cookies: [],
      headers: [],
      stored: null,
      observations,
    },
  };
}

async function openByPage(
  page: ProbePage,
  jar: CookieJar,
  origin: string,
  isFirst: boolean,
  logins: readonly LoginRequest[],
  run: PageRun,
  { keeper, target }: SessionOpening,
): Promise<void> {
  const { name, timeoutMs, headersFrom } = keeper.session;
  const seen: Observation[] = [];
  const answers: Observation[] = [];
  const endsAt = performance.now() + timeoutMs;
  try {
    await page.moveTo(origin, { keepCookies: !isFirst });
    for (const [index, login] of logins.entries()) {
      const step = `step ${index + 1} of ${logins.length} (${login.method} ${login.path} from ${origin})`;
      const leftMs = Math.round(endsAt - performance.now());
      if (leftMs <= 0) throw new OpeningError(`was not opened within ${timeoutMs} ms: ${step} was not made`);
      const request = loginRequest(login, target, answers);
      for (const [header, value] of request.headers) {
        if (Object.hasOwn(login.headersFrom, header)) hideHeader(value, keeper);
      }
      await run.pace.ready(1);
      const [raw] = await page.probe([request], {
        ...run.limits,
        timeoutMs: Math.min(leftMs, run.limits.timeoutMs),
      });
      if (raw === undefined) throw new OpeningError(`was not opened: nothing was seen of ${step}`);
      const observation = keeper.redacted(raw);
      seen.push(observation);
      answers.push(raw);
      refuseFailure(observation, step, run);
    }
    const headers = new Map(
      Object.entries(headersFrom).map(([header, source]): [string, string] => [
        header,
        valueFrom(source, answers, header),
      ]),
    );
    for (const value of headers.values()) hideHeader(value, keeper);
    const cookies = lastOf(answers.flatMap(cookiesIn));
    keeper.opened({
      headers,
      opening: {
        origin,
        failure: null,
        cookies,
        headers: [...headers.keys()],
        stored: storedNames(await jar.read(), target),
        observations: seen,
      },
    });
  } catch (error) {
    if (error instanceof PageOriginError) {
      keeper.opened(failed(name, origin, seen, `was not opened: ${error.message.replace(/\.$/, '')}`));
    } else if (error instanceof OpeningError) {
      keeper.opened(failed(name, origin, seen, error.message, error.finding));
    } else throw error;
  }
}

function loginRequest(login: LoginRequest, target: UrlTarget, answers: readonly Observation[]): ProbeRequest {
  const { method, path, body } = login;
  const own: HeaderList = Object.entries(login.headers);
  const made: HeaderList = Object.entries(login.headersFrom).map(([name, source]): [string, string] => [
    name,
    valueFrom(source, answers, name),
  ]);
  const hasType = own.some(([name]) => name === 'content-type');
  return probeRequest(requestUrl(target, { path, pathParameters: {}, query: '' }), {
    method,
    headers: [
      ...own,
      ...(body === null || hasType ? [] : [['content-type', body.contentType] as const]),
      ...made,
    ],
    body: body?.text ?? null,
    credentialsMode: 'include',
    readsBody: true,
  });
}

/** Throws if a login was refused, failed or was answered with an error. */
function refuseFailure(observation: Observation, step: string, { definition, authorities }: PageRun): void {
  const finding = judgeReadable(observation, hearWitnesses(observation, definition, authorities));
  const response = observation.exchanges.findLast((one) => one.response !== null)?.response ?? null;
  const names = [...new Set((response?.headers ?? []).map(([name]) => name.toLowerCase()))];
  const came =
    response === null
      ? 'no answer came'
      : `the answer has status ${response.status} and the header lines ${names.length === 0 ? 'of none' : listed(names)}`;
  if (finding.status === 'violates') {
    throw new OpeningError(
      `was not opened, as the page is refused ${step} (${finding.diagnosis}); ${came}`,
      finding,
    );
  }
  if (finding.status !== 'conforms') {
    const reason =
      finding.status === 'inconclusive' ? (finding.diagnosis ?? finding.seen ?? '') : finding.seen;
    throw new OpeningError(`was not opened: ${step} failed (${reason}); ${came}`);
  }
  const status = lastStatus(observation) ?? 0;
  if (status >= 400) throw new OpeningError(`was not opened: of ${step} ${came}`);
}

/** Returns the value that `source` names in the answers so far, the last one first. */
function valueFrom(source: ValueSource, answers: readonly Observation[], header: string): string {
  const { prefix = '' } = source;
  const value = answers
    .toReversed()
    .flatMap((answer) => ownValue(source, answer) ?? [])
    .at(0);
  if (value !== undefined && value !== '') return `${prefix}${value}`;
  throw new OpeningError(
    `was not opened: ${missingValue(source, answers)}, which the header ${header} is made of`,
  );
}

function ownValue({ cookie, header, body }: ValueSource, answer: Observation): string | null {
  if (cookie !== undefined) {
    const value = cookiesIn(answer).findLast((one) => one.cookie.name === cookie && one.value !== '')?.value;
    return value === undefined ? null : decoded(value);
  }
  if (answer.outcome.kind !== 'response') return null;
  if (header !== undefined) return getHeader(answer.outcome.headers, header);
  return body === undefined ? null : atPointer(answer.outcome.body ?? '', body);
}

function missingValue({ cookie, header, body = '' }: ValueSource, answers: readonly Observation[]): string {
  if (cookie !== undefined) return `no answer sets the cookie ${cookie}`;
  if (header === undefined) return `no body is JSON with a text at ${JSON.stringify(body)}`;
  const isSent = answers.some(({ exchanges }) =>
    exchanges.some(({ response }) => response !== null && getHeader(response.headers, header) !== null),
  );
  return isSent
    ? `the page cannot read the response header ${header}, which Access-Control-Expose-Headers does not name`
    : `no answer has the response header ${header}`;
}

/** Returns a cookie's value as scripts send it back: many frameworks write it percent-encoded. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value.replace(/^"(.*)"$/, '$1'));
  } catch {
    return value;
  }
}

/** Returns the last of the cookies of one name, domain and path. */
function lastOf(cookies: readonly SeenCookie[]): readonly SeenCookie[] {
  const last = new Map(
    cookies.map(({ cookie, setBy }) => [
      JSON.stringify([cookie.name, cookie.domain, cookie.path]),
      { cookie, setBy },
    ]),
  );
  return [...last.values()];
}

/** Returns the names of the cookies of the target's host, and of the domains above it. */
const storedNames = (cookies: readonly StoredCookie[], target: UrlTarget): readonly string[] => [
  ...new Set(
    cookies.filter((cookie) => isOf(cookie, new URL(target.origin).hostname)).map(({ name }) => name),
  ),
];

const isOf = ({ domain }: Pick<StoredCookie, 'domain'>, host: string): boolean => {
  const bare = domain.replace(/^\./, '');
  return host === bare || (domain.startsWith('.') && host.endsWith(`.${bare}`));
};

function hideHeader(value: string, keeper: SessionKeeper): void {
  keeper.hide(value);
  const credentials = /^\S+ +(\S.*)$/s.exec(value)?.[1];
  if (credentials !== undefined) keeper.hide(credentials);
}

/** Opens it by code or by a file, once for all pages. */
async function openWithoutPage(
  page: ProbePage,
  jar: CookieJar,
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
    await jar.add(stored.flatMap((cookie) => inJars(cookie, cookies, origins))).catch((error: unknown) => {
      const [message = ''] = String(error).split('\n');
      throw new OpeningError(
        `was not opened: the browser does not take its cookies (${withoutValues(message, stored)})`,
      );
    });
    const now = await jar.read();
    keeper.opened({
      headers,
      opening: {
        origin: null,
        failure: null,
        cookies,
        headers: [...headers.keys()],
        stored: storedNames(now, target),
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
      `was not opened: its function open ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  if (!isOpened(returned)) {
    throw new OpeningError(
      'was not opened: its function open has to return { headers, cookies }, names and values of request headers and a list of lines of Set-Cookie',
    );
  }
  const headers = Object.entries(returned.headers ?? {}).map(([header, value]): [string, string] => [
    header.toLowerCase(),
    value,
  ]);
  const read = (returned.cookies ?? []).map((line) => readSetCookie(line, Date.now()));
  const whole = read.flatMap((one) => one ?? []);
  if (whole.length < read.length) {
    throw new OpeningError(
      'was not opened: its function open returns a cookie that is no line of Set-Cookie, such as response.headers.getSetCookie() returns',
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

const sameSites = { strict: 'Strict', lax: 'Lax', none: 'None' } as const;

const storedCookie = (
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

const isTextRecord = (value: unknown): value is Record<string, string> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((one) => typeof one === 'string');

function isOpened(
  value: unknown,
): value is { readonly headers?: Record<string, string>; readonly cookies?: readonly string[] } {
  if (typeof value !== 'object' || value === null) return false;
  const { headers, cookies }: { readonly headers: unknown; readonly cookies: unknown } = {
    headers: undefined,
    cookies: undefined,
    ...value,
  };
  return (
    (headers === undefined || isTextRecord(headers)) &&
    (cookies === undefined ||
      (Array.isArray(cookies) && cookies.every((one: unknown) => typeof one === 'string')))
  );
}

/** Returns the cookies of the target in a file of Playwright's. */
async function byFile(path: string, means: SessionMeans, target: UrlTarget): Promise<Given> {
  const text = await means.file(path).catch((error: unknown) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no reason is known';
    throw new OpeningError(`was not opened: its file ${path} cannot be read (${code})`);
  });
  const { hostname } = new URL(target.origin);
  const stored = cookiesInState(text).filter((cookie) => isOf(cookie, hostname));
  if (stored.length === 0) {
    throw new OpeningError(
      `was not opened: its file ${path} holds no cookie of ${hostname}; write it with the storageState() of Playwright, once somebody is signed in`,
    );
  }
  return {
    stored,
    cookies: stored.map((cookie) => ({ cookie: seenOf(cookie), setBy: `${target.origin}/` })),
  };
}

function seenOf({
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

function cookiesInState(text: string): readonly StoredCookie[] {
  try {
    const parsed: unknown = JSON.parse(text);
    const { cookies }: { readonly cookies: unknown } = {
      cookies: undefined,
      ...(typeof parsed === 'object' ? parsed : {}),
    };
    return Array.isArray(cookies) ? cookies.filter(isStored) : [];
  } catch {
    return [];
  }
}

function isStored(value: unknown): value is StoredCookie {
  if (typeof value !== 'object' || value === null) return false;
  const { name, value: own, domain, path } = { name: null, value: null, domain: null, path: null, ...value };
  return [name, own, domain, path].every((one) => typeof one === 'string');
}
