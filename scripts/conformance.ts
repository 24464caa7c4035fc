/**
 * Runs libraries of servers/conformance/ and writes what they do: a file of reports/conformance/ for each, and the pages.
 *   npm run conformance [name…]            all, or those that are named
 *   npm run conformance -- --check name…   writes nothing; ends with exit code 1 where a library answers otherwise than its file
 */
import { mkdtemp, mkdir, cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startEngine, type StartedEngine } from '../fixtures/stage/start-engine.ts';
import { askAll, pathsOf } from '../servers/conformance-runner/ask.ts';
import { startBackend } from '../servers/conformance-runner/backend.ts';
import { cellsOf } from '../servers/conformance-runner/cells.ts';
import type { Intent } from '../servers/conformance-runner/library.ts';
import { holeIn } from '../servers/conformance-runner/hole.ts';
import { loadLibraries, type LoadedLibrary } from '../servers/conformance-runner/load.ts';
import { printRow, type IntentResult, type Row } from '../servers/conformance-runner/row.ts';
import { onFreePort, startSoftware } from '../servers/fix-runner/start-software.ts';
import { install, ownFiles } from './conformance/install.ts';
import { judge } from './conformance/judge.ts';

const {
  values: { check },
  positionals: names,
} = parseArgs({ options: { check: { type: 'boolean', default: false } }, allowPositionals: true });

const rowsFolder = new URL('../reports/conformance/', import.meta.url);
const libraries = await loadLibraries();
const unknown = names.filter((name) => !libraries.some(({ library }) => library.id === name));
if (unknown.length > 0) {
  const known = libraries.map(({ library }) => library.id).join(', ');
  console.error(`There is no library ${unknown.join(', ')} in servers/conformance/. There are: ${known}.`);
  process.exit(2);
}
const chosen = names.length === 0 ? libraries : libraries.filter(({ library }) => names.includes(library.id));

const started: StartedEngine[] = [];
/** Starts the browser once, for the first library that is judged. */
async function engine(): Promise<StartedEngine> {
  const [there] = started;
  if (there !== undefined) return there;
  const first = await startEngine('chromium');
  started.push(first);
  return first;
}

