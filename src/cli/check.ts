import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { engines } from '../../fixtures/engines.ts';
import { readyEngines } from '../../fixtures/stage/ready-engines.ts';
import { askedEngines, chooseEngines } from '../browser/choose-engines.ts';
import { BrowserError, findBrowser } from '../browser/find-browser.ts';
import { guardFolder, guardProcess } from '../browser/guard-process.ts';
import { whyAbsent } from '../browser/why-absent.ts';
import { plainText } from '../words/plain-text.ts';
import type { EngineId } from '../model.ts';
import { policyFromEnv } from '../policy/policy-from-env.ts';
import { PolicyError, sentenceOf } from '../policy/problem.ts';
import { exitCodes, type ExitCode } from '../words/exit-codes.ts';
import { optionSlip } from './option-slip.ts';
import type { Output } from './plan.ts';

/** Each option, the variable that it stands for, and what is said of it; an option without a word is a flag. */
const asked = [
  ['origin', 'CORS_ORIGIN', 'origin', 'whose pages may read it, such as https://app.example.com'],
  ['method', 'CORS_METHODS', 'method', 'that pages use; without it GET'],
  ['header', 'CORS_HEADERS', 'name', 'of a request header that a page may send'],
  ['expose', 'CORS_EXPOSED_HEADERS', 'name', 'of a response header that a page reads'],
  ['status', 'CORS_STATUS', 'status', 'that the address answers with; without it any ok status'],
  ['credentials', 'CORS_CREDENTIALS', 'mode', 'include or omit; without it omit'],
  ['stack', 'CORS_STACK', 'name', 'of what answers, such as nginx: whose fix is printed'],
  ['requests-per-second', 'CORS_REQUESTS_PER_SECOND', 'number', 'at most; without it as fast as it answers'],
  ['engine', 'CORS_ENGINES', 'id', 'chromium, firefox or webkit, or all; without it chromium'],
  ['since', 'CORS_SINCE', 'report', 'an earlier report.json, a file or an address: only what is new fails'],
  ['send', 'CORS_SEND', null, 'unsafe methods really reach the API'],
  ['fail-on', 'CORS_FAIL_ON', 'level', 'error or warn: warn, and a hazard fails the gate; without it error'],
  ['prove-fix', 'CORS_PROVE_FIX', null, 'try the headers of a corrected server in the browser'],
  ['quiet', 'CORS_QUIET', null, 'print the verdict and the gate alone'],
] as const;

type Option = (typeof asked)[number][0];

/** Those that may be given several times, or hold several values between commas. */
const several: ReadonlySet<Option> = new Set(['origin', 'method', 'header', 'expose', 'status', 'engine']);

const usage = `Usage: cors-conformance check <address> --origin <origin> [options]

Judges one address, and needs no file: npx cors-conformance check https://api.example.com/users --origin https://app.example.com
The answer and the exit code are those of npx playwright test. The reports go to reports/out.

${asked.map(([name, , word, said]) => `  ${`--${name}${word === null ? '' : ` <${word}>`}`.padEnd(32)}${said}`).join('\n')}
  ${'--report <folder>'.padEnd(32)}where the reports go
  ${'--json'.padEnd(32)}print report.json in place of the summary, which goes to standard error
  ${'--help, -h'.padEnd(32)}print this

${[...several].map((name) => `--${name}`).join(', ')} may be given several times.`;

const options: NonNullable<ParseArgsConfig['options']> = {
  ...Object.fromEntries(
    asked.map(([name, , word]) => [
      name,
      word === null ? { type: 'boolean' as const } : { type: 'string' as const, multiple: true },
    ]),
  ),
  report: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
};

/**
 * Judges one address in a run of Playwright's, by what the arguments say of it. Resolves with the exit code: that of the
 * run, or where there was none 2, because an argument is wrong, or 4, because a browser is missing.
 */
export async function checkCommand(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  { out, error }: Output,
): Promise<number> {
  const refuse = (problems: readonly string[], code: ExitCode = exitCodes.policy): ExitCode => {
    error(problems.join('\n'));
    return code;
  };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    if (values['help'] === true) {
      out(usage);
      return 0;
    }
    const folder = typeof values['report'] === 'string' ? values['report'] : (env['CORS_REPORT_DIR'] ?? '');
    const own = {
      ...env,
      CORS_TARGET_URL: positionals[0],
      ...variablesOf(values),
      CORS_REPORT_DIR: resolve(cwd, folder.trim() === '' ? 'reports/out' : folder),
    };
    const problems = [
      ...addressProblems(positionals),
      ...repeated(values),
      ...wordsOf(() => void askedEngines(Object.values(engines), own)),
      ...(positionals.length === 1 ? policyProblems(own) : []),
    ];
    if (problems.length > 0) return refuse([...problems, help]);
    const choice = await chooseEngines(Object.values(engines), {
      env: own,
      argv: [],
      isInstalled: (engine) => findBrowser(engine) !== null,
      whyAbsent,
    });
    await readyEngines(choice, error);
    if (values['json'] !== true) return await play(choice.chosen, cwd, own, 'inherit');
    const exitCode = await play(choice.chosen, cwd, own, process.stderr);
    const report = await readFile(join(own.CORS_REPORT_DIR, 'report.json'), 'utf8').catch(() => null);
    if (report !== null) out(report.trimEnd());
    return exitCode;
  } catch (cause) {
    if (cause instanceof BrowserError) return refuse([inOptions(cause.message)], exitCodes.witness);
    const slip = optionSlip(cause, 'check', Object.keys(options));
    if (slip === null) throw cause;
    return refuse([slip, help]);
  }
}

type Values = ReturnType<typeof parseArgs>['values'];

function addressProblems(given: readonly string[]): readonly string[] {
  if (given.length === 1) return [];
  if (given.length === 0) return ['No address was given.'];
  return [`One address is judged, and ${given.length} were given: ${given.map(plainText).join(' ')}`];
}

const help = 'cors-conformance check --help lists the options.';

/** Returns what a policy of these variables is refused for, each problem a sentence. */
const policyProblems = (env: NodeJS.ProcessEnv): readonly string[] =>
  wordsOf(() => {
    if (policyFromEnv(env) !== null) return;
    const remedy = 'name an origin whose pages may read it';
    throw new PolicyError([{ place: 'CORS_ORIGIN', value: '', problem: 'is missing', remedy }]);
  });

/** Returns the sentences of what `action` throws of a policy or an engine, in the words of the options. */
function wordsOf(action: () => void): readonly string[] {
  try {
    action();
    return [];
  } catch (cause) {
    if (cause instanceof PolicyError) return cause.problems.map(sentenceOf).map(inOptions);
    if (cause instanceof BrowserError) return [inOptions(cause.message)];
    throw cause;
  }
}

const repeated = (values: Values): readonly string[] =>
  asked.flatMap(([name]) => {
    const given = values[name];
    return Array.isArray(given) && given.length > 1 && !several.has(name)
      ? [`--${name} was given ${given.length} times: it has one value.`]
      : [];
  });

const variablesOf = (values: Values): Readonly<Record<string, string>> =>
  Object.fromEntries(
    asked.flatMap(([name, variable]) => {
      const given = values[name];
      if (given === undefined) return [];
      return [[variable, Array.isArray(given) ? given.join(',') : '1']];
    }),
  );

/** Returns `text` with the options that were given, or are missing, in place of the variables that they stand for. */
const inOptions = (text: string): string =>
  asked
    .reduce(
      (words, [name, variable]) => words.replace(new RegExp(`\\b${variable}\\b`, 'g'), `--${name}`),
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
