import { z } from 'zod';
import { say, type Word } from '../words/say.ts';

/**
 * A policy of which only the structure is known to be right: what has the wrong type is undefined, and so is
 * what is not there. Places in lists are kept.
 */
export type Draft = NonNullable<z.output<typeof lenientShape>>;
export type RouteDraft = NonNullable<NonNullable<Draft['routes']>[number]>;
export type ErrorDraft = NonNullable<NonNullable<RouteDraft['errors']>[number]>;
export type BodyDraft = NonNullable<RouteDraft['body']>;
export type QueryDraft = RouteDraft['query'];
export type LevelsDraft = RouteDraft['levels'];
export type SessionDraft = NonNullable<NonNullable<Draft['sessions']>[string]>;
export type LoginDraft = NonNullable<NonNullable<SessionDraft['page']>[number]>;
export type SourcesDraft = SessionDraft['headersFrom'];

/** Returns what can be used of `input`; null if it is no object at all. Never throws. */
export function readDraft(input: unknown): Draft | null {
  return lenientShape.parse(input) ?? null;
}

/**
 * Returns everything that is wrong with the structure of `input`. The message of an issue is what to write
 * instead.
 */
export function structureIssues(input: unknown): readonly z.core.$ZodIssue[] {
  return (strictShape.safeParse(input).error?.issues ?? []).flatMap(ofPattern);
}

/** Returns what is wrong inside a pattern where `issue` says no more than that it is no origin. */
function ofPattern(issue: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.path.at(-2) !== 'trustedOrigins') return [issue];
  const inside = issue.errors.find((issues) =>
    issues.every(({ code, path }) => code === 'unrecognized_keys' || path.length > 0),
  );
  return inside?.map((one) => ({ ...one, path: [...issue.path, ...one.path] })) ?? [issue];
}

