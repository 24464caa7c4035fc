import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { provisionFolder } from '../../servers/fix-runner/places.ts';
import type { Install, Library } from '../../servers/conformance-runner/library.ts';
import type { LoadedLibrary } from '../../servers/conformance-runner/load.ts';
import { aptInstall, onPath } from '../provision/debian.mjs';
import { run } from '../provision/run.mjs';

/** Where the libraries are installed, each in a folder of its own; ignored by git. */
const installedFolder = join(provisionFolder, 'conformance');
/** What the package managers keep between libraries. */
const sharedFolder = join(provisionFolder, 'conformance-shared');

/** What is installed, and where. */
export interface Installed {
  readonly system: string;
  /** What was pinned and what it runs on, as `Express 5.3.0`. */
  readonly versions: readonly string[];
}

type FromSomewhere = Exclude<Install, { readonly from: 'nowhere' }>;

/** Installs what a library asks for, unless the same is there, and builds it. Rejects with what the package manager says. */
export async function install(
  { library, folder }: LoadedLibrary,
  from: FromSomewhere,
  say: (line: string) => void,
): Promise<Installed> {
  const system = join(installedFolder, library.id);
  const stampFile = join(system, 'stamp.json');
  const wanted = await fingerprint(library, folder);
  const there = await readFile(stampFile, 'utf8').catch(() => '');
  if (there !== wanted) {
    say('installing');
    await rm(system, { recursive: true, force: true });
    await mkdir(system, { recursive: true });
    for (const name of await ownFiles(folder))
      await cp(join(folder, name), join(system, name), { recursive: true });
    await installers[from.from](system, from, say);
    if (library.build !== undefined) await build(system, library.build);
    await writeFile(stampFile, wanted);
  }
  return { system, versions: await versionsOf(system, from) };
}

/** Returns the environment of a build: caches of our own, no toolchain but the one that is there. */
const buildEnvironment = (system: string): NodeJS.ProcessEnv => ({
  ...process.env,
  GOFLAGS: '-mod=mod -buildvcs=false -modcacherw',
  GOTOOLCHAIN: 'local',
  GOCACHE: join(sharedFolder, 'go-build'),
  GOMODCACHE: join(sharedFolder, 'go-modules'),
  CARGO_TARGET_DIR: join(sharedFolder, 'cargo-target'),
  SYSTEM: system,
});

async function build(system: string, [command, ...rest]: readonly [string, ...string[]]): Promise<void> {
  await run(command, rest, { cwd: system, env: buildEnvironment(system) });
}

type Installer = (system: string, from: FromSomewhere, say: (line: string) => void) => Promise<void>;

const installers: Readonly<Record<FromSomewhere['from'], Installer>> = {
  npm: async (system, { packages }) => {
    const manifest = { private: true, type: 'module', dependencies: packages };
    await writeFile(join(system, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: system });
  },
  pypi: async (system, { packages }) => {
    const python = join(system, 'python');
    await run('python3', ['-m', 'venv', python]);
    const wanted = Object.entries(packages).map(([name, version]) => `${name}==${String(version)}`);
    await run(
      join(python, 'bin', 'python'),
      ['-m', 'pip', 'install', '--disable-pip-version-check', '--quiet', ...wanted],
      { cwd: system },
    );
  },
  go: async (system, { packages }) => {
    const required = Object.entries(packages).map(
      ([path, version]) => `-require=${path}@v${String(version)}`,
    );
    await writeFile(join(system, 'go.mod'), 'module conformance\n');
    const env = buildEnvironment(system);
    await run('go', ['mod', 'edit', '-go=1.24', ...required], { cwd: system, env });
    await run('go', ['build', '-o', 'server', '.'], { cwd: system, env });
  },
  maven: async (system, from) => {
    await writeFile(join(system, 'pom.xml'), pomOf(from));
    await run('mvn', [
      '--batch-mode',
      '--quiet',
      `--file=${join(system, 'pom.xml')}`,
      `-Dmaven.repo.local=${join(sharedFolder, 'maven')}`,
      `-DoutputDirectory=${join(system, 'lib')}`,
      'org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies',
    ]);
  },
  crates: async (system, { packages }) => {
    const lines = Object.entries(packages).map(([name, wanted]) =>
      typeof wanted === 'string'
        ? `${name} = "=${wanted}"`
        : `${name} = { version = "=${wanted.version}", features = ${JSON.stringify(wanted.features)} }`,
    );
    const name = system.split('/').at(-1) ?? '';
    const manifest = `[package]\nname = "${name}"\nversion = "0.0.0"\nedition = "2021"\n\n[[bin]]\nname = "${name}"\npath = "server.rs"\n\n[dependencies]\n${lines.join('\n')}\n\n[profile.dev]\ndebug = false\n`;
    await writeFile(join(system, 'Cargo.toml'), manifest);
    await run('cargo', ['build', '--quiet'], { cwd: system, env: buildEnvironment(system) });
    await cp(join(sharedFolder, 'cargo-target', 'debug', name), join(system, 'server'));
  },
  debian: async (_, from, say) => {
    if (from.from !== 'debian' || (from.command !== undefined && onPath(from.command))) return;
    await aptInstall(from.packages, say);
  },
};

