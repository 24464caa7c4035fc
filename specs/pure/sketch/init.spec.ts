import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test as base } from '@playwright/test';
import { initCommand } from '../../../src/cli/init.ts';
import { runCommand, type CommandRun } from '../../support/run-command.ts';
import { loadPolicy } from '../../../src/policy/load-policy.ts';

type FolderWith = (files?: Readonly<Record<string, string>>, packages?: readonly string[]) => string;

const test = base.extend<{ folderWith: FolderWith }>({
  /** Makes a folder that holds `files`, is a repository of its own, and has our packages unless they are missing. */
  folderWith: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'cors-init-'));
    await use((files = {}, packages = ['cors-conformance', '@playwright/test']) => {
      mkdirSync(join(folder, '.git'), { recursive: true });
      const installed = packages.map((name) => [`node_modules/${name}/index.js`, ''] as const);
      for (const [path, text] of [...Object.entries(files), ...installed]) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      return folder;
    });
    rmSync(folder, { recursive: true });
  },
});

async function init(
  folder: string,
  args: readonly string[],
  answers: readonly string[] | null = null,
): Promise<Pick<CommandRun, 'code' | 'out' | 'error'>> {
  const left = [...(answers ?? [])];
  const asked: string[] = [];
  const question = (text: string): Promise<string> => {
    asked.push(text);
    return Promise.resolve(left.shift() ?? '');
  };
  const run = await runCommand(initCommand, args, {
    cwd: folder,
    question: answers === null ? null : question,
  });
  return { code: run.code, out: [...asked, ...run.out], error: run.error };
}

/** Returns what stands in a folder, without what was there before. */
const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !path.startsWith('node_modules'))
    .toSorted();

const known = ['--target', 'https://api.example.com/users?page=2', '--origin', 'https://app.example.com'];

test('a project gets its policy, spec, configuration, ignored folders and workflow, each shown before, and the next command', async ({
  folderWith,
}) => {
  const folder = folderWith();
  const { code, out, error } = await init(folder, known);
  expect([code, error]).toEqual([0, []]);
  const files = [
    '.github/workflows/cors.yml',
    '.gitignore',
    'cors.policy.ts',
    'cors/cors.spec.ts',
    'playwright.config.ts',
  ];
  expect(filesIn(folder)).toEqual(files);
  for (const path of files) {
    expect(out.join('\n')).toContain(`--- ${path}\n${readFileSync(join(folder, path), 'utf8')}`);
  }
  expect(out.slice(-2)).toEqual([
    'Written: cors.policy.ts, cors/cors.spec.ts, playwright.config.ts, .gitignore and .github/workflows/cors.yml.',
    'Read cors.policy.ts, then: npx playwright test cors/cors.spec.ts',
  ]);
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe(
    'node_modules/\nreports/out/\ntest-results/\n',
  );
  const { target, trustedOrigins, routes } = loadPolicy({ cwd: folder, env: {} });
  expect([target, trustedOrigins, routes[0]?.path, routes[0]?.query]).toEqual([
    { kind: 'url', origin: 'https://api.example.com', basePath: '' },
    ['https://app.example.com'],
    '/users',
    'page=2',
  ]);
});

test('--start says how a run starts the API', async ({ folderWith }) => {
  const folder = folderWith();
  await init(folder, [...known, '--start', "npm start -- --name='a'"]);
  expect(readFileSync(join(folder, 'cors.policy.ts'), 'utf8')).toContain(
    "  start: { command: 'npm start -- --name=\\'a\\'' }, // from --start\n",
  );
  expect(loadPolicy({ cwd: folder, env: {} }).start?.command).toBe("npm start -- --name='a'");
});

test('run twice it changes nothing, with the same arguments or with none', async ({ folderWith }) => {
  const folder = folderWith({ '.gitignore': 'dist' });
  await init(folder, known);
  expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toBe('dist\nreports/out/\ntest-results/\n');
  const before = filesIn(folder).map((path) => readFileSync(join(folder, path), 'utf8'));
  for (const args of [known, []]) {
    const { code, out } = await init(folder, args);
    expect(code).toBe(0);
    expect(out).toEqual([
      'cors.policy.ts is there, and stays as it is.',
      'cors/cors.spec.ts is there, and stays as it is.',
      '.github/workflows/cors.yml is there, and stays as it is.',
      'Read cors.policy.ts, then: npx playwright test cors/cors.spec.ts',
    ]);
    expect(filesIn(folder).map((path) => readFileSync(join(folder, path), 'utf8'))).toEqual(before);
  }
});

test('a configuration that is there is not edited: what to add is shown, and the spec goes where it looks', async ({
  folderWith,
}) => {
  const own = "export default { testDir: './e2e', reporter: 'list' };\n";
  const folder = folderWith({
    'playwright.config.mjs': own,
    'package.json': '{"devDependencies":{"vitest":"4"}}',
  });
  const { out } = await init(folder, known);
  expect(readFileSync(join(folder, 'playwright.config.mjs'), 'utf8')).toBe(own);
  expect(existsSync(join(folder, 'e2e/cors.spec.ts'))).toBe(true);
  expect(out.slice(-5)).toEqual([
    'Add to your configuration:',
    '// in playwright.config.mjs, beside the reporters that you have:',
    "reporter: [['cors-conformance/reporter']],",
    "Keep vitest from e2e/cors.spec.ts, which is Playwright's: exclude it in the configuration.",
    'Read cors.policy.ts, then: npx playwright test e2e/cors.spec.ts',
  ]);
});

