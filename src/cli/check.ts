import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { engines } from '../../fixtures/engines.ts';
import { readyEngines } from '../../fixtures/stage/ready-engines.ts';
import { chooseEngines } from '../browser/choose-engines.ts';
import { BrowserError, findBrowser } from '../browser/find-browser.ts';
import { guardFolder, guardProcess } from '../browser/guard-process.ts';
import { whyAbsent } from '../browser/why-absent.ts';
import { plainText } from '../words/plain-text.ts';
import type { EngineId } from '../model.ts';
import { policyFromEnv } from '../policy/policy-from-env.ts';
import { PolicyError, sentenceOf } from '../policy/problem.ts';
import { defineCommand, type Context } from './command.ts';
import { engineFaults } from './engine-faults.ts';
import type { Given, Option } from './read-arguments.ts';
import { say } from '../words/say.ts';

/** An option that stands for a variable of the environment, by its name. */
interface Asked extends Option {
  readonly variable: string;
}

const asked = {
  origin: {
    variable: 'CORS_ORIGIN',
    value: 'origin',
    isRepeatable: true,
    said: 'whose pages may read it, such as https://app.example.com',
  },
  method: {
    variable: 'CORS_METHODS',
    value: 'method',
    isRepeatable: true,
    said: 'that pages use; without it GET',
  },
  header: {
    variable: 'CORS_HEADERS',
    value: 'name',
    isRepeatable: true,
    said: 'of a request header that a page may send',
  },
  expose: {
    variable: 'CORS_EXPOSED_HEADERS',
    value: 'name',
    isRepeatable: true,
    said: 'of a response header that a page reads',
  },
  status: {
    variable: 'CORS_STATUS',
    value: 'status',
    isRepeatable: true,
    said: 'that the address answers with; without it any ok status',
  },
  credentials: {
    variable: 'CORS_CREDENTIALS',
    value: 'mode',
    said: 'include or omit; without it omit',
  },
  stack: {
    variable: 'CORS_STACK',
    value: 'name',
    said: 'of what answers, such as nginx: whose fix is printed',
  },
  'requests-per-second': {
    variable: 'CORS_REQUESTS_PER_SECOND',
    value: 'number',
    said: 'at most; without it as fast as it answers',
  },
  engine: {
    variable: 'CORS_ENGINES',
    value: 'id',
    isRepeatable: true,
    said: 'chromium, firefox or webkit, or all; without it chromium',
  },
  since: {
    variable: 'CORS_SINCE',
    value: 'report',
    said: 'an earlier report.json, a file or an address: only what is new fails',
  },
  send: { variable: 'CORS_SEND', said: 'unsafe methods really reach the API' },
  'fail-on': {
    variable: 'CORS_FAIL_ON',
    value: 'level',
    said: 'error or warn: warn, and a hazard fails the gate; without it error',
  },
  'prove-fix': {
    variable: 'CORS_PROVE_FIX',
    said: 'try the headers of a corrected server in the browser',
  },
  quiet: { variable: 'CORS_QUIET', said: 'print the verdict and the gate alone' },
} as const satisfies Readonly<Record<string, Asked>>;

/**
 * Judges one address in a run of Playwright's, by what the arguments say of it. The exit code is that of the run, or where
 * there was none 2, because an argument is wrong, or 4, because a browser is missing.
 */
export const checkCommand = defineCommand({
  name: 'check',
  said: 'judge one address, as in: check https://api.example.com/users --origin https://app.example.com',
  usage: ['<address> --origin <origin> [options]'],
  about:
    'Judges one address, and needs no file: npx cors-conformance check https://api.example.com/users --origin https://app.example.com. The answer and the exit code are those of npx playwright test. The reports go to reports/out.',
  options: {
    ...asked,
    report: { value: 'folder', said: 'where the reports go' },
    json: {
      said: 'print report.json in place of the summary, which goes to standard error',
    },
  },
  beside: 'words',
  faults: (given, context) => {
    const own = environmentOf(given, context);
    return [
      ...addressFaults(given.words),
      ...engineFaults(own).map(inOptions),
      ...(given.words.length === 1 ? policyFaults(own) : []),
    ];
  },
  act: async (given, context) => {
    const { cwd, out, error } = context;
    const own = environmentOf(given, context);
    try {
      const choice = await chooseEngines(Object.values(engines), {
        env: own,
        argv: [],
        isInstalled: (engine) => findBrowser(engine) !== null,
        whyAbsent,
      });
      await readyEngines(choice, error);
      if (!given.has('json')) return await play(choice.chosen, cwd, own, 'inherit');
      const exitCode = await play(choice.chosen, cwd, own, process.stderr);
      const report = await readFile(join(own.CORS_REPORT_DIR, 'report.json'), 'utf8').catch(() => null);
      if (report !== null) out(report.trimEnd());
      return exitCode;
    } catch (cause) {
      throw cause instanceof BrowserError ? new BrowserError(inOptions(cause.message), { cause }) : cause;
    }
  },
});

