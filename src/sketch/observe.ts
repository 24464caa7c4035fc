import { randomBytes } from 'node:crypto';
import { corsCheck } from '../fetch-standard/cors-check.ts';
import { getHeader, type HeaderList } from '../fetch-standard/header-list.ts';
import { isCorsSafelistedMethod } from '../fetch-standard/methods.ts';
import { isForbiddenResponseHeaderName } from '../fetch-standard/response-headers.ts';
import { isForbiddenRequestHeader } from '../fetch-standard/request-headers.ts';
import { extractMaxAge, extractTokenList } from '../fetch-standard/header-values.ts';
import { hostileOrigins } from '../plan/hostile-origins.ts';
import { oftenTooMuch, undeclaredHeader, undeclaredMethod } from '../plan/route-requests.ts';
import { requestUrl } from '../policy/request-url.ts';
import type { PolicyRoute } from '../policy/types.ts';
import { validatePolicy } from '../policy/validate-policy.ts';
import { listed } from '../words/listed.ts';
import { say } from '../words/say.ts';
import { listed as spokenList } from '../words/spoken.ts';
import type { Answer, Ask } from './ask.ts';
import { policyInput } from './policy-input.ts';
import { unlessEmpty, variablesOf, type LeftOut, type Sketch, type SketchedRoute } from './sketch.ts';

/** Routes that are asked at most, and requests at a time. */
const mostRoutes = 40;
const inFlight = 6;

/**
 * Resolves with `sketch` and what the API answers today to its trusted origins and to one sample of each kind of origin
 * that must not read. What is too open, or refused, is a remark, and no promise. With `fill` also what trusted origins are
 * granted by name: methods, headers, credentials. GET and OPTIONS alone are asked, of the target alone.
 */
export async function observe(
  sketch: Sketch,
  ask: Ask,
  { fill, env }: { readonly fill: boolean; readonly env: Readonly<Record<string, string | undefined>> },
): Promise<Sketch> {
  const leftOut: LeftOut[] = [];
  const routes: SketchedRoute[] = [];
  for (const [index, route] of sketch.routes.entries()) {
    const name = `${route.methods.value.join(', ')} ${route.path.value}`;
    const missing = variablesOf({ routes: [{ ...route, headers: undefined }] }).filter((one) => !env[one]);
    if (index >= mostRoutes || missing.length > 0) {
      const reason =
        index >= mostRoutes
          ? say('more than {count} routes are not asked', { count: mostRoutes })
          : say('it needs {names}, which is not set, and is not asked', { names: spokenList(missing) });
      leftOut.push({
        what: say('what the API answers to {route} today', { route: name }),
        why: say('is not known: {reason}', { reason }),
      });
      routes.push(route);
      continue;
    }
    routes.push(await observed(sketch, route, ask, { fill, env, leftOut }));
  }
  return { ...sketch, routes, leftOut: [...sketch.leftOut, ...leftOut] };
}

