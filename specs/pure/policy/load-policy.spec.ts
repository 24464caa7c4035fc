import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { loadPolicy } from '../../../src/policy/load-policy.ts';
import { PolicyError, validatePolicy } from '../../../src/policy/policy.ts';
import { messageOf } from './sample.ts';

type Files = Readonly<Record<string, string>>;

const test = base.extend<{ folderWith: (files: Files) => string }>({
  folderWith: async ({}, use) => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'cors-policy-')));
    await use((files) => {
      for (const [name, source] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), source);
      }
      return folder;
    });
    rmSync(folder, { recursive: true });
  },
});

const literal = `{
  target: 'https://api.example.com/v1',
  trustedOrigins: ['https://app.example.com'],
  routes: [{ path: '/users', methods: ['GET'] }],
}`;
const json =
  '{"target":"https://api.example.com/v1","trustedOrigins":["https://app.example.com"],"routes":[{"path":"/users","methods":["GET"]}]}';
const expected = validatePolicy(JSON.parse(json));
const esModule = `import { definePolicy } from 'cors-conformance';\nexport default definePolicy(${literal});\n`;
const commonJs = `const { definePolicy } = require('cors-conformance');\nmodule.exports = definePolicy(${literal});\n`;
const typed = `import { definePolicy, type PolicyInput } from 'cors-conformance';
interface Named { readonly name: string }
const named = { name: 'x' } satisfies Named;
const policy: PolicyInput = ${literal};
export default definePolicy(policy);
`;
const ownSource = resolve(import.meta.dirname, '../../../src/policy/define-policy.ts');
const asModule = { 'package.json': '{"type":"module"}' };
const asCommonJs = { 'package.json': '{"type":"commonjs"}' };

const forms: readonly (readonly [title: string, files: Files])[] = [
  ['TypeScript in a folder without package.json', { 'cors.policy.ts': typed }],
  ['TypeScript in an ES module package', { ...asModule, 'cors.policy.ts': typed }],
  ['TypeScript in a CommonJS package', { ...asCommonJs, 'cors.policy.ts': typed }],
  ['.mts', { ...asCommonJs, 'cors.policy.mts': typed }],
  ['.js in an ES module package', { ...asModule, 'cors.policy.js': esModule }],
  ['.js in a CommonJS package', { ...asCommonJs, 'cors.policy.js': commonJs }],
  ['.mjs', { ...asCommonJs, 'cors.policy.mjs': esModule }],
  ['.cjs', { ...asModule, 'cors.policy.cjs': commonJs }],
  ['JSON', { 'cors.policy.json': `\ufeff${json}` }],
  ['a plain object', { 'cors.policy.ts': `export default ${literal};` }],
  [
    'a policy that imports another file',
    {
      'cors.policy.ts': `import { routes } from './policy/routes.ts';\nexport default { ...${literal}, routes };`,
      'policy/routes.ts': `export const routes: readonly unknown[] = [{ path: '/users', methods: ['GET'] }];`,
    },
  ],
  ['a promise', { 'cors.policy.ts': `export default Promise.resolve(${literal});` }],
  ['a function', { 'cors.policy.cjs': `module.exports = () => (${literal});` }],
  ['an asynchronous function', { 'cors.policy.ts': `export default async () => (${literal});` }],
  ['an ES module that waits', { 'cors.policy.mjs': `export default await Promise.resolve(${literal});` }],
  [
    'TypeScript that waits',
    { 'cors.policy.ts': `const policy = await Promise.resolve(${literal});\nexport default policy;` },
  ],
  [
    'a policy that imports definePolicy from its source',
    { 'cors.policy.ts': esModule.replace('cors-conformance', ownSource) },
  ],
];

for (const [title, files] of forms) {
  test(`${title} is loaded, and nothing is written`, ({ folderWith }) => {
    const cwd = folderWith(files);
    const before = readdirSync(cwd, { recursive: true });
    expect(loadPolicy({ cwd, env: {} })).toEqual(expected);
    expect(readdirSync(cwd, { recursive: true })).toEqual(before);
  });
}

