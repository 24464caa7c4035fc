import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { PolicyError, validatePolicy } from '../../../src/policy/policy.ts';
import { requestUrl } from '../../../src/policy/request-url.ts';

/** Random policies of each test: more in the whole suite, as they take most of the time of all pure tests. */
const numRuns = process.env['CORS_SUITE'] === 'all' ? 1000 : 150;

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.webUrl(),
  fc.constantFrom('GET', '/a/{b}', '*'),
);
const leaf = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
);
const names = fc.dictionary(text, fc.oneof(leaf, fc.array(leaf, { maxLength: 2 })), { maxKeys: 3 });
const maybe = (likely: fc.Arbitrary<unknown>) => fc.oneof({ weight: 5, arbitrary: likely }, leaf, names);
const list = (each: fc.Arbitrary<unknown>) => maybe(fc.array(maybe(each), { maxLength: 3 }));

/** Objects that have the keys of a policy, and anything in them. */
const policyLike = fc.record(
  {
    target: maybe(fc.webUrl()),
    trustedOrigins: list(fc.webUrl()),
    routes: list(
      fc.record(
        {
          path: maybe(fc.constantFrom('/', '/a/{b}', '/a/:b')),
          methods: list(fc.constantFrom('GET', 'patch', 'POST')),
          pathParameters: maybe(names),
          query: maybe(names),
          requestHeaders: list(fc.constantFrom('X-A', 'cookie', '*')),
          credentials: maybe(fc.constantFrom('omit', 'include')),
          exposedHeaders: list(text),
          preflightCacheSeconds: leaf,
          public: leaf,
          send: leaf,
          body: maybe(fc.record({ contentType: leaf, text: leaf })),
          headers: maybe(names),
          errors: list(
            fc.record({ name: leaf, status: leaf, path: leaf, query: maybe(names), headers: names }),
          ),
          trustedOrigins: list(fc.webUrl()),
        },
        { requiredKeys: [] },
      ),
    ),
    limits: maybe(fc.record({ requestsInFlight: leaf, probeTimeoutMs: leaf, runTimeoutMs: leaf })),
    alsoContact: list(text),
    secrets: list(text),
  },
  { requiredKeys: [] },
);

test('anything but a policy is a PolicyError with at least one problem', () => {
  fc.assert(
    fc.property(fc.oneof(policyLike, fc.jsonValue(), fc.anything()), (input) => {
      const error = errorOf(input);
      if (error === null) return;
      expect(error).toBeInstanceOf(PolicyError);
      expect(error instanceof PolicyError ? error.problems.length : 0).toBeGreaterThan(0);
    }),
    { numRuns },
  );
});

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const origin = fc
  .tuple(fc.constantFrom('http', 'https'), label, fc.constantFrom('', ':8080', ':3000'))
  .map(([scheme, host, port]) => `${scheme}://${host}.example${port}`);
const safeText = fc.string({ minLength: 1 }).filter((value) => !/^\.+$|^(?:undefined|null)$/.test(value));
const headerValue = fc
  .stringMatching(/^[!-~]{1,20}$/)
  .filter((value) => !/(?:undefined|null|\])$/.test(value));

/** Policies that are valid by construction. */
const validPolicy = fc.record({
  target: origin.map((api) => api.replace('.example', '.test')),
  trustedOrigins: fc.uniqueArray(origin, { maxLength: 4 }),
  routes: fc
    .uniqueArray(label, { minLength: 1, maxLength: 3 })
    .chain((paths) => fc.tuple(...paths.map((path) => route(path)))),
  failOn: fc.constantFrom('error' as const, 'warn' as const),
  unknownPath: fc.boolean(),
  stack: fc.option(fc.constantFrom('nginx', 'express', 'go')),
  alsoContact: fc.uniqueArray(
    label.map((host) => `${host}.example`),
    { maxLength: 2 },
  ),
  secrets: fc.array(fc.string({ minLength: 4 }), { maxLength: 2 }),
});

function route(path: string) {
  return fc.record({
    path: fc.constant(`/${path}/{id}`),
    methods: fc.uniqueArray(fc.constantFrom('get', 'HEAD', 'Post', 'PUT', 'PATCH', 'PURGE'), {
      minLength: 1,
    }),
    pathParameters: fc.record({ id: safeText }),
    query: fc.dictionary(safeText, fc.oneof(safeText, fc.array(safeText), fc.integer())),
    requestHeaders: fc.constant(['X-Key', 'Content-Type']),
    exposedHeaders: fc.uniqueArray(label, { maxLength: 3 }),
    preflightCacheSeconds: fc.option(fc.integer({ min: 0, max: 86_400 })),
    public: fc.boolean(),
    send: fc.constant(true),
    headers: fc.record({ 'X-KEY': headerValue }),
    errors: fc
      .record({ name: safeText.map((name) => `error ${name}`), status: fc.integer({ min: 400, max: 599 }) })
      .map((error) => [error]),
  });
}

test('a valid policy is accepted, is not modified, and is the same when it is validated again', () => {
  fc.assert(
    fc.property(validPolicy, (input) => {
      const before = structuredClone(input);
      const policy = validatePolicy(input);
      expect(input).toEqual(before);
      expect(validatePolicy(policy)).toEqual(policy);
      for (const one of policy.routes) {
        const url = new URL(requestUrl({ origin: 'https://api.test', basePath: '/v1' }, one));
        expect([url.origin, url.pathname.split('/').length]).toEqual(['https://api.test', 4]);
      }
    }),
    { numRuns },
  );
});

test('no problem shows a header value', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{8,30}$/), policyLike, (secret, input) => {
      const secretive = {
        ...input,
        trustedOrigins: [secret],
        routes: [{ path: secret, methods: [secret, 7], headers: { authorization: `Bearer ${secret}` } }],
      };
      expect(String(errorOf(secretive)).includes(JSON.stringify(secret).slice(1, -1))).toBe(false);
    }),
    { numRuns },
  );
});

function errorOf(input: unknown): unknown {
  try {
    validatePolicy(input);
    return null;
  } catch (error) {
    return error;
  }
}
