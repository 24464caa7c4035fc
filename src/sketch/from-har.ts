import { decodeAndSplit, getHeader } from '../fetch-standard/header-list.ts';
import { isCorsSafelistedRequestHeader } from '../fetch-standard/request-headers.ts';
import { isOkStatus, isRedirectStatus } from '../fetch-standard/statuses.ts';
import { PolicyError } from '../policy/problem.ts';
import { byCodeUnit } from '../words/by-code-unit.ts';
import { say } from '../words/say.ts';
import { counted, listed } from '../words/spoken.ts';
import { isSafe } from '../plan/safe-methods.ts';
import type { RouteKind } from '../policy/types.ts';
import { foldPath, type FoldedPath } from './fold-path.ts';
import { countedBy } from '../words/counted-by.ts';
import { groupBy } from '../words/group-by.ts';
import {
  othersInOne,
  readEntry,
  unsafeNames,
  type RecordedPreflight,
  type RecordedRequest,
} from './recorded-request.ts';
import type { Har } from './read-har.ts';
import { isMeantForApp } from '../policy/app-origin.ts';
import { headerValues } from './header-values.ts';
import { recordedSession, type RecordedSession, type Sent } from './recorded-session.ts';
import { hasSecretName, looksSecret, variableFor } from './secret-words.ts';
import {
  unlessEmpty,
  type LeftOut,
  type Sketch,
  type SketchedError,
  type SketchedRoute,
  type Sourced,
  type Text,
} from './sketch.ts';
import { belowTarget, type Target } from './target.ts';

/** A request to the API, with what its route is known by. */
interface Asked extends Sent {
  readonly folded: FoldedPath;
  readonly credentials: 'omit' | 'include';
  /** Whether it is one of the requests that sign in. */
  readonly isLogin: boolean;
  /** The names of what it was made with of the session. */
  readonly carried: ReturnType<RecordedSession['carriedBy']>;
}

/**
 * Returns the policy that a recording of pages shows: what they asked of the API at `target`, or of the only one that they
 * asked if that is null. `name` is the file's. No value of a header, a cookie or a body is in it that may be a secret.
 * Throws a `PolicyError` where the recording shows no request to an API, or requests to several and no `target` is given.
 */
export function sketchFromHar(har: Har, name: string, target: Target | null): Sketch {
  const read = har.entries.map((entry) => readEntry(entry, har));
  const requests = read.flatMap((entry) => (entry.kind === 'request' ? [entry.request] : []));
  const preflights = read.flatMap((entry) => (entry.kind === 'preflight' ? [entry.preflight] : []));
  const others = countedBy(read.flatMap((entry) => (entry.kind === 'other' ? [entry.why] : [])));
  const api = target ?? onlyTarget(requests, name);
  const own = requests.flatMap((request) => {
    const path = belowTarget(request.url, api);
    return path === null ? [] : [{ ...request, path }];
  });
  if (own.length === 0) throw nothingAsked(name, api.url, requests);
  const elsewhere = countedBy(
    requests.filter(({ url }) => belowTarget(url, api) === null).map(({ url }) => url.origin),
  );
  const isSecret = secretIn(har);
  const sent = own.map((request): Sent & { readonly isOwn: boolean } => {
    const preflight = preflightOf(request, preflights);
    const isOwn = isOwnAuthentication(request, preflights);
    const unsafe = unsafeNames(request, preflight).filter((one) => one !== 'authorization' || !isOwn);
    return { ...request, unsafe, isOwn };
  });
  // No browser here is a page of an app, and has its cookies.
  const session = own.every(({ pageOrigin }) => isMeantForApp(pageOrigin))
    ? null
    : recordedSession(sent, name, isSecret);
  const asked = sent.map((request): Asked => {
    const isLogin = session?.isLogin(request) === true;
    const isIncluded = request.cookies.size > 0 || request.isOwn || (isLogin && request.setCookies.size > 0);
    return {
      ...request,
      folded: foldPath(request.path, isSecret),
      credentials: isIncluded ? 'include' : 'omit',
      isLogin,
      carried: session?.carriedBy(request) ?? { cookies: [], headers: [] },
    };
  });
  const { routes, leftOut } = routesOf(asked, name, isSecret);
  return {
    target: { value: api.url, from: target?.from ?? `from ${name}: ${counted(own.length, 'request')}` },
    trustedOrigins: [...countedBy(own.map(({ pageOrigin }) => pageOrigin))].map(([value, number]) => ({
      value,
      from: `from ${name}: its pages made ${counted(number, 'request')}`,
    })),
    session: session?.sketch,
    routes,
    leftOut: [
      ...[...others].map(([why, number]) => ({
        what: counted(number, 'request'),
        why: number === 1 ? say(othersInOne[why]) : say(why),
      })),
      ...[...elsewhere].map(([origin, number]) => ({
        what: say('{requests} to {origin}', { requests: counted(number, 'request'), origin }),
        why:
          number === 1
            ? say('is to another API than {url}', { url: api.url })
            : say('are to another API than {url}', { url: api.url }),
      })),
      ...leftOut,
    ],
  };
}