/** Returns the keys that the object at `path` may have. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const { policy, start, route, error, body, textBody, part, limits, pattern, session, login, source } = keys;
  if (path.length === 0) return policy;
  if (path.at(-2) === 'multipart') return part;
  if (path.at(-2) === 'trustedOrigins') return pattern;
  if (path[0] === 'sessions') {
    if (path.length === 2) return session;
    if (path.at(-1) === 'body') return textBody;
    return path.at(-2) === 'headersFrom' ? source : login;
  }
  if (path.length === 1) return path[0] === 'start' ? start : limits;
  if (path.length === 2) return route;
  return path.at(-1) === 'body' ? body : error;
}

type Mode = 'strict' | 'lenient';

function shapesOf(mode: Mode) {
  const soft = <T>(schema: z.ZodType<T>): z.ZodType<T | undefined> => {
    const wide: z.ZodType<T | undefined> = schema;
    return mode === 'lenient' ? wide.catch(undefined) : wide;
  };
  const object = <F extends z.core.$ZodShape>(fields: F, error: () => string) =>
    soft(mode === 'lenient' ? z.object(fields) : z.strictObject(fields, { error }));
  const text = (error: Word) => soft(z.string({ error: () => say(error) }));
  const texts = (error: Word, each: Word) => soft(z.array(text(each), { error: () => say(error) }));
  const number = (error: Word) => soft(z.number({ error: () => say(error) }));
  const flag = soft(z.boolean({ error: () => say('true or false') }).optional());
  const textOrNumber = z.union([z.string(), z.number()], { error: () => say('a string or a number') });

  const pattern = {
    pattern: text('a pattern, such as "https://*.example.com"'),
    sample: soft(
      z.union([z.string(), z.array(text(anOrigin))], {
        error: () =>
          say('an origin that the pattern covers, such as "https://shop.example.com", or a list of them'),
      }),
    ),
  };
  const origins = soft(
    z.array(soft(z.union([z.string(), object(pattern, () => aPattern)], { error: () => say(anOrigin) })), {
      error: () => say('a list of origins, such as ["https://app.example.com"]'),
    }),
  );
  const nameTexts = texts('a list of header names, such as ["content-type"]', 'a header name in quotes');
  const query = soft(
    z
      .union([z.string(), z.record(z.string(), z.union([textOrNumber, z.array(textOrNumber)]))], {
        error: () => say('names and values, such as { page: "1" }'),
      })
      .optional(),
  );
  // A value of the wrong type becomes null, which is said to be wrong once, and not undefined, which is what an
  // unset environment variable gives.
  const headerValue = (types: z.ZodType<string | null | undefined>) =>
    mode === 'lenient' ? types.catch(null) : types;
  const headersOf = (types: z.ZodType<string | null | undefined>) =>
    soft(
      z
        .record(z.string(), headerValue(types), { error: () => say('names and values of headers') })
        .optional(),
    );

  const failOn = z.enum(['error', 'warn'], { error: () => say('"error" or "warn"') });
  const levels = soft(
    z
      .record(
        z.string(),
        soft(
          z
            .union([failOn, z.strictObject({ off: z.string() })], {
              error: () => say('"error", "warn" or { off: "why it is off" }'),
            })
            .optional(),
        ),
        {
          error: () => say('ids of diagnoses with a level each, such as { "vary-origin-missing": "error" }'),
        },
      )
      .optional(),
  );
  const part = {
    name: text('the name of a field of the form, such as "file"'),
    text: soft(z.string({ error: () => say('a string') }).optional()),
    bytes: soft(z.number({ error: () => say('a number of bytes, such as 2000000') }).optional()),
    fileName: soft(z.string({ error: () => say('a name, such as "photo.png"') }).optional()),
    contentType: soft(z.string({ error: () => say('a MIME type, such as "image/png"') }).optional()),
  };
  const textBody = {
    contentType: text('a MIME type, such as "application/json"'),
    text: text('the body as a string, such as "{}"'),
  };
  const body = {
    ...textBody,
    multipart: soft(
      z
        .array(
          object(part, () => aPart),
          { error: () => say('a list of parts, such as [{sample}]', { sample: aPart }) },
        )
        .optional(),
    ),
  };
  const bodyOf = soft(object(body, () => say(aBody)).nullish());
  const error = {
    name: text('a name, such as "unauthenticated"'),
    status: number('the error status that the API answers with, such as 401'),
    method: soft(z.string({ error: () => say(aMethod) }).optional()),
    path: soft(z.string({ error: () => say(aPath) }).optional()),
    query,
    body: bodyOf,
    headers: headersOf(
      z.union([z.string(), z.null(), z.undefined()], { error: () => say('a string, or null') }),
    ),
  };
  const route = {
    path: text(aPath),
    methods: texts('a list of methods, such as ["GET", "POST"]', aMethod),
    pathParameters: soft(
      z
        .record(z.string(), soft(textOrNumber), {
          error: () => say('names and values, such as { id: "42" }'),
        })
        .optional(),
    ),
    query,
    requestHeaders: soft(nameTexts.nullish()),
    session: soft(z.string({ error: () => say('the name of a session, such as "user"') }).nullish()),
    credentials: soft(z.enum(['omit', 'include'], { error: () => say('"omit" or "include"') }).optional()),
    exposedHeaders: soft(nameTexts.optional()),
    preflightCacheSeconds: soft(z.number({ error: () => say('a number of seconds, such as 600') }).nullish()),
    public: flag,
    send: flag,
    body: bodyOf,
    headers: headersOf(z.union([z.string(), z.undefined()], { error: () => say('a string') })),
    kind: soft(
      z
        .enum(['fetch', 'event-source', 'websocket'], {
          error: () => say('"fetch", "event-source" or "websocket"'),
        })
        .optional(),
    ),
    protocols: soft(
      texts('a list of subprotocols, such as ["graphql-transport-ws"]', 'a subprotocol in quotes').optional(),
    ),
    as: soft(
      z
        .enum(['image', 'font', 'module', 'stylesheet'], {
          error: () => say('"image", "font", "module" or "stylesheet"'),
        })
        .nullish(),
    ),
    status: soft(z.union([z.number(), z.array(number(aStatus))], { error: () => say(aStatus) }).nullish()),
    errors: soft(
      z
        .array(
          object(error, () => anError),
          {
            error: () => say('a list of error requests, such as [{sample}]', { sample: anError }),
          },
        )
        .optional(),
    ),
    trustedOrigins: soft(origins.nullish()),
    levels,
  };
  const source = {
    cookie: soft(z.string({ error: () => say('the name of a cookie') }).optional()),
    header: soft(z.string({ error: () => say('the name of a response header') }).optional()),
    body: soft(z.string({ error: () => say('a JSON pointer, such as "/token"') }).optional()),
    prefix: soft(z.string({ error: () => say('a text, such as "Bearer "') }).optional()),
  };
  const sources = soft(
    z
      .record(
        z.string(),
        object(source, () => aSource),
        {
          error: () =>
            say('names of headers, and where their values come from, such as {sample}', {
              sample: `{ "x-csrf-token": ${aSource} }`,
            }),
        },
      )
      .optional(),
  );
  const login = {
    method: text(aMethod),
    path: text(aPath),
    headers: headersOf(z.union([z.string(), z.undefined()], { error: () => say('a string') })),
    headersFrom: sources,
    body: soft(object(textBody, () => say(aBody)).nullish()),
  };
  const session = {
    page: soft(
      z
        .array(
          object(login, () => aLogin),
          { error: () => say('a list of requests, such as [{sample}]', { sample: aLogin }) },
        )
        .nullish(),
    ),
    open: soft(
      z
        .union([z.boolean(), z.custom<() => unknown>((value) => typeof value === 'function')], {
          error: () =>
            say('an async function, such as async ({ fetch }) => ({ headers: { authorization: "…" } })'),
        })
        .optional(),
    ),
    storageState: soft(z.string({ error: () => say('the path of a file, such as "user.json"') }).nullish()),
    cookies: soft(
      texts('a list of cookie names, such as ["sid"]', 'the name of a cookie in quotes').optional(),
    ),
    headersFrom: sources,
    timeoutMs: soft(z.number({ error: () => say('a number of milliseconds, such as 10000') }).optional()),
  };
  const limits = {
    requestsInFlight: soft(z.number({ error: () => say('a whole number, such as 6') }).optional()),
    requestsPerSecond: soft(z.number({ error: () => say('a number, such as 10') }).nullish()),
    probeTimeoutMs: soft(
      z.number({ error: () => say('a number of milliseconds, such as 10000') }).optional(),
    ),
    runTimeoutMs: soft(z.number({ error: () => say('a number of milliseconds, such as 600000') }).optional()),
    responseBytes: soft(z.number({ error: () => say('a number of bytes, such as 1048576') }).optional()),
  };
  const start = {
    command: text('a command, such as "npm start"'),
    url: soft(
      z.string({ error: () => say('an address, such as "http://127.0.0.1:8080/health"') }).optional(),
    ),
    timeoutMs: soft(z.number({ error: () => say('a number of milliseconds, such as 60000') }).optional()),
  };
  const target = z.union(
    [
      z.string(),
      z.strictObject({ kind: z.literal('demo') }),
      z.strictObject({ kind: z.literal('url'), origin: z.string(), basePath: z.string() }),
    ],
    { error: () => say('the address of your API, such as "https://api.example.com"') },
  );
  const policy = {
    target: soft(target),
    start: soft(object(start, () => say(aStart)).nullish()),
    trustedOrigins: origins,
    routes: soft(
      z.array(
        object(route, () => aRoute),
        { error: () => say('a list of routes, such as [{sample}]', { sample: aRoute }) },
      ),
    ),
    failOn: soft(failOn.optional()),
    levels,
    sessions: soft(
      z
        .record(
          z.string(),
          object(session, () => aSession),
          {
            error: () =>
              say('sessions by their names, such as {sample}', { sample: `{ user: ${aSession} }` }),
          },
        )
        .optional(),
    ),
    unknownPath: flag,
    stack: soft(z.string({ error: () => say('a name, such as "nginx"') }).nullish()),
    proveFix: flag,
    limits: soft(object(limits, () => say('limits, such as { requestsPerSecond: 10 }')).optional()),
    alsoContact: soft(texts('a list of hosts, such as ["login.example.com"]', 'a host in quotes').optional()),
    secrets: soft(
      z
        .array(z.union([z.string(), z.null(), z.undefined()], { error: () => say('a string') }), {
          error: () => say('a list of strings'),
        })
        .optional(),
    ),
  };
  return {
    shape: object(policy, () => say('an object: definePolicy({ … })')),
    fields: { policy, start, route, error, body, textBody, part, limits, pattern, session, login, source },
  };
}

const aStart = 'how it is started, such as { command: "npm start" }';
const aPattern = '{ pattern: "https://*.example.com", sample: "https://shop.example.com" }';
const anOrigin = 'an origin, such as "https://app.example.com"';
const aMethod = 'a method, such as "GET"';
const aStatus = 'a status, such as 200, or a list of them';
const aPath = 'a path, such as "/users"';
const aBody = 'a body, such as { contentType: "application/json", text: "{}" }';
const aPart = '{ name: "file", bytes: 2000000 }';
const aRoute = '{ path: "/users", methods: ["GET"] }';
const aSource = '{ cookie: "csrftoken" }';
const aLogin = '{ method: "POST", path: "/login" }';
const aSession = `{ page: [${aLogin}] }`;
const anError = '{ name: "unauthenticated", status: 401 }';

const { shape: lenientShape } = shapesOf('lenient');
const { shape: strictShape, fields } = shapesOf('strict');
const keys = {
  policy: Object.keys(fields.policy),
  start: Object.keys(fields.start),
  route: Object.keys(fields.route),
  error: Object.keys(fields.error),
  body: Object.keys(fields.body),
  textBody: Object.keys(fields.textBody),
  part: Object.keys(fields.part),
  limits: Object.keys(fields.limits),
  pattern: Object.keys(fields.pattern),
  session: Object.keys(fields.session),
  login: Object.keys(fields.login),
  source: Object.keys(fields.source),
};
