import type { Engine } from '../engines/engine.ts';
import type { EngineId } from '../model.ts';
import { BrowserError, browserVariable } from './find-browser.ts';

/** The environment variable that names the engines of a run, with commas between them. */
export const enginesVariable = 'CORS_ENGINES';

/** What decides which engines a run is for. */
export interface Wishes {
  readonly env: NodeJS.ProcessEnv;
  /** The arguments of the command, of which `--project` is read. */
  readonly argv: readonly string[];
  /** Why an engine cannot serve here, as a phrase; null if it can. Asked only where it decides. */
  readonly whyAbsent: (engine: Engine) => Promise<string | null>;
}

export interface EngineChoice {
  /** In the order of those that are known. Those asked for by name are here whether they are there or not. */
  readonly chosen: readonly EngineId[];
  /** Those that would have run, had they been there. */
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
}

/**
 * Chooses the engines of a run. `CORS_ENGINES` names them all. Else they are those whose projects are run, and
 * without `--project` all: but an engine that nobody named, by a project or by the path of its browser, is left
 * out where it cannot run. Chromium is never left out, as it is provided. Rejects with a `BrowserError` if
 * `CORS_ENGINES` names an engine that is not in `known`.
 */
export async function chooseEngines(
  known: readonly Engine[],
  { env, argv, whyAbsent }: Wishes,
): Promise<EngineChoice> {
  const asked = askedEngines(known, env);
  if (asked !== null) return { chosen: asked, leftOut: [] };
  const projects = projectsIn(argv).map(literalStart);
  const chosen: EngineId[] = [];
  const leftOut: EngineChoice['leftOut'][number][] = [];
  for (const engine of known) {
    if (!mayRun(engine, known, projects)) continue;
    const named = (env[browserVariable(engine)] ?? '') !== '' || projects.some(isNamed(engine));
    const reason = named || engine.id === 'chromium' ? null : await whyAbsent(engine);
    if (reason === null) chosen.push(engine.id);
    else leftOut.push({ name: engine.name, reason });
  }
  return { chosen, leftOut };
}

/**
 * Throws a `BrowserError` if `CORS_ENGINES` names engines and `engine` is none of them: a configuration in which
 * every engine is a project does not read it, and a wish that is ignored reads as one that is granted.
 */
export function assertAskedFor(engine: EngineId, known: readonly Engine[], env: NodeJS.ProcessEnv): void {
  if (askedEngines(known, env)?.includes(engine) ?? true) return;
  throw new BrowserError(
    `${enginesVariable} is "${env[enginesVariable]?.trim()}", but this project of the Playwright configuration runs in ${engine}: leave the variable out, and choose among the projects with --project.`,
  );
}

/** The one line that says which engines did not run, and why. */
export const leftOutLine = (leftOut: EngineChoice['leftOut']): string =>
  `Left out: ${leftOut.map(({ name, reason }) => `${name} (${reason})`).join(', ')}.`;

/**
 * Returns the engines that `CORS_ENGINES` names, null if it names none. Throws a `BrowserError` of one sentence if one
 * of them is not in `known`.
 */
export function askedEngines(known: readonly Engine[], env: NodeJS.ProcessEnv): EngineId[] | null {
  const asked = env[enginesVariable]?.trim() ?? '';
  if (asked === '') return null;
  const names = asked.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.some(({ id }) => id === name));
  if (unknown !== undefined) {
    const all = known.map(({ id }) => id).join(', ');
    throw new BrowserError(`${enginesVariable} names "${unknown}", which is none of ${all}.`);
  }
  return known.map(({ id }) => id).filter((id) => names.includes(id));
}

/** The projects of an engine are called after it; those of Chromium bear no engine's name. */
function mayRun(engine: Engine, known: readonly Engine[], projects: readonly string[]): boolean {
  if (projects.length === 0) return true;
  if (engine.id !== 'chromium') {
    return projects.some((start) => isNamed(engine)(start) || engine.id.startsWith(start));
  }
  const others = known.filter(({ id }) => id !== 'chromium');
  return projects.some((start) => !others.some((other) => isNamed(other)(start)));
}

const isNamed =
  ({ id }: Engine) =>
  (start: string): boolean =>
    start.startsWith(id);

/** A project is given by its name, or by a pattern with `*`. */
const literalStart = (pattern: string): string => pattern.toLowerCase().split('*', 1)[0] ?? '';

/** The values of `--project`, which takes several. */
function projectsIn(argv: readonly string[]): string[] {
  const projects: string[] = [];
  let taking = false;
  for (const argument of argv) {
    if (argument.startsWith('--project=')) projects.push(argument.slice('--project='.length));
    else if (argument.startsWith('-')) taking = argument === '--project';
    else if (taking) projects.push(argument);
  }
  return projects;
}