/** Returns the environment of the run: options go before the variables that they stand for. */
function environmentOf(
  given: Given<string>,
  { cwd, env }: Pick<Context, 'cwd' | 'env'>,
): NodeJS.ProcessEnv & { readonly CORS_REPORT_DIR: string } {
  const variables = Object.entries<Asked>(asked).flatMap(([name, { variable, value }]) =>
    given.has(name) ? [[variable, value === undefined ? '1' : given.texts(name).join(',')] as const] : [],
  );
  const folder = (given.text('report') ?? env['CORS_REPORT_DIR'] ?? '').trim();
  return {
    ...env,
    CORS_TARGET_URL: given.words[0],
    ...Object.fromEntries(variables),
    CORS_REPORT_DIR: resolve(cwd, folder === '' ? 'reports/out' : folder),
  };
}

function addressFaults(given: readonly string[]): readonly string[] {
  if (given.length === 1) return [];
  if (given.length === 0) return [say('No address was given.')];
  return [
    say('One address is judged, and {count} were given: {addresses}', {
      count: given.length,
      addresses: given.map(plainText).join(' '),
    }),
  ];
}

/** Returns what a policy of these variables is refused for, each problem a sentence. */
function policyFaults(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    if (policyFromEnv(env) !== null) return [];
    const remedy = say('name an origin whose pages may read it');
    return [sentenceOf({ place: '--origin', value: '', problem: say('is missing'), remedy })];
  } catch (cause) {
    if (cause instanceof PolicyError) return cause.problems.map(sentenceOf).map(inOptions);
    throw cause;
  }
}

/** Returns `text` with the options that were given, or are missing, in place of the variables that they stand for. */
const inOptions = (text: string): string =>
  Object.entries<Asked>(asked)
    .reduce(
      (words, [name, { variable }]) => words.replace(new RegExp(`\\b${variable}\\b`, 'g'), `--${name}`),
      text,
    )
    .replaceAll('CORS_TARGET_URL', 'the address');

/** Runs Playwright on a project of our own, which is removed behind it; its summary is `printed` where it says. Resolves with its exit code. */
async function play(
  chosen: readonly EngineId[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  printed: 'inherit' | NodeJS.WriteStream,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'cors-conformance-check-'));
  guardFolder(folder);
  // As this file is: TypeScript in a checkout, JavaScript in the package.
  const ours = (path: string): URL => new URL(`../../${path}${extname(import.meta.url)}`, import.meta.url);
  const projects = chosen.map((id) => ({ name: id, use: { corsEngine: id } }));
  const config = {
    testDir: folder,
    outputDir: join(folder, 'results'),
    fullyParallel: true,
    workers: '100%',
    projects,
    reporter: [[fileURLToPath(ours('reports/reporter'))]],
  };
  await writeFile(join(folder, 'playwright.config.mjs'), `export default ${JSON.stringify(config)};\n`);
  await writeFile(
    join(folder, 'cors.spec.mjs'),
    `import { corsTarget } from ${JSON.stringify(ours('fixtures/target').href)};\ncorsTarget();\n`,
  );
  try {
    const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
    // Of a group of its own, so that a signal reaches it once, whoever sends it.
    const child = spawn(
      process.execPath,
      [playwright, 'test', '--config', join(folder, 'playwright.config.mjs')],
      {
        cwd,
        env,
        stdio: ['inherit', printed, 'inherit'],
        detached: true,
      },
    );
    const guard = child.pid === undefined ? null : guardProcess(child.pid);
    const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on('SIGTERM', passOn).on('SIGINT', passOn);
    try {
      return await new Promise((done, fail) => {
        child.on('error', fail);
        child.on('close', (exitCode) => done(exitCode ?? 1));
      });
    } finally {
      process.off('SIGTERM', passOn).off('SIGINT', passOn);
      guard?.end();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