test('a policy file that was changed is loaded anew', ({ folderWith }) => {
  const cwd = folderWith({ 'cors.policy.ts': esModule });
  loadPolicy({ cwd, env: {} });
  folderWith({ 'cors.policy.ts': esModule.replace('/users', '/posts') });
  expect(loadPolicy({ cwd, env: {} }).routes.map(({ path }) => path)).toEqual(['/posts']);
});

test('the environment comes before the file', ({ folderWith }) => {
  const cwd = folderWith({ 'cors.policy.ts': 'throw new Error("not read");' });
  const env = { CORS_TARGET_URL: 'http://127.0.0.1:8080/a', CORS_ORIGIN: 'https://app.example.com' };
  expect(loadPolicy({ cwd, env }).routes.map(({ path }) => path)).toEqual(['/a']);
});

test("an address alone takes the place of the file's target", ({ folderWith }) => {
  const cwd = folderWith({ 'cors.policy.ts': esModule });
  const env = {
    CORS_TARGET_URL: 'http://127.0.0.1:8080/v2',
    CORS_FAIL_ON: 'warn',
    CORS_UNKNOWN_PATH: '0',
    CORS_PROVE_FIX: '1',
    CORS_STACK: 'caddy',
  };
  expect(loadPolicy({ cwd, env })).toEqual({
    ...expected,
    target: { kind: 'url', origin: 'http://127.0.0.1:8080', basePath: '/v2' },
    failOn: 'warn',
    unknownPath: false,
    proveFix: true,
    stack: 'caddy',
  });
});

test("what the file starts is not started where another API takes its target's place", ({ folderWith }) => {
  const started = json.replace('https://api.example.com', 'http://127.0.0.1:8080');
  const cwd = folderWith({
    'cors.policy.json': started.replace('{', '{"start":{"command":"npm start"},'),
  });
  const startOf = (CORS_TARGET_URL?: string) =>
    loadPolicy({ cwd, env: { CORS_TARGET_URL } }).start?.url ?? null;
  expect([
    startOf(),
    startOf('http://127.0.0.1:8080/v2'),
    startOf('http://127.0.0.1:8081/v1'),
    startOf('https://staging.example.com/v1'),
  ]).toEqual(['http://127.0.0.1:8080/v1', 'http://127.0.0.1:8080/v2', null, null]);
});

test("the project's own policy is valid", () => {
  const { target, routes } = loadPolicy({ cwd: resolve(import.meta.dirname, '../../..'), env: {} });
  expect({ target, paths: routes.map(({ path }) => path) }).toEqual({
    target: { kind: 'demo' },
    paths: ['/users', '/users/{id}', '/private', '/status'],
  });
});