async function observed(
  sketch: Sketch,
  route: SketchedRoute,
  ask: Ask,
  {
    fill,
    env,
    leftOut,
  }: {
    readonly fill: boolean;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly leftOut: LeftOut[];
  },
): Promise<SketchedRoute> {
  const trusted = sketch.trustedOrigins.map(({ value }) => value);
  const { target, routes } = validatePolicy(
    policyInput({ ...sketch, routes: [route] }, (name) => env[name] ?? `no-${name}`),
  );
  const [own] = routes;
  if (own === undefined || target.kind !== 'url') return route;
  const url = requestUrl(target, own);
  // A secret that is not set is not sent.
  const headers = Object.entries(route.headers?.value ?? {}).flatMap(([name, text]): [string, string][] => {
    if (typeof text === 'string') return [[name, text]];
    const value = env[text.env];
    return value === undefined || value === '' ? [] : [[name, `${text.prefix}${value}`]];
  });
  const samples = oneOfEachRole(hostileOrigins(trusted, target.origin));
  const origins = [...trusted.map((origin) => ({ origin, role: 'trusted' })), ...samples];
  const isRead = own.methods.includes('GET');
  const asWay = wayHeaders(own);
  const reads = isRead
    ? await inTurn(origins, ({ origin }) => ask('GET', url, [['Origin', origin], ...asWay, ...headers]))
    : [];
  const unknown = (reason: string): SketchedRoute => {
    leftOut.push({
      what: say('what the API answers to {route} today', { route: route.path.value }),
      why: say('is not known: {reason}', { reason }),
    });
    return route;
  };
  if (own.kind !== 'fetch') {
    if (typeof reads[0] === 'string') return unknown(reads[0]);
    const seen =
      own.kind === 'websocket' ? openRemarks(reads, origins) : readRemarks(reads, origins, own.credentials);
    return { ...route, remarks: [...(route.remarks ?? []), ...seen] };
  }
  const usual = fill ? oftenTooMuch : [];
  const wanted = [
    ...new Set([...own.methods.filter((one) => !isCorsSafelistedMethod(one)), ...usual, undeclaredMethod]),
  ];
  const [page = ''] = trusted;
  const names = [...(route.requestHeaders?.value ?? [])].join(',');
  const preflight = (method: string, headerNames: string): Promise<Answer> =>
    ask('OPTIONS', url, [
      ['Origin', page],
      ['Access-Control-Request-Method', method],
      ...(headerNames === '' ? [] : [['Access-Control-Request-Headers', headerNames] as const]),
    ]);
  const preflights = await inTurn(wanted, (method) => preflight(method, names));
  const [undeclaredOne] = await inTurn([undeclaredHeader], (name) => preflight('GET', name));
  const first = reads[0] ?? preflights[0];
  if (typeof first === 'string') return unknown(first);
  const granted = answersOf([...reads.slice(0, trusted.length), ...preflights], page);
  const isAnyMethod = isGranted(granted, 'Access-Control-Allow-Methods', undeclaredMethod);
  const isAnyHeader = isGranted(
    answersOf([undeclaredOne], page),
    'Access-Control-Allow-Headers',
    undeclaredHeader,
  );
  const remarks = [
    ...(route.remarks ?? []),
    ...readRemarks(reads, origins, own.credentials),
    ...(isAnyMethod ? ['TOO OPEN today, and not promised: every method is granted.'] : []),
    ...(isAnyHeader ? ['TOO OPEN today, and not promised: every request header is granted.'] : []),
  ];
  const filled = fill ? filledBy(granted, wanted, route, page, isAnyMethod) : {};
  return { ...route, ...filled, remarks };
}

/** Returns the header lines by which a browser says that it is no `fetch()` that asks. */
function wayHeaders({ kind, protocols }: Pick<PolicyRoute, 'kind' | 'protocols'>): HeaderList {
  switch (kind) {
    case 'fetch':
      return [];
    case 'event-source':
      return [['Accept', 'text/event-stream']];
    case 'websocket':
      return [
        ['Connection', 'Upgrade'],
        ['Upgrade', 'websocket'],
        ['Sec-WebSocket-Version', '13'],
        ['Sec-WebSocket-Key', randomBytes(16).toString('base64')],
        ...(protocols.length === 0 ? [] : [['Sec-WebSocket-Protocol', protocols.join(', ')] as const]),
      ];
    default:
      return kind satisfies never;
  }
}

/** Returns which pages open a WebSocket that should not, and which trusted pages do not, each a sentence. */
function openRemarks(answers: readonly Answer[], origins: readonly Page[]): readonly string[] {
  const seen = origins.flatMap((page, index) => {
    const answer = answers[index];
    return answer === undefined || typeof answer === 'string' ? [] : [{ ...page, status: answer.status }];
  });
  const strangers = seen.filter(({ role, status }) => role !== 'trusted' && status === 101);
  return [
    ...(strangers.length === 0
      ? []
      : [`TOO OPEN today, and not promised: the WebSocket is opened by ${named(strangers)}.`]),
    ...seen.flatMap(({ origin, role, status }) =>
      role === 'trusted' && status !== 101
        ? [`REFUSED today: ${origin} does not open the WebSocket (status ${status}).`]
        : [],
    ),
  ];
}

/** An origin, and what it is to the API. */
interface Page {
  readonly origin: string;
  readonly role: string;
}

const named = (pages: readonly Page[]): string =>
  listed(pages.map(({ origin, role }) => `${origin} (${role})`));