function onlyTarget(requests: readonly RecordedRequest[], name: string): Target {
  const origins = [...countedBy(requests.map(({ url }) => url.origin))];
  const [only, ...more] = origins;
  if (only === undefined) throw nothingAsked(name, null, requests);
  if (more.length === 0) {
    const [origin, number] = only;
    return { url: origin, from: `from ${name}: ${counted(number, 'request')}` };
  }
  const each = origins
    .toSorted(([, a], [, b]) => b - a)
    .map(([origin, number]) =>
      say('{origin} ({requests})', { origin, requests: counted(number, 'request') }),
    );
  throw new PolicyError([
    {
      place: '--target',
      value: '',
      problem: say('is missing, and pages asked {count} APIs in {name}', { count: origins.length, name }),
      remedy: say('name one of {names}', { names: listed(each) }),
    },
  ]);
}

function nothingAsked(name: string, url: string | null, requests: readonly RecordedRequest[]): PolicyError {
  const origins = [...new Set(requests.map(({ url: { origin } }) => origin))];
  return new PolicyError([
    {
      place: name,
      value: '',
      problem: say('shows no request of a page to {url}', { url: url ?? say('an API of another origin') }),
      remedy:
        origins.length === 0
          ? say('record the front end while it asks the API, from its own origin')
          : say('its pages asked {origins}', { origins: listed(origins) }),
    },
  ]);
}

function routesOf(
  asked: readonly Asked[],
  name: string,
  isSecret: IsSecret,
): { readonly routes: readonly SketchedRoute[]; readonly leftOut: readonly LeftOut[] } {
  const groups = [
    ...groupBy(asked, ({ kind, folded: { path }, credentials }) => `${kind} ${credentials} ${path}`),
  ];
  const signIns = [
    ...new Set(
      asked.flatMap(({ setCookies, method, folded: { path } }) =>
        setCookies.size > 0 ? [`${method} ${path}`] : [],
      ),
    ),
  ];
  const hasCookies = signIns.length > 0 || asked.some(({ cookies }) => cookies.size > 0);
  // What only failed belongs to the route that it is an address of.
  const isStray = (group: readonly Asked[]): boolean =>
    group.every(
      ({ kind, method, status }) => kind === 'fetch' && method === 'GET' && isErrorStatus(status),
    ) && hostOf(group, groups) !== undefined;
  const routes = groups.filter((group) => !isStray(group));
  const leftOut: LeftOut[] = [];
  const sketched = routes.map((group): SketchedRoute => {
    const strays = groups.filter((other) => isStray(other) && hostOf(other, groups) === group).flat();
    return routeOf(withoutDoubledMethods(group, routes), strays, {
      name,
      isSecret,
      signIns,
      hasCookies,
      leftOut,
    });
  });
  return {
    routes: sketched
      .filter(({ methods }) => methods.value.length > 0)
      .toSorted((a, b) => byCodeUnit(a.path.value, b.path.value)),
    leftOut,
  };
}

/** Returns the group whose path, with its parameters, holds the path of `group`. */
const hostOf = (group: readonly Asked[], all: readonly (readonly Asked[])[]) => {
  const [one] = group;
  if (one === undefined) return undefined;
  const segments = one.folded.path.split('/');
  return all.find((other) => {
    if (other === group || other[0]?.kind !== 'fetch') return false;
    if (!other.some(({ method, status }) => method === 'GET' && isFine(status))) return false;
    const own = other[0]?.folded.path.split('/') ?? [];
    return (
      own.length === segments.length &&
      own.every((segment, index) => segment === segments[index] || /^\{.*\}$/.test(segment))
    );
  });
};

