import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import fc from 'fast-check';
import { z } from 'zod';
import { deriveCases } from '../../../src/plan/derive-cases.ts';
import { evaluatePolicyFile } from '../../../src/policy/policy-file.ts';
import { validatePolicy } from '../../../src/policy/validate-policy.ts';
import { policyInput } from '../../../src/sketch/policy-input.ts';
import { policyText } from '../../../src/sketch/policy-text.ts';
import { variablesOf, type Sketch } from '../../../src/sketch/sketch.ts';

/** They are evaluated in one thread: each thread takes its time. */
const together = 20;
const numRuns = process.env['CORS_SUITE'] === 'all' ? 20 : 1;

const hostile = fc.constantFrom(
  "'); process.exit(1); ('",
  '*/ // `${process.exit(1)}` \\',
  '\n});\nprocess.exit(1);\r\u2028process.exit(1);',
  '\u202e\u0007\ud83d\ude00',
);
const text = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1 }), hostile);
const word = text.filter((value) => !/^\.+$|^(?:undefined|null)$/.test(value) && value.trim() !== '');
const env = fc.constantFrom('SKETCH_TOKEN', 'SKETCH_KEY');
const inQuery = fc.oneof(
  word,
  env.map((name) => ({ prefix: '', env: name })),
);
const inHeader = fc.oneof(
  fc.stringMatching(/^[!-~]{1,20}$/).filter((value) => !/(?:undefined|null|\])$/.test(value)),
  env.map((name) => ({ prefix: 'Bearer ', env: name })),
);
const sourced = <Value>(value: fc.Arbitrary<Value>) => fc.record({ value, from: text });
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(sourced(value), { nil: undefined });

const route = (name: string) =>
  fc
    .record({
      path: sourced(fc.constant(`/${name}/{id}`)),
      methods: sourced(fc.uniqueArray(fc.constantFrom('GET', 'PUT', 'POST', 'PATCH'), { minLength: 1 })),
      pathParameters: sourced(fc.record({ id: inQuery })),
      query: maybe(fc.dictionary(word, inQuery, { maxKeys: 3, noNullPrototype: true })),
      requestHeaders: sourced(fc.constant(['content-type', 'x-key'])),
      headers: maybe(fc.record({ 'x-key': inHeader })),
      credentials: maybe(fc.constant('include' as const)),
      session: maybe(fc.constant(true as const)),
      exposedHeaders: maybe(fc.constant(['x-total-count'])),
      preflightCacheSeconds: maybe(fc.integer({ min: 0, max: 86_400 })),
      body: maybe(
        fc.constantFrom(
          { contentType: 'application/json', text: '{"a":"\\u2028"}' },
          {
            multipart: [
              { name: "it's", text: '`${1}`' },
              { name: 'file', bytes: 10, fileName: 'upload.png' },
            ],
          },
        ),
      ),
      status: maybe(fc.constantFrom([200], [200, 404])),
      errors: fc.option(
        fc.tuple(
          sourced(
            fc.record({ name: word, status: fc.integer({ min: 400, max: 599 }), method: fc.constant('GET') }),
          ),
        ),
        { nil: undefined },
      ),
      remarks: fc.option(fc.array(text, { maxLength: 2 }), { nil: undefined }),
    })
    // No other method that is drawn carries a body.
    .map((drawn) =>
      drawn.methods.value.some((method) => method !== 'GET') ? drawn : { ...drawn, body: undefined },
    );

const session = fc.record({
  page: fc.array(
    sourced(
      fc.record({
        method: fc.constant('POST'),
        path: fc.constant('/login'),
        headers: fc.record({ 'x-key': inHeader }),
        headersFrom: fc.constant({}),
        body: fc.option(
          fc.record({ contentType: fc.constant('text/plain'), text: fc.array(inQuery, { maxLength: 3 }) }),
          { nil: undefined },
        ),
      }),
    ),
    { minLength: 1, maxLength: 2 },
  ),
  headersFrom: sourced(word.map((value) => ({ 'x-key': { body: `/${value}`, prefix: value } }))),
});