const address = { CORS_TARGET_URL: 'http://127.0.0.1:8080' };
const write = 'write export default definePolicy({ … })';
const demo = literal.replace(/'https:.*v1'/, "'demo'");
const refused: readonly (readonly [title: string, files: Files, message: string, env?: typeof address])[] = [
  [
    'an address with the policy of the demo API',
    { 'cors.policy.ts': `export default ${demo};` },
    'CORS_TARGET_URL "http://127.0.0.1:8080" is another API than the demo API that cors.policy.ts describes: declare your own in cors.policy.ts, or set CORS_ORIGIN to the origin whose pages may read it.',
    address,
  ],
  [
    'an address with the normalized policy of the demo API',
    { 'cors.policy.json': json.replace('"https://api.example.com/v1"', '{"kind":"demo"}') },
    'CORS_TARGET_URL "http://127.0.0.1:8080" is another API than the demo API that cors.policy.json describes: declare your own in cors.policy.ts, or set CORS_ORIGIN to the origin whose pages may read it.',
    address,
  ],
  [
    'two policy files',
    { 'cors.policy.ts': esModule, 'cors.policy.json': json },
    'cors.policy.json is a second policy beside cors.policy.ts: remove one of the two.',
  ],
  [
    'a file that throws',
    { 'cors.policy.ts': `interface A {\n  a: string }\n\nthrow new TypeError('API_TOKEN is not set');` },
    'cors.policy.ts:4 throws "TypeError: API_TOKEN is not set": correct it.',
  ],
  [
    'a file that imports one that throws',
    {
      'cors.policy.ts': `import './parts/routes.ts';\nexport default {};`,
      'parts/routes.ts': `\n\nfunction fail(): never {\n  throw new Error('no routes');\n}\nfail();`,
    },
    'parts/routes.ts:4 throws "Error: no routes": correct it.',
  ],
  [
    'a file that imports a missing one',
    { 'cors.policy.ts': `\nimport './parts/routes.ts';\nexport default {};` },
    'cors.policy.ts:2 throws "Error: Cannot find module \'./parts/routes.ts\'": correct it.',
  ],
  [
    'a file that does not parse',
    { 'cors.policy.ts': `export default {\n  target: 'demo',,\n};` },
    'cors.policy.ts:2 throws "ParseError: Unexpected token": correct it.',
  ],
  [
    'a file that throws no error',
    { 'cors.policy.ts': `throw 'nothing';` },
    'cors.policy.ts throws "nothing": correct it.',
  ],
  [
    'a file without a default export',
    { 'cors.policy.ts': `export const policy = ${literal};` },
    `cors.policy.ts has no default export: ${write}.`,
  ],
  [
    'a text',
    { 'cors.policy.ts': `export default 'demo';` },
    `cors.policy.ts exports a string by default: ${write}.`,
  ],
  [
    'a function within a policy',
    { 'cors.policy.ts': esModule.replace("'/users'", '() => "/users"') },
    'routes[0].path is a function: write a path, such as "/users".',
  ],
  [
    'a getter that throws',
    {
      'cors.policy.ts': `export default { ...${literal}, get limits() { throw new Error('no limits'); } };`,
    },
    'limits throws "Error: no limits": correct it.',
  ],
  [
    'a getter that throws within a route',
    { 'cors.policy.ts': esModule.replace("path: '/users'", "get path() { throw new Error('no path'); }") },
    'routes[0].path throws "Error: no path": correct it.',
  ],
  [
    'a Proxy',
    { 'cors.policy.ts': `export default new Proxy(${literal}, {});` },
    'cors.policy.ts is a Proxy: write plain objects, lists and texts.',
  ],
  [
    'a Proxy within a policy',
    { 'cors.policy.ts': esModule.replace("['GET']", "new Proxy(['GET'], {})") },
    'routes[0].methods is a Proxy: write plain objects, lists and texts.',
  ],
  [
    'a policy that holds itself',
    { 'cors.policy.ts': `const policy: any = ${literal};\npolicy.limits = policy;\nexport default policy;` },
    'limits.limits.limits.limits is nested more deeply than any part of a policy: write plain objects, lists and texts.',
  ],
  [
    'a file that ends its process',
    { 'cors.policy.ts': `if (true) process.exit(0);\nexport default ${literal};` },
    'cors.policy.ts calls process.exit(): throw an error in its place, which says what is missing.',
  ],
  [
    'a file that waits for ever',
    { 'cors.policy.ts': `await new Promise(() => undefined);\nexport default ${literal};` },
    'cors.policy.ts waits for what never comes: look at each await in it; what signs in, or fetches a token, belongs in the function open of a session.',
  ],
  [
    'a file that never settles while something goes on',
    {
      'cors.policy.ts': `setInterval(() => undefined, 10);\nawait new Promise(() => undefined);\nexport default {};`,
    },
    'cors.policy.ts does not come to an end within 0.5 s: look for a loop in it, or for an answer that it waits for; what signs in, or fetches a token, belongs in the function open of a session.',
  ],
  [
    'a file that fetches a token which it does not get',
    {
      'cors.policy.ts': `const token = await Promise.reject(new Error('fetch failed'));\nexport default ${literal};`,
    },
    'cors.policy.ts:1 throws "Error: fetch failed": correct it; what signs in, or fetches a token, belongs in the function open of a session.',
  ],
  [
    'a file with an endless loop',
    { 'cors.policy.ts': `for (;;);\nexport default ${literal};` },
    'cors.policy.ts does not come to an end within 0.5 s: look for a loop in it, or for an answer that it waits for.',
  ],
  [
    'a file whose promise nobody waits for is rejected',
    { 'cors.policy.ts': `void Promise.reject(new Error('later'));\nawait new Promise(() => undefined);` },
    'cors.policy.ts:1 throws "Error: later": correct it; what signs in, or fetches a token, belongs in the function open of a session.',
  ],
  [
    'JSON that does not parse',
    { 'cors.policy.json': `{\n  "target": "demo",\n}` },
    'cors.policy.json:3:1 is not valid JSON: names and texts need double quotes, and no comma stands behind the last entry.',
  ],
  [
    'JSON of another kind',
    { 'cors.policy.json': '[]' },
    'the policy is a list: write an object: definePolicy({ … }).',
  ],
  [
    'a policy with a problem',
    { 'cors.policy.ts': esModule.replace("'/users'", "'users'") },
    'routes[0].path "users" does not start with a slash: write "/users".',
  ],
];

