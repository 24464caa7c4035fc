import { isDiagnosisId } from '../diagnoses/vocabulary.ts';
import { normalizeMethod } from '../fetch-standard/methods.ts';
import { isStack, type StackId } from '../fix/stacks.ts';
import { formBody } from './form-body.ts';
import { readTarget } from './lint-url.ts';
import { secretsOf } from './secrets.ts';
import type {
  Draft,
  ErrorDraft,
  LevelsDraft,
  LoginDraft,
  QueryDraft,
  RouteDraft,
  SessionDraft,
  SourcesDraft,
} from './shape.ts';
import type { TrustedOrigin } from './trusted.ts';
import type {
  ErrorRequest,
  LevelInput,
  Levels,
  LoginRequest,
  Policy,
  PolicyLimits,
  PolicyRoute,
  PolicySession,
  PolicyStart,
  PolicyTarget,
  RouteKind,
  TextBody,
  ValueSource,
} from './types.ts';

/** Returns the policy that `draft` describes, with every default filled. `draft` has no problems. */
export function normalizePolicy(draft: Draft): Policy {
  return {
    target: targetOf(draft),
    start: startOf(draft),
    trustedOrigins: trustedOf(draft.trustedOrigins),
    routes: present(draft.routes).map(routeOf),
    failOn: draft.failOn ?? 'error',
    levels: levelsOf(draft.levels),
    sessions: mapValues(draft.sessions, (session) => (session === undefined ? [] : [sessionOf(session)])),
    unknownPath: draft.unknownPath ?? true,
    stack: stackOf(draft),
    proveFix: draft.proveFix ?? false,
    limits: limitsOf(draft.limits),
    alsoContact: present(draft.alsoContact),
    secrets: secretsOf(draft),
  };
}

const stackOf = ({ stack }: Draft): StackId | null => (stack && isStack(stack) ? stack : null);

function targetOf({ target }: Draft): PolicyTarget {
  const reading = readTarget(target ?? 'demo');
  return 'target' in reading ? reading.target : { kind: 'demo' };
}

function startOf(draft: Draft): PolicyStart | null {
  if (!draft.start) return null;
  const { command = '', url, timeoutMs = 60_000 } = draft.start;
  const target = targetOf(draft);
  const address = target.kind === 'url' ? `${target.origin}${target.basePath || '/'}` : '';
  return { command, url: url === undefined ? address : new URL(url).href, timeoutMs };
}

function limitsOf(limits: Draft['limits']): PolicyLimits {
  const probeTimeoutMs = limits?.probeTimeoutMs ?? Math.min(10_000, limits?.runTimeoutMs ?? Infinity);
  return {
    requestsInFlight: limits?.requestsInFlight ?? 6,
    requestsPerSecond: limits?.requestsPerSecond ?? null,
    probeTimeoutMs,
    runTimeoutMs: limits?.runTimeoutMs ?? Math.max(600_000, probeTimeoutMs),
    responseBytes: limits?.responseBytes ?? 1_048_576,
  };
}

function routeOf(route: RouteDraft): PolicyRoute {
  const kind = route.kind ?? 'fetch';
  const methods = kind === 'fetch' ? present(route.methods).map(normalizeMethod) : ['GET'];
  const path = route.path ?? '/';
  const query = queryOf(route.query) ?? usualQuery(kind, path);
  return {
    path,
    methods,
    pathParameters: mapValues(route.pathParameters, (value) => (value === undefined ? [] : [String(value)])),
    query,
    requestHeaders: route.requestHeaders === null ? null : lowerCase(route.requestHeaders),
    credentials: route.credentials ?? 'omit',
    session: route.session ?? null,
    exposedHeaders: lowerCase(route.exposedHeaders),
    preflightCacheSeconds: route.preflightCacheSeconds ?? null,
    public: route.public ?? false,
    send: route.send ?? false,
    body: bodyOf(route.body),
    headers: lowerCaseKeys(mapValues(route.headers, (value) => (typeof value === 'string' ? [value] : []))),
    kind,
    protocols: present(route.protocols),
    as: route.as ?? null,
    status: statusesOf(route.status),
    errors: present(route.errors).map((error) =>
      errorOf(error, { method: methods[0] ?? 'GET', path, query }),
    ),
    trustedOrigins: route.trustedOrigins ? trustedOf(route.trustedOrigins) : null,
    levels: levelsOf(route.levels),
  };
}