/** Returns `group` without the methods that are asked with credentials as well: they stand there. */
function withoutDoubledMethods(
  group: readonly Asked[],
  groups: readonly (readonly Asked[])[],
): readonly Asked[] {
  const [first] = group;
  if (first?.credentials !== 'omit') return group;
  const twin = groups.find(
    ([other]) =>
      other?.folded.path === first.folded.path &&
      other.kind === first.kind &&
      other.credentials === 'include',
  );
  const methods = new Set(twin?.map(({ method }) => method));
  return group.filter(({ method }) => !methods.has(method));
}

function routeOf(
  group: readonly Asked[],
  strays: readonly Asked[],
  {
    name,
    isSecret,
    signIns,
    hasCookies,
    leftOut,
  }: {
    readonly name: string;
    readonly isSecret: IsSecret;
    /** The requests whose answers set cookies, such as `POST /login`. */
    readonly signIns: readonly string[];
    /** Whether the recording holds any cookie: browsers may save it without. */
    readonly hasCookies: boolean;
    readonly leftOut: LeftOut[];
  },
): SketchedRoute {
  const from = (what: string): string => `from ${name}: ${what}`;
  const sample = group.find(({ method, status }) => method === 'GET' && isFine(status)) ?? group[0];
  const path = sample?.folded.path ?? '';
  const kind = sample?.kind ?? 'fetch';
  const addresses = new Set(group.map(({ url }) => url.pathname)).size;
  const methods = [...countedBy(group.map(({ method }) => method))].toSorted(byMethod);
  // What pages ask for otherwise has no request headers of theirs.
  const names =
    kind === 'fetch' ? [...new Set(group.flatMap(({ unsafe }) => unsafe))].toSorted(byCodeUnit) : [];
  const protocols = group.flatMap(({ kind: asked, headers }) =>
    asked === 'websocket' ? decodeAndSplit(getHeader(headers, 'Sec-WebSocket-Protocol') ?? '') : [],
  );
  const parameters = Object.fromEntries(
    (sample?.folded.parameters ?? []).map(([key, value]) => [key, shown(key, value, isSecret)]),
  );
  const queries = new Set(group.map(({ url }) => url.search)).size;
  const query = Object.fromEntries(
    [...(sample?.url.searchParams ?? [])]
      .reverse()
      .map(([key, value]): [string, Text] => [key, shown(key, value, isSecret)])
      .reverse(),
  );
  const carried = [
    ...new Set(group.flatMap((one) => (one.isLogin ? [] : Object.values(one.carried).flat()))),
  ];
  const given = new Set(group.flatMap((one) => one.carried.headers));
  const values = headerValues(
    group,
    names.filter((one) => !given.has(one)),
  );
  const unknown = names.filter(
    (one) => values[one] === undefined && one !== 'content-type' && !given.has(one),
  );
  const body = group.flatMap(({ contentType, method }) =>
    contentType !== null &&
    method !== 'GET' &&
    method !== 'HEAD' &&
    !isCorsSafelistedRequestHeader('content-type', contentType)
      ? [contentType]
      : [],
  )[0];
  const form = group.flatMap((one) => one.form ?? []);
  const parts = form.filter(({ name }, index) => form.findIndex((other) => other.name === name) === index);
  const cookies = group.filter((one) => one.cookies.size > 0).length;
  return {
    path: {
      value: path,
      from: from(
        addresses > 1
          ? `${counted(group.length, 'request')}, ${addresses} addresses folded`
          : counted(group.length, 'request'),
      ),
    },
    kind: kind === 'fetch' ? undefined : { value: kind, from: from(`pages opened it by ${askers[kind]}`) },
    protocols: unlessEmpty(
      [...new Set(protocols)].filter((one) => one !== ''),
      from('its subprotocols'),
    ),
    methods: {
      value: methods.map(([method]) => method),
      from: from(methods.map(([method, number]) => `${method} ${number}`).join(', ')),
    },
    pathParameters: unlessEmpty(parameters, from('one of its addresses')),
    query: unlessEmpty(query, from(queries > 1 ? `one of ${queries} queries` : 'its query')),
    requestHeaders: unlessEmpty(
      names,
      from(
        `they need a CORS-preflight request${unknown.length === 0 ? '' : `; the value of ${listed(unknown)} is not written, give it in headers if the API reads it`}`,
      ),
    ),
    headers: unlessEmpty(values, from('sent by pages')),
    credentials:
      group[0]?.credentials !== 'include'
        ? undefined
        : {
            value: 'include',
            from: from(
              cookies > 0
                ? `cookies were sent with ${counted(cookies, 'request')}`
                : group.some((one) => one.setCookies.size > 0)
                  ? 'the cookies that it set were sent later'
                  : 'the browser authenticated itself',
            ),
          },
    session:
      carried.length === 0
        ? undefined
        : { value: true, from: from(`its requests carried ${listed(carried)}`) },
    body:
      body === undefined
        ? parts.length === 0
          ? undefined
          : {
              value: { multipart: parts },
              from: from('the parts of a form; what was in them is not written'),
            }
        : {
            value: { contentType: body, text: /[/+]json$/.test(body) ? '{}' : '' },
            from: from('the type of a body; what was in it is not written'),
          },
    ...(kind !== 'fetch'
      ? {}
      : statusesOf(group, strays, { path, firstMethod: methods[0]?.[0] ?? '', isSecret, from, leftOut })),
    remarks: remarksOf(group, { kind, names, signIns, hasCookies, isCalledSignedIn: carried.length > 0 }),
  };
}

