import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseUrl } from '../fetch-standard/urls.ts';
import { policyFileNames } from '../policy/load-policy.ts';
import { originFault } from '../policy/lint-url.ts';
import { PolicyError, sentenceOf } from '../policy/problem.ts';
import { askByHttp } from '../sketch/ask.ts';
import { sketchFromAddress } from '../sketch/from-address.ts';
import { sketchFromHar } from '../sketch/from-har.ts';
import { sketchFromOpenApi } from '../sketch/from-openapi.ts';
import { observe } from '../sketch/observe.ts';
import { fitting } from '../sketch/policy-input.ts';
import { policyText } from '../sketch/policy-text.ts';
import { readHar } from '../sketch/read-har.ts';
import { readOpenApi } from '../sketch/read-openapi.ts';
import { variablesOf, type Sketch } from '../sketch/sketch.ts';
import { targetAt } from '../sketch/target.ts';
import { listed } from '../words/spoken.ts';
import { plainText } from '../words/plain-text.ts';
import { exitCodes } from '../words/exit-codes.ts';
import { defineCommand, type Context } from './command.ts';
import { configLines, projectFiles, specPath, type ProjectFile } from './project-files.ts';
import { lookAt, type Project } from './project.ts';
import { say, type Told } from '../words/say.ts';

interface Wanted {
  readonly target: string | null;
  readonly origin: readonly string[];
  readonly har: string | null;
  readonly openapi: string | null;
  readonly start: string | null;
  readonly observe: boolean;
}

/**
 * Writes what a project needs to be judged. The exit code is 2 where nothing was written, because an argument or a file is
 * wrong, or an installation failed.
 */
export const initCommand = defineCommand({
  name: 'init',
  said: 'write a policy, from an address, a recording or an OpenAPI document, and what else a project needs',
  usage: ['--target <address> --origin <origin> [options]'],
  about:
    "Writes cors.policy.ts, the spec file, Playwright's configuration, the ignored folders and a GitHub workflow, and shows each before. No file that is there is changed, but for lines behind .gitignore. In a terminal it asks for what is missing.",
  options: {
    target: {
      value: 'address',
      said: 'the API; without --har and --openapi the route to begin with, such as https://api.example.com/users',
    },
    origin: {
      value: 'origin',
      isRepeatable: true,
      said: 'whose pages may read it, such as https://app.example.com',
    },
    har: {
      value: 'file',
      said: 'a recording of the front end, whose requests become routes',
    },
    openapi: {
      value: 'file|url',
      said: 'an OpenAPI document, JSON or YAML, whose operations become routes',
    },
    observe: {
      said: 'ask the API, by GET and OPTIONS, what it grants today: what is too open is marked',
    },
    start: {
      value: 'command',
      said: 'how the API is started for a run, such as "npm start"',
    },
    install: { said: 'install what is missing' },
    'dry-run': { said: 'show what would be written, and write nothing' },
  },
  act: async (given, { cwd, env, out, question }) => {
    const folder = resolve(cwd);
    const project = lookAt(folder);
    const policy = policyFileNames.find((name) => existsSync(join(folder, name)));
    const named: Wanted = {
      target: given.text('target'),
      origin: given.texts('origin'),
      har: given.text('har'),
      openapi: given.text('openapi'),
      start: given.text('start'),
      observe: given.has('observe'),
    };
    const wanted = policy === undefined ? await askedFor(named, question) : named;
    const faults = policy === undefined ? faultsOf(wanted) : [];
    if (faults.length > 0) return faults;
    const sketch = policy === undefined ? await sketchOf(wanted, folder, env) : null;
    const variables = sketch === null ? namedIn(folder, policy ?? '') : variablesOf(sketch);
    const files = [
      ...(sketch === null
        ? []
        : [{ path: 'cors.policy.ts', text: policyText(sketch), how: 'create' as const }]),
      ...projectFiles(project, variables),
    ];
    const toWrite = files.filter(({ path, how }) => how === 'append' || !existsSync(join(folder, path)));
    const there = [
      ...(policy === undefined ? [] : [policy]),
      ...files.filter((file) => !toWrite.includes(file)).map(({ path }) => path),
    ];
    for (const { path, text, how } of toWrite)
      out(`--- ${how === 'append' ? say('{path}, at its end', { path }) : path}\n${text}`);
    for (const path of there) out(say('{path} is there, and stays as it is.', { path }));
    for (const { what, why } of sketch?.leftOut ?? [])
      out(say('Not used: {what} {why}.', { what: plainText(what), why: plainText(why) }));
    if (given.has('dry-run')) {
      out(say('Nothing was written: --dry-run.'));
      return exitCodes.passed;
    }
    if (question !== null && toWrite.length > 0) {
      const answer = await question(
        `${say('Write {files}?', { files: listed(toWrite.map(({ path }) => path)) })} [Y/n] `,
      );
      if (/^\s*n/i.test(answer)) {
        out(say('Nothing was written.'));
        return exitCodes.passed;
      }
    }
    for (const file of toWrite) write(folder, file);
    if (toWrite.length > 0) out(say('Written: {files}.', { files: listed(toWrite.map(({ path }) => path)) }));
    const isInstalled = project.missing.length === 0 || (given.has('install') && install(project));
    if (given.has('install') && !isInstalled)
      return [say('{command} failed.', { command: commandOf(project) })];
    for (const line of nextSteps(project, variables, isInstalled)) out(line);
    return exitCodes.passed;
  },
});

