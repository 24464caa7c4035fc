import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/** How a project installs packages, and runs what they bring. */
export interface PackageManager {
  readonly name: 'npm' | 'pnpm' | 'yarn' | 'bun';
  /** Command and arguments; what to install follows. */
  readonly add: readonly string[];
  readonly exec: string;
  /** The steps of a GitHub workflow that install what the lock file says. */
  readonly steps: readonly string[];
}

/** What of a project `init` has to know. */
export interface Project {
  readonly folder: string;
  readonly manager: PackageManager;
  /** Those of our packages that cannot be loaded from the folder. */
  readonly missing: readonly string[];
  /** The configuration of Playwright; null if there is none. */
  readonly config: { readonly name: string; readonly text: string } | null;
  /** The text of .gitignore; null if there is none. */
  readonly ignored: string | null;
  /** The folder of the repository, relative to `folder`: empty if it is that. */
  readonly root: string;
  readonly isGitLab: boolean;
  /** Other test runners that take a spec file for their own. */
  readonly otherRunners: readonly string[];
}

/** Looks at the project in `folder`, and changes nothing. */
export function lookAt(folder: string): Project {
  const root = above(folder, '.git') ?? folder;
  const config = configNames.find((name) => existsSync(join(folder, name)));
  const manifest = textOf(join(folder, 'package.json')) ?? '';
  return {
    folder,
    manager: managerOf(folder),
    missing: ['cors-conformance', '@playwright/test'].filter((name) => !isLoadable(folder, name)),
    config: config === undefined ? null : { name: config, text: textOf(join(folder, config)) ?? '' },
    ignored: textOf(join(folder, '.gitignore')),
    root: relative(folder, root),
    isGitLab: existsSync(join(root, '.gitlab-ci.yml')) && !existsSync(join(root, '.github')),
    otherRunners: ['vitest', 'jest'].filter((name) => manifest.includes(`"${name}"`)),
  };
}

const configNames = ['ts', 'js', 'mts', 'mjs', 'cts', 'cjs'].map((ending) => `playwright.config.${ending}`);

const checkout = `- uses: actions/checkout@v4
        with:
          persist-credentials: false`;
const node = (cache: string): string => `- uses: actions/setup-node@v4
        with:
          node-version: 20
          cache: ${cache}`;

const managers = {
  npm: {
    name: 'npm',
    add: ['npm', 'install', '--save-dev'],
    exec: 'npx',
    steps: [checkout, node('npm'), '- run: npm ci'],
  },
  pnpm: {
    name: 'pnpm',
    add: ['pnpm', 'add', '--save-dev'],
    exec: 'pnpm exec',
    steps: [checkout, '- run: corepack enable', node('pnpm'), '- run: pnpm install --frozen-lockfile'],
  },
  yarn: {
    name: 'yarn',
    add: ['yarn', 'add', '--dev'],
    exec: 'yarn',
    steps: [checkout, '- run: corepack enable', node('yarn'), '- run: yarn install --immutable'],
  },
  bun: {
    name: 'bun',
    add: ['bun', 'add', '--dev'],
    exec: 'bunx',
    steps: [checkout, '- uses: oven-sh/setup-bun@v2', '- run: bun install --frozen-lockfile'],
  },
} as const satisfies Readonly<Record<PackageManager['name'], PackageManager>>;

const locks = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
] as const;

/** Returns the package manager whose lock file is nearest, in the folder or above it; npm where there is none. */
function managerOf(folder: string): PackageManager {
  const [, name] = locks.find(([lock]) => existsSync(join(folder, lock))) ?? [null, null];
  if (name !== null) {
    const isClassic =
      name === 'yarn' && (textOf(join(folder, 'yarn.lock')) ?? '').includes('# yarn lockfile v1');
    const manager = managers[name];
    return isClassic
      ? { ...manager, steps: [checkout, node('yarn'), '- run: yarn install --frozen-lockfile'] }
      : manager;
  }
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, '.git')) ? managers.npm : managerOf(parent);
}

/** Returns the nearest folder, from `folder` upwards, that holds `name`; null if there is none. */
function above(folder: string, name: string): string | null {
  if (existsSync(join(folder, name))) return resolve(folder);
  const parent = dirname(folder);
  return parent === folder ? null : above(parent, name);
}

function isLoadable(folder: string, name: string): boolean {
  try {
    createRequire(join(folder, 'package.json')).resolve(name);
    return true;
  } catch {
    return false;
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