function trustedOf(origins: Draft['trustedOrigins']): readonly TrustedOrigin[] {
  return present(origins).map((one) =>
    typeof one === 'string' ? one : { pattern: one.pattern ?? '', sample: present([one.sample].flat()) },
  );
}

function levelsOf(levels: LevelsDraft): Levels {
  return Object.fromEntries(
    Object.entries(levels ?? {}).flatMap(([id, level]): [string, LevelInput][] => {
      if (level === undefined || !isDiagnosisId(id)) return [];
      if (typeof level === 'string') return [[id, level]];
      return level.off === undefined ? [] : [[id, { off: level.off.trim() }]];
    }),
  );
}

/** Returns what a client of Socket.IO opens a WebSocket with: without it, its server opens none. */
const usualQuery = (kind: RouteKind, path: string): string =>
  kind === 'websocket' && /\/socket\.io\/?$/.test(path) ? 'EIO=4&transport=websocket' : '';

const sessionOf = ({
  page,
  open,
  storageState,
  cookies,
  headersFrom,
  timeoutMs,
}: SessionDraft): PolicySession => ({
  page: page ? present(page).map(loginOf) : null,
  open: open !== undefined && open !== false,
  storageState: storageState ?? null,
  cookies: present(cookies),
  headersFrom: sourcesOf(headersFrom),
  timeoutMs: timeoutMs ?? 10_000,
});

function loginOf({ method, path, headers, headersFrom, body }: LoginDraft): LoginRequest {
  const { contentType, text } = body ?? {};
  return {
    method: normalizeMethod(method ?? 'GET'),
    path: path ?? '/',
    headers: lowerCaseKeys(mapValues(headers, (value) => (typeof value === 'string' ? [value] : []))),
    headersFrom: sourcesOf(headersFrom),
    body: contentType === undefined || text === undefined ? null : { contentType, text },
  };
}

const sourcesOf = (sources: SourcesDraft): Readonly<Record<string, ValueSource>> =>
  lowerCaseKeys(mapValues(sources, (source) => (source === undefined ? [] : [source])));

function statusesOf(status: RouteDraft['status']): PolicyRoute['status'] {
  return status === undefined || status === null ? null : present([status].flat());
}

function errorOf(error: ErrorDraft, route: Pick<ErrorRequest, 'method' | 'path' | 'query'>): ErrorRequest {
  return {
    name: error.name ?? '',
    status: error.status ?? 0,
    method: error.method === undefined ? route.method : normalizeMethod(error.method),
    path: error.path ?? route.path,
    query: queryOf(error.query) ?? route.query,
    body: bodyOf(error.body),
    headers: lowerCaseKeys(mapValues(error.headers, (value) => (value === undefined ? [] : [value]))),
  };
}

function bodyOf(body: RouteDraft['body']): TextBody | null {
  if (!body) return null;
  const { contentType, text, multipart } = body;
  if (multipart !== undefined) return formBody(present(multipart));
  return contentType === undefined || text === undefined ? null : { contentType, text };
}

function queryOf(query: QueryDraft): string | undefined {
  if (query === undefined || typeof query === 'string') return query;
  return Object.entries(query)
    .flatMap(([name, values]) =>
      [values].flat().map((value) => [name, String(value)].map(encodeURIComponent).join('=')),
    )
    .join('&');
}

function present<T>(list: readonly (T | undefined)[] | undefined): readonly T[] {
  return (list ?? []).flatMap((item) => (item === undefined ? [] : [item]));
}

function lowerCase(names: readonly (string | undefined)[] | undefined): readonly string[] {
  return present(names).map((name) => name.toLowerCase());
}

function mapValues<A, B>(
  record: Readonly<Record<string, A>> | undefined,
  map: (value: A) => readonly B[],
): Record<string, B> {
  return Object.fromEntries(
    Object.entries(record ?? {}).flatMap(([key, value]) => map(value).map((mapped) => [key, mapped])),
  );
}

function lowerCaseKeys<A>(record: Readonly<Record<string, A>>): Record<string, A> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]));
}