async function askedFor(given: Wanted, question: Context['question']): Promise<Wanted> {
  if (question === null) return given;
  const isKnown = given.target !== null || given.har !== null || given.openapi !== null;
  const target = isKnown
    ? given.target
    : (await question(`${say('Which address is judged, such as https://api.example.com/users?')} `)).trim();
  const origin =
    given.origin.length > 0 || given.har !== null
      ? given.origin
      : (await question(`${say('Which origins may read it, such as https://app.example.com?')} `))
          .split(/[\s,]+/)
          .filter((text) => text !== '');
  return { ...given, target: target === '' ? null : target, origin };
}

function faultsOf({ target, origin, har, openapi }: Wanted): readonly string[] {
  return [
    ...(har !== null && openapi !== null
      ? [say('--har and --openapi were both given: name one, and add the routes of the other by hand.')]
      : []),
    ...(target === null && har === null && openapi === null
      ? [
          say(
            '--target is missing: name the address of the API, or a recording by --har, or a document by --openapi.',
          ),
        ]
      : []),
    ...(origin.length === 0 && har === null
      ? [say('--origin is missing: name an origin whose pages may read the API.')]
      : []),
    ...origin.flatMap((text) => {
      const fault = originFault(text);
      return fault === null ? [] : [sentenceOf({ place: '--origin', ...fault })];
    }),
  ];
}

async function sketchOf(wanted: Wanted, folder: string, env: NodeJS.ProcessEnv): Promise<Sketch> {
  const { target: address, har, openapi } = wanted;
  const target = address === null ? null : targetOf(address, wanted);
  const source =
    har !== null
      ? sketchFromHar(readHar(textOf(resolve(folder, har), har), basename(har)), basename(har), target)
      : openapi !== null
        ? await documented(openapi, folder, target)
        : sketchFromAddress(address ?? '');
  const named = [...new Set(wanted.origin)].map((value) => ({ value, from: 'from --origin' }));
  const sketch = fitting({
    ...source,
    start: wanted.start === null ? undefined : { value: wanted.start, from: 'from --start' },
    trustedOrigins: [
      ...named,
      ...source.trustedOrigins.filter(({ value }) => !wanted.origin.includes(value)),
    ],
  });
  if (sketch.routes.length === 0 || sketch.trustedOrigins.length === 0) throw nothingLeft(sketch);
  if (!wanted.observe) return sketch;
  return fitting(await observe(sketch, askByHttp, { fill: har === null && openapi === null, env }));
}