function statusesOf(
  group: readonly Asked[],
  strays: readonly Asked[],
  {
    path,
    firstMethod,
    isSecret,
    from,
    leftOut,
  }: {
    readonly path: string;
    readonly firstMethod: string;
    readonly isSecret: IsSecret;
    readonly from: (what: string) => string;
    readonly leftOut: LeftOut[];
  },
): Pick<SketchedRoute, 'status' | 'errors'> {
  const seen = group.filter(({ status }) => status !== 0);
  const failed = group.length - seen.length;
  if (failed > 0) {
    leftOut.push({
      what: say('the answer to {requests} for {path}', { requests: counted(failed, 'request'), path }),
      why: say('was not recorded, as where a browser refused it'),
    });
  }
  if (!seen.some(({ status }) => isFine(status))) {
    const statuses = [...new Set(seen.map(({ status }) => status))].filter(isErrorStatus).toSorted();
    return statuses.length === 0
      ? {}
      : { status: { value: statuses, from: from('no other status was answered') } };
  }
  const errors = new Map<number, Sourced<SketchedError>>();
  for (const { method, status, folded, url } of [...group, ...strays]) {
    if (!isErrorStatus(status) || errors.has(status)) continue;
    // What is not in the path, such as a header or a body, is not written, so that nothing provokes the error.
    const isFineElse = group.some((other) => other.url.pathname === url.pathname && isFine(other.status));
    const isByPath =
      method === 'GET' && !isFineElse && !folded.parameters.some(([, value]) => isSecret(value));
    if (!isByPath) {
      leftOut.push({
        what: say('the status {status} of {method} {path}', { status, method, path }),
        why: say(
          'was answered for a reason that the address does not hold: declare it in errors, with what provokes it',
        ),
      });
      continue;
    }
    errors.set(status, {
      value: {
        name: `status ${status}`,
        status,
        method: firstMethod === method ? undefined : method,
        path: filled(folded),
      },
      from: from(`${method} was answered ${status}`),
    });
  }
  return errors.size === 0 ? {} : { errors: [...errors.values()] };
}

const filled = ({ path, parameters }: FoldedPath): string =>
  parameters.reduce((text, [key, value]) => text.replace(`{${key}}`, () => encodeURIComponent(value)), path);

/** Returns a value of a path or a query, or an environment variable where it is or may be a secret. */
function shown(name: string, value: string, isSecret: IsSecret): Text {
  return hasSecretName(name) || isSecret(value) ? { prefix: '', env: variableFor(name) } : value;
}

const askers = { 'event-source': 'an EventSource', websocket: 'a WebSocket' } as const;