const failed: string[] = [];
for (const one of chosen) {
  const { library } = one;
  const began = Date.now();
  try {
    const row = await rowOf(one);
    if (row === null) continue;
    const said = await keep(row);
    console.log(`${library.id}: ${said} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
  } catch (error) {
    console.error(`${library.id}: ${error instanceof Error ? error.message : String(error)}`);
    failed.push(library.id);
  }
}
for (const one of started) await one.close();
if (failed.length > 0) {
  console.error(`Without a result, or with another one: ${failed.join(', ')}.`);
  process.exitCode = 1;
}

/** Resolves to what a library does; `null` of one that cannot be had. */
async function rowOf(loaded: LoadedLibrary): Promise<Row | null> {
  const { library } = loaded;
  if (library.install.from === 'nowhere') {
    console.log(`${library.id}: left out: ${library.install.reason}`);
    return null;
  }
  const { system, versions } = await install(loaded, library.install, (line) =>
    console.log(`${library.id}: ${line}`),
  );
  const intents: Partial<Record<Intent, IntentResult>> = {};
  for (const intent of library.intents) intents[intent] = await resultOf(loaded, system, intent);
  const browser =
    intents.declared?.verdicts == null ? null : `Chromium ${(await engine()).harness.engine.version}`;
  return { id: library.id, date: new Date().toISOString().slice(0, 10), versions, engine: browser, intents };
}

/** Starts a library for one intent, asks it everything, judges it, and ends it. */
async function resultOf(
  { library, folder }: LoadedLibrary,
  system: string,
  intent: Intent,
): Promise<IntentResult> {
  const backend = library.isInFront === true ? await startBackend() : null;
  try {
    const running = await onFreePort(async (port) => {
      await mkdir(join(system, 'runs'), { recursive: true });
      const own = await mkdtemp(join(system, 'runs', `${intent}-`));
      const values: Readonly<Record<string, string>> = {
        node: process.execPath,
        python: join(system, 'python', 'bin', 'python'),
        system,
        folder: own,
        port: String(port),
        intent,
        backend: backend?.origin ?? '',
        backendHost: backend === null ? '' : new URL(backend.origin).host,
        backendPort: backend === null ? '' : new URL(backend.origin).port,
      };
      const place = (text: string): string =>
        text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
      for (const name of await ownFiles(folder)) {
        // Software in front of an API, which takes no arguments, has placeholders in its configuration.
        if (library.isInFront === true)
          await writeFile(join(own, name), place(await readFile(join(folder, name), 'utf8')));
        else await cp(join(folder, name), join(own, name));
      }
      const env = Object.fromEntries(
        Object.entries(library.env ?? {}).map(([name, value]) => [name, place(value)]),
      );
      return startSoftware(library.id, own, library.start.map(place), {
        env: { ...env, PORT: String(port), INTENT: intent },
        ready: { kind: 'listening' },
        port,
        timeoutMs: 180_000,
      });
    });
    try {
      const baseUrl = `http://127.0.0.1:${running.port}`;
      await untilReady(`${baseUrl}${pathsOf(library).items ?? '/'}`);
      const exchanges = await askAll(library, baseUrl);
      const first = exchanges[0];
      // By its defaults it may turn away every page of another origin.
      const answering = exchanges.filter(
        ({ id }) => id === 'get-trusted' || (intent === 'defaults' && id === 'get-bare'),
      );
      if (!answering.some(({ status }) => status === 200)) {
        throw new Error(
          `It answers ${first?.status ?? 'nothing'} to ${first?.method} ${first?.path}. The last it said:\n${running.output()}`,
        );
      }
      const isJudged = intent === 'declared' && library.isJudged !== false;
      const verdicts = isJudged ? await judge(library, baseUrl, await engine()) : null;
      return { cells: cellsOf(intent, exchanges), exchanges, verdicts };
    } finally {
      await running.stop();
    }
  } finally {
    await backend?.close();
  }
}

/**
 * Writes the row, or compares it. A browser of another version, or on a check anything that it runs on, makes no other row:
 * what is compared is what the library says. Resolves to what was done.
 */
async function keep(row: Row): Promise<string> {
  const hole = holeIn(row);
  if (hole !== null) {
    throw new Error(
      `${hole} Nothing is written: tell who makes it, and take the library out of servers/conformance/.`,
    );
  }
  const file = new URL(`${row.id}.json`, rowsFolder);
  const before = await readFile(file, 'utf8').catch(() => null);
  const earlier: Row | null = before === null ? null : JSON.parse(before);
  const compared =
    earlier === null
      ? row
      : {
          ...row,
          date: earlier.date,
          engine: earlier.engine,
          versions: check ? earlier.versions : row.versions,
        };
  if (before === printRow(compared)) return 'as before';
  if (check) {
    failed.push(row.id);
    return before === null ? 'has no file' : differing(file, before, printRow(compared));
  }
  await mkdir(rowsFolder, { recursive: true });
  await writeFile(file, printRow(row));
  return before === null ? 'written' : 'written, and it differs';
}

/** Says where a row differs from its file, by the first line that does. */
function differing(file: URL, before: string, now: string): string {
  const [old, lines] = [before.split('\n'), now.split('\n')];
  const at = lines.findIndex((line, index) => line !== old[index]);
  const name = fileURLToPath(file).split('/').slice(-3).join('/');
  return `differs from ${name}, first in line ${at + 1}, which is now: ${lines[at]?.trim() ?? 'gone'}`;
}

/**
 * Waits while a server answers that it is not ready yet (503), or that it has no routes yet (404), as what listens before it has
 * read its files; at most 20 s, and what it answers then is asked for anyway.
 */
async function untilReady(url: string): Promise<void> {
  const until = Date.now() + 20_000;
  while (Date.now() < until) {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    if (answer.status !== 503 && answer.status !== 404) return;
    // Nothing announces that it is ready; this is the pause between two looks.
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