const targetOf = (address: string, { har, openapi }: Wanted) =>
  har === null && openapi === null ? null : targetAt(address, '--target', 'from --target');

function nothingLeft({ leftOut, routes }: Sketch): PolicyError {
  return new PolicyError([
    ...leftOut.map(({ what: place, why }) => ({
      place,
      value: '',
      problem: why,
      remedy: say('it is not used'),
    })),
    {
      place: say('the policy'),
      value: '',
      problem: routes.length === 0 ? say('would have no route') : say('would have no trusted origin'),
      remedy: say('see what is not used'),
    },
  ]);
}

async function documented(
  openapi: string,
  folder: string,
  target: ReturnType<typeof targetOf>,
): Promise<Sketch> {
  const url = /^https?:\/\//i.test(openapi) ? parseUrl(openapi) : null;
  const name = url === null ? basename(openapi) : `${url.host}${url.pathname}`;
  const text = url === null ? textOf(resolve(folder, openapi), openapi) : await fetched(url);
  return sketchFromOpenApi(await readOpenApi(text, name), name, target, url?.href ?? null);
}

const fetchTimeoutMs = 30_000;

async function fetched(url: URL): Promise<string> {
  const refused = (problem: Told): PolicyError =>
    new PolicyError([
      {
        place: '--openapi',
        value: `${url.host}${url.pathname}`,
        problem,
        remedy: say('give a file instead'),
      },
    ]);
  let response: Response;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(fetchTimeoutMs) });
  } catch (cause) {
    const reason =
      cause instanceof Error && cause.cause instanceof Error ? cause.cause.message : String(cause);
    throw refused(say('cannot be fetched ({reason})', { reason: plainText(reason) }));
  }
  if (!response.ok) throw refused(say('was answered {status}', { status: response.status }));
  return response.text();
}

function textOf(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new PolicyError([
      {
        place: name,
        value: '',
        problem: say('cannot be read ({code})', { code }),
        remedy: say('name a file that is there'),
      },
    ]);
  }
}

function write(folder: string, { path, text, how }: ProjectFile): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  if (how === 'append') appendFileSync(file, text);
  // Whoever made it meanwhile keeps it.
  else writeFileSync(file, text, { flag: 'wx' });
}

/** Returns the variables of the environment that a policy file names. */
const namedIn = (folder: string, policy: string): readonly string[] => [
  ...new Set(
    [...textOf(join(folder, policy), policy).matchAll(/process\.env\.([A-Z_][A-Z\d_]*)/g)].map(
      ([, name = '']) => name,
    ),
  ),
];

const commandOf = ({ manager, missing }: Project): string => [...manager.add, ...missing].join(' ');

function install({ folder, manager, missing }: Project): boolean {
  const [command = '', ...args] = [...manager.add, ...missing];
  const { status } = spawnSync(command, args, {
    cwd: folder,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

function nextSteps(project: Project, variables: readonly string[], isInstalled: boolean): readonly string[] {
  const lines = configLines(project);
  const { otherRunners, isGitLab, manager } = project;
  const run = `${manager.exec} playwright test ${specPath(project)}`;
  return [
    ...(lines === null ? [] : [`${say('Add to your configuration:')}\n${lines}`]),
    ...(otherRunners.length === 0
      ? []
      : [
          say("Keep {runners} from {file}, which is Playwright's: exclude it in the configuration.", {
            runners: listed(otherRunners),
            file: specPath(project),
          }),
        ]),
    ...(isGitLab
      ? [say('No workflow is written beside .gitlab-ci.yml: let a job run {command}.', { command: run })]
      : []),
    ...(isInstalled ? [] : [say('Install what is missing: {command}', { command: commandOf(project) })]),
    ...(variables.length === 0
      ? []
      : [say('Set {names}: they stand for secrets, and none is written.', { names: listed(variables) })]),
    say('Read cors.policy.ts, then: {command}', { command: run }),
  ];
}