for (const [lock, add, exec] of [
  ['package-lock.json', 'npm install --save-dev', 'npx'],
  ['pnpm-lock.yaml', 'pnpm add --save-dev', 'pnpm exec'],
  ['yarn.lock', 'yarn add --dev', 'yarn'],
  ['bun.lock', 'bun add --dev', 'bunx'],
] as const) {
  test(`beside ${lock} the commands are those of its package manager`, async ({ folderWith }) => {
    const folder = folderWith({ [lock]: '' }, []);
    const { out } = await init(folder, known);
    expect(out.slice(-2)).toEqual([
      `Install what is missing: ${add} cors-conformance @playwright/test`,
      `Read cors.policy.ts, then: ${exec} playwright test cors/cors.spec.ts`,
    ]);
  });
}

test('--dry-run shows everything, and writes nothing', async ({ folderWith }) => {
  const folder = folderWith();
  const { code, out } = await init(folder, [...known, '--dry-run']);
  expect([code, out.at(-1), filesIn(folder)]).toEqual([0, 'Nothing was written: --dry-run.', []]);
});

test('below the folder of the repository the workflow is in that, and works in the project', async ({
  folderWith,
}) => {
  const folder = folderWith();
  const inner = join(folder, 'apps/api');
  mkdirSync(inner, { recursive: true });
  await init(inner, known);
  const workflow = readFileSync(join(folder, '.github/workflows/cors.yml'), 'utf8');
  expect(workflow).toContain('        working-directory: "apps/api"\n');
  expect(workflow).toContain('          path: apps/api/reports/out\n');
});

test('a secret becomes a variable of the workflow, and is in no file', async ({ folderWith }) => {
  const folder = folderWith();
  const target = 'https://api.example.com/users?api_key=made-up-key';
  const { out } = await init(folder, ['--target', target, '--origin', 'https://app.example.com']);
  const texts = filesIn(folder).map((path) => readFileSync(join(folder, path), 'utf8'));
  expect([...texts, ...out].filter((text) => text.includes('made-up-key'))).toEqual([]);
  expect(readFileSync(join(folder, '.github/workflows/cors.yml'), 'utf8')).toContain(
    '          API_KEY: ${{ secrets.API_KEY }}\n',
  );
  expect(out.at(-2)).toBe('Set API_KEY: they stand for secrets, and none is written.');
});

test('a terminal is asked for what is missing, and whether to write', async ({ folderWith }) => {
  const folder = folderWith();
  const answers = ['https://api.example.com/users', 'https://app.example.com https://admin.example.com', 'n'];
  const { code, out } = await init(folder, [], answers);
  expect([code, out.at(-1), filesIn(folder)]).toEqual([0, 'Nothing was written.', []]);
  expect(out.filter((line) => /\? ?(\[Y\/n\] )?$/.test(line))).toEqual([
    'Which address is judged, such as https://api.example.com/users? ',
    'Which origins may read it, such as https://app.example.com? ',
    'Write cors.policy.ts, cors/cors.spec.ts, playwright.config.ts, .gitignore and .github/workflows/cors.yml? [Y/n] ',
  ]);
  expect((await init(folder, [], [...answers.slice(0, 2), ''])).code).toBe(0);
  expect(loadPolicy({ cwd: folder, env: {} }).trustedOrigins).toEqual([
    'https://app.example.com',
    'https://admin.example.com',
  ]);
});

test('where there is no terminal, everything that is wrong or missing is told, and nothing is written', async ({
  folderWith,
}) => {
  const folder = folderWith();
  const help = 'cors-conformance init --help lists the options.';
  expect(await init(folder, [])).toEqual({
    code: 2,
    out: [],
    error: [
      '--target is missing: name the address of the API, or a recording by --har, or a document by --openapi.',
      '--origin is missing: name an origin whose pages may read the API.',
      help,
    ],
  });
  const wrong = ['--har', 'a.har', '--openapi', 'a.yaml', '--origin', 'https://app.example.com/'];
  expect((await init(folder, wrong)).error).toEqual([
    '--har and --openapi were both given: name one, and add the routes of the other by hand.',
    '--origin "https://app.example.com/" is not a serialized origin: remove the trailing slash; write "https://app.example.com".',
    help,
  ]);
  expect((await init(folder, ['--har', 'a.har'])).error).toEqual([
    'a.har cannot be read (ENOENT): name a file that is there.',
  ]);
  expect((await init(folder, ['--orgin', 'x'])).error).toEqual([
    '--orgin is no option of init: did you mean --origin?',
    help,
  ]);
  expect(filesIn(folder)).toEqual([]);
});