function remarksOf(
  group: readonly Asked[],
  {
    kind,
    names,
    signIns,
    hasCookies,
    isCalledSignedIn,
  }: {
    readonly kind: RouteKind;
    readonly names: readonly string[];
    readonly signIns: readonly string[];
    readonly hasCookies: boolean;
    readonly isCalledSignedIn: boolean;
  },
): readonly string[] {
  const letsCookiesIn = group.some(
    ({ responseHeaders }) => getHeader(responseHeaders, 'Access-Control-Allow-Credentials') === 'true',
  );
  const isAskedFor = group.some(({ cookies, isLogin }) => cookies.size > 0 && !isLogin) && !isCalledSignedIn;
  const form = group.find(({ contentType }) => contentType === 'multipart/form-data');
  const parts = [...(form?.body ?? '').matchAll(/form-data; name="([^"]*)"/g)].map(([, part = '']) => part);
  const tokens = names.filter((one) => /csrf|xsrf/.test(one));
  const exposed = new Set(
    group.flatMap(({ responseHeaders }) =>
      (getHeader(responseHeaders, 'Access-Control-Expose-Headers') ?? '')
        .split(',')
        .map((name) => name.trim().toLowerCase())
        .filter((name) => name !== ''),
    ),
  );
  const isOpen = group.every(
    ({ responseHeaders }) => getHeader(responseHeaders, 'Access-Control-Allow-Origin') === '*',
  );
  return [
    ...(isAskedFor
      ? [
          `session: cookies were sent. Declare in sessions how a page signs in${signIns.length === 0 ? '' : ` (cookies were set by ${listed(signIns)})`}${tokens.length === 0 ? '' : ` and where ${listed(tokens)} comes from (headersFrom)`}, and name the session here.`,
        ]
      : []),
    ...(kind === 'websocket' && hasCookies && group.every(({ cookies }) => cookies.size === 0)
      ? [
          "credentials: browsers send their cookies with every WebSocket, and this recording holds none of it. Write 'include', and the session, if the API asks for them.",
        ]
      : []),
    // Where its parts are known, they are the body.
    ...(form === undefined || group.some((one) => one.form !== null)
      ? []
      : [
          `body: pages sent a form${parts.length === 0 ? '' : ` of ${listed([...new Set(parts)])}`}. Write body: { multipart: [...] }, and send: true if it may reach the API.`,
        ]),
    ...(letsCookiesIn && !hasCookies
      ? [
          "credentials: the API answered Access-Control-Allow-Credentials: true, and this recording holds no cookie, as where it was saved without. Write 'include' if pages ask with credentials.",
        ]
      : []),
    ...(exposed.size === 0
      ? []
      : [`exposedHeaders: the API exposes ${listed([...exposed])}; write those that your pages read.`]),
    ...(isOpen
      ? ['The API answered Access-Control-Allow-Origin: *. Write public: true if every page may read it.']
      : []),
  ];
}

type IsSecret = (value: string) => boolean;

/**
 * Returns a function that reports whether a value looks like a secret, or holds one of the recording: a cookie,
 * Authorization, or what bears such a name.
 */
function secretIn(har: Har): IsSecret {
  const values = har.entries.flatMap(({ request, response }) => {
    const headers = [...(request.headers ?? []), ...(response?.headers ?? [])];
    const cookies = [...(request.cookies ?? []), ...(response?.cookies ?? [])];
    return [
      ...cookies.map(({ value }) => value ?? ''),
      ...headers.flatMap(({ name, value }) =>
        hasSecretName(name) ? [value ?? '', ...(value ?? '').split(/[\s;=,]+/)] : [],
      ),
    ];
  });
  // Shorter ones are words of their own as well.
  const known = [...new Set(values.filter((value) => value.length >= 8))];
  return (value) => looksSecret(value) || known.some((secret) => value.includes(secret));
}

function preflightOf(
  { url, method }: RecordedRequest,
  preflights: readonly RecordedPreflight[],
): RecordedPreflight | null {
  return preflights.find((one) => one.url === url.href && one.method === method) ?? null;
}

/** Reports whether Authorization is the browser's own: no page that set it itself is spared the CORS-preflight request. */
function isOwnAuthentication(request: RecordedRequest, preflights: readonly RecordedPreflight[]): boolean {
  if (!/^(?:basic|digest|negotiate|ntlm) /i.test(getHeader(request.headers, 'Authorization') ?? ''))
    return false;
  const ofApi = preflights.filter(({ url }) => new URL(url).origin === request.url.origin);
  return ofApi.length > 0 && !ofApi.some(({ headerNames }) => headerNames.includes('authorization'));
}

/** Compares methods: those that change nothing come first, as the first one stands for the route. */
const byMethod = ([a]: readonly [string, number], [b]: readonly [string, number]): number =>
  Number(isSafe(b)) - Number(isSafe(a)) || byCodeUnit(a, b);

const isErrorStatus = (status: number): boolean => status >= 400 && status <= 599;
// 304: the HTTP cache had asked, and the page reads what it had.
const isFine = (status: number): boolean => isOkStatus(status) || status === 304 || isRedirectStatus(status);