/** Returns what pages read that should not, and what trusted pages do not, each a sentence. */
function readRemarks(
  reads: readonly Answer[],
  origins: readonly Page[],
  credentialsMode: 'omit' | 'include',
): readonly string[] {
  const seen = origins.flatMap(({ origin, role }, index) => {
    const answer = reads[index];
    if (answer === undefined || typeof answer === 'string') return [];
    const passes = (mode: 'omit' | 'include'): boolean =>
      corsCheck({ origin, credentialsMode: mode }, answer.headers).ok;
    return [{ origin, role, answer, include: passes('include'), omit: passes('omit') }];
  });
  const strangers = seen.filter(({ role }) => role !== 'trusted');
  const isAny = strangers.some(
    ({ answer }) => getHeader(answer.headers, 'Access-Control-Allow-Origin')?.trim() === '*',
  );
  const withCredentials = strangers.filter(({ include }) => include);
  const without = strangers.filter(({ include, omit }) => omit && !include);
  return [
    ...(withCredentials.length === 0
      ? []
      : [`TOO OPEN today, and not promised: with credentials it is read by ${named(withCredentials)}.`]),
    ...(isAny
      ? [
          'TOO OPEN today, and not promised: every page reads it without credentials. If that is meant, write public: true.',
        ]
      : without.length === 0
        ? []
        : [`TOO OPEN today, and not promised: without credentials it is read by ${named(without)}.`]),
    ...seen.flatMap(({ origin, role, answer }) => {
      if (role !== 'trusted') return [];
      const check = corsCheck({ origin, credentialsMode }, answer.headers);
      return check.ok ? [] : [`REFUSED today: ${origin} does not read it (${check.reason}).`];
    }),
  ];
}

/** Returns the header lists of the answers that let the page read, or ask. */
const answersOf = (answers: readonly (Answer | undefined)[], origin: string): readonly HeaderList[] =>
  answers.flatMap((answer) =>
    answer !== undefined &&
    typeof answer !== 'string' &&
    corsCheck({ origin, credentialsMode: 'omit' }, answer.headers).ok
      ? [answer.headers]
      : [],
  );

/** Returns what the trusted page is granted by name, for a route of which nothing else is known. */
function filledBy(
  granted: readonly HeaderList[],
  asked: readonly string[],
  route: SketchedRoute,
  page: string,
  isAnyMethod: boolean,
): Partial<SketchedRoute> {
  const from = `from what the API grants ${page} today`;
  const named = (header: string): readonly string[] => [
    ...new Set(granted.flatMap((headers) => tokensIn(headers, header)).filter((name) => name !== '*')),
  ];
  const methods = named('Access-Control-Allow-Methods').filter(
    (method) => !isAnyMethod && asked.includes(method),
  );
  const requestHeaders = lowerCase(named('Access-Control-Allow-Headers')).filter(
    (name) => !isForbiddenRequestHeader(name, '') && !name.startsWith('access-control-'),
  );
  const exposedHeaders = lowerCase(named('Access-Control-Expose-Headers')).filter(
    (name) => !isForbiddenResponseHeaderName(name),
  );
  const credentials = granted.some(
    (headers) => corsCheck({ origin: page, credentialsMode: 'include' }, headers).ok,
  );
  const ages = granted
    .map(extractMaxAge)
    .flatMap((age) => (age.kind === 'delta-seconds' ? [age.seconds] : []));
  const seconds = ages.length === 0 ? null : Math.min(...ages);
  return {
    methods: {
      value: [...new Set([...route.methods.value, ...methods])],
      from: methods.length === 0 ? route.methods.from : from,
    },
    requestHeaders: unlessEmpty(requestHeaders, from) ?? route.requestHeaders,
    exposedHeaders: unlessEmpty(exposedHeaders, from),
    credentials: credentials ? { value: 'include', from } : undefined,
    preflightCacheSeconds:
      seconds === null || seconds > 86_400
        ? undefined
        : { value: seconds, from: `${from}: Access-Control-Max-Age` },
  };
}

/** Returns the names that a list grants, `*` among them; none where it is malformed. */
function tokensIn(headers: HeaderList, header: string): readonly string[] {
  const tokens = extractTokenList(headers, header);
  return tokens === null || tokens === 'failure' ? [] : tokens;
}

const isGranted = (answers: readonly HeaderList[], header: string, name: string): boolean =>
  answers.some((headers) =>
    tokensIn(headers, header).some((token) => token === '*' || token.toLowerCase() === name.toLowerCase()),
  );

const lowerCase = (names: readonly string[]): readonly string[] => [
  ...new Set(names.map((name) => name.toLowerCase())),
];

/** Returns one origin of each kind: the first. */
const oneOfEachRole = <Rated extends { readonly role: string }>(all: readonly Rated[]): readonly Rated[] =>
  all.filter((one, index) => all.findIndex(({ role }) => role === one.role) === index);

async function inTurn<Item>(items: readonly Item[], ask: (item: Item) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let start = 0; start < items.length; start += inFlight) {
    answers.push(...(await Promise.all(items.slice(start, start + inFlight).map(ask))));
  }
  return answers;
}