for (const [title, files, message, env = {}] of refused) {
  test(`${title} is a problem`, ({ folderWith }) => {
    const cwd = folderWith(files);
    const limit = message.includes('within 0.5 s') ? { timeoutMs: 500 } : {};
    expect(messageOf(() => loadPolicy({ cwd, env, ...limit }))).toBe(message);
  });
}

test('a folder with the name of a policy file is a problem', ({ folderWith }) => {
  const cwd = folderWith({ 'cors.policy.ts/index.ts': esModule });
  expect(messageOf(() => loadPolicy({ cwd, env: {} }))).toBe(
    'cors.policy.ts is a folder: rename it, and write the policy in a file.',
  );
});

const sample = `import { definePolicy } from 'cors-conformance';
export default definePolicy({
  target: 'https://api.example.com',
  trustedOrigins: ['https://app.example.com'],
  routes: [{ path: '/users', methods: ['GET', 'POST'], requestHeaders: ['content-type'] }],
});
`;

test('no policy is a problem, and the file to create is shown', ({ folderWith }) => {
  const cwd = folderWith({});
  expect(messageOf(() => loadPolicy({ cwd, env: {} }))).toBe(
    `cors.policy.ts is missing from "${cwd}": set CORS_TARGET_URL and CORS_ORIGIN, or create it, for instance so:\n\n${sample}`,
  );
  expect(messageOf(() => loadPolicy({ cwd, env: address }))).toBe(
    `cors.policy.ts is missing from "${cwd}": set CORS_ORIGIN, or create it, for instance so:\n\n${sample}`,
  );
});

test('the file that is shown is valid', ({ folderWith }) => {
  const cwd = folderWith({ 'cors.policy.ts': sample });
  expect(loadPolicy({ cwd, env: {} }).target).toEqual({
    kind: 'url',
    origin: 'https://api.example.com',
    basePath: '',
  });
});

test('what the policy file threw is the cause', ({ folderWith }) => {
  const cwd = folderWith({ 'cors.policy.ts': `throw new RangeError('too far');` });
  const error = (() => {
    try {
      return loadPolicy({ cwd, env: {} });
    } catch (thrown) {
      return thrown;
    }
  })();
  expect(error).toBeInstanceOf(PolicyError);
  expect(String(error instanceof PolicyError ? error.cause : null)).toBe('RangeError: too far');
});