function pomOf(from: FromSomewhere): string {
  if (from.from !== 'maven') return '';
  const dependency = ([coordinates, version]: readonly [string, string], rest: string): string => {
    const [group = '', artifact = ''] = coordinates.split(':');
    const said = version === '' ? '' : `<version>${version}</version>`;
    return `<dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId>${said}${rest}</dependency>`;
  };
  const boms = Object.entries(from.boms ?? {}).map((one) =>
    dependency(one, '<type>pom</type><scope>import</scope>'),
  );
  const own = Object.entries(from.packages).map((one) => dependency(one, ''));
  return `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion><groupId>api</groupId><artifactId>api</artifactId><version>1</version><packaging>pom</packaging><dependencyManagement><dependencies>${boms.join('')}</dependencies></dependencyManagement><dependencies>${own.join('')}</dependencies></project>\n`;
}

async function fingerprint({ install: wanted, build: command }: Library, folder: string): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify([wanted, command, process.versions.modules]));
  for (const name of await ownFiles(folder))
    hash.update(`\0${name}\0`).update(await readFile(join(folder, name)));
  return hash.digest('hex');
}

/** Resolves to the names of the files that run; what is said of them in TypeScript is ours. */
export async function ownFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name !== 'library.ts')
    .map(({ name }) => name)
    .toSorted();
}

async function versionsOf(system: string, from: FromSomewhere): Promise<readonly string[]> {
  switch (from.from) {
    case 'npm':
      return [...pinned(from.packages), `Node ${process.versions.node}`];
    case 'pypi': {
      const python = await run(join(system, 'python', 'bin', 'python'), ['--version']);
      return [...pinned(from.packages), python.trim()];
    }
    case 'go':
      return [...pinned(from.packages), firstOf(/go(\d\S*)/, await run('go', ['version']), 'Go')];
    case 'maven': {
      const jars = await readdir(join(system, 'lib'));
      const own = Object.keys(from.packages).map((coordinates) => {
        const artifact = coordinates.split(':')[1] ?? '';
        const jar = jars.find(
          (name) => name.startsWith(`${artifact}-`) && /^\d/.test(name.slice(artifact.length + 1)),
        );
        return `${artifact} ${(jar ?? '').slice(artifact.length + 1).replace(/\.jar$/, '')}`;
      });
      return [...own, firstOf(/version "([^"]+)"/, await run('sh', ['-c', 'java -version 2>&1']), 'Java')];
    }
    case 'crates': {
      const own = Object.entries(from.packages).map(
        ([name, wanted]) => `${name} ${typeof wanted === 'string' ? wanted : wanted.version}`,
      );
      return [...own, firstOf(/rustc (\S+)/, await run('rustc', ['--version']), 'Rust')];
    }
    case 'debian': {
      const said = await run('dpkg-query', ['-W', '-f', '${Package} ${Version}\\n', ...from.packages]);
      return said.trim().split('\n');
    }
    default:
      return from satisfies never;
  }
}

const pinned = (packages: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(packages).map(([name, version]) => `${name} ${version}`);

const firstOf = (pattern: RegExp, text: string, name: string): string =>
  `${name} ${pattern.exec(text)?.[1] ?? ''}`;