const sketch: fc.Arbitrary<Sketch> = fc.record({
  target: sourced(fc.constantFrom('https://api.example.com', 'http://127.0.0.1:8080/v1')),
  trustedOrigins: fc.tuple(
    sourced(fc.constant('https://app.example.com')),
    sourced(fc.constant('capacitor://localhost')),
  ),
  session,
  routes: fc
    .uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 3 })
    .chain((names) => fc.tuple(...names.map(route))),
  leftOut: fc.constant([]),
});

/** Evaluates policy files, all in one thread. */
function evaluated(files: readonly string[]): unknown[] {
  const folder = mkdtempSync(join(tmpdir(), 'cors-policy-'));
  try {
    files.forEach((text, index) => writeFileSync(join(folder, `policy-${index}.ts`), text));
    const imports = files.map((_, index) => `import p${index} from './policy-${index}.ts';\n`).join('');
    const all = `${imports}export default { all: [${files.map((_, index) => `p${index}`).join()}] };`;
    return ofAll.parse(evaluatePolicyFile(all, folder, 'cors.policy.ts')).all;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const ofAll = z.object({ all: z.array(z.unknown()) });

test('what is written loads as the policy that was sketched, whatever its texts hold, and can be planned', () => {
  process.env['SKETCH_TOKEN'] = 'a-token-of-mine';
  process.env['SKETCH_KEY'] = 'a-key-of-mine';
  const target = { kind: 'url' as const, origin: 'https://api.example.com', basePath: '' };
  try {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: together, maxLength: together }), (sketches) => {
        const written = sketches.map(policyText);
        const loaded = evaluated(written).map(validatePolicy);
        expect(loaded).toEqual(
          sketches.map((one) => validatePolicy(policyInput(one, (name) => process.env[name] ?? ''))),
        );
        expect(
          sketches.flatMap((one, index) =>
            variablesOf(one).filter((name) => written[index]?.includes(process.env[name] ?? '') !== false),
          ),
        ).toEqual([]);
        expect(
          loaded.filter(
            (policy, index) =>
              deriveCases({ ...policy, target }, 'chromium').length < (sketches[index]?.routes.length ?? 1),
          ),
        ).toEqual([]);
      }),
      { numRuns, endOnFailure: true },
    );
  } finally {
    delete process.env['SKETCH_TOKEN'];
    delete process.env['SKETCH_KEY'];
  }
});

test('a line has its comment beside it, or above where both are too long, and a name that is no identifier is quoted', () => {
  const from = 'from app.har';
  expect(
    policyText({
      target: { value: 'https://api.example.com', from },
      trustedOrigins: [{ value: 'https://app.example.com', from: `${from}: it's "mine"` }],
      routes: [
        {
          path: { value: '/users/{id}', from },
          methods: { value: ['GET'], from: '' },
          pathParameters: { value: { id: "O'Hara" }, from },
          requestHeaders: { value: ['authorization', 'x-key'], from: `${from}: ${'long '.repeat(20)}` },
          headers: {
            value: {
              authorization: { prefix: 'Bearer ', env: 'API_TOKEN' },
              'x-key': { prefix: '', env: 'X_KEY' },
            },
            from,
          },
          errors: [
            { value: { name: 'unauthenticated', status: 401, headers: { authorization: null } }, from },
          ],
          remarks: ['Look at this.'],
        },
      ],
      leftOut: [],
    }),
  ).toBe(`import { definePolicy } from 'cors-conformance';

export default definePolicy({
  target: 'https://api.example.com', // from app.har
  trustedOrigins: [
    'https://app.example.com', // from app.har: it's "mine"
  ],
  routes: [
    // Look at this.
    {
      path: '/users/{id}', // from app.har
      methods: ['GET'],
      pathParameters: { id: 'O\\'Hara' }, // from app.har
      // from app.har: ${'long '.repeat(20).trim()}
      requestHeaders: ['authorization', 'x-key'],
      headers: { authorization: \`Bearer \${process.env.API_TOKEN}\`, 'x-key': \`\${process.env.X_KEY}\` }, // from app.har
      errors: [
        { name: 'unauthenticated', status: 401, headers: { authorization: null } }, // from app.har
      ],
    },
  ],
});
`);
});
