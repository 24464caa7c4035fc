import type { Engine } from '../engines/engine.ts';
import type { EngineId } from '../model.ts';
import { BrowserError } from './find-browser.ts';
import { say } from '../words/say.ts';
import { inRow } from '../words/spoken.ts';

/** The environment variable that names the engines of a run, with commas between them. */
export const enginesVariable = 'CORS_ENGINES';

/** The value of `CORS_ENGINES` that asks for every engine that can run here. */
const everyEngine = 'all';

/** What decides which engines a run is for. */
export interface Wishes {
  readonly env: NodeJS.ProcessEnv;
  /** The arguments of the command, of which `--project` is read. */
  readonly argv: readonly string[];
  /** Reports whether a browser of the engine is on this machine. */
  readonly isInstalled: (engine: Engine) => boolean;
  /** Returns why an engine cannot serve here, as a phrase; null if it can. Called only where it decides. */
  readonly whyAbsent: (engine: Engine) => Promise<string | null>;
}

export interface EngineChoice {
  /** In the order of those that are known. Those asked for by name are here whether they are there or not. */
  readonly chosen: readonly EngineId[];
  /** Those that would have run, had they been there. */
  readonly leftOut: readonly { readonly name: string; readonly reason: string }[];
  /** The names of those that are installed, where the run asks Chromium alone because nobody said which. */
  readonly notAsked: readonly string[];
}

/**
 * Chooses the engines of a run: those that `CORS_ENGINES` names, or whose projects `--project` names, else Chromium
 * alone. `CORS_ENGINES=all` is every engine; one that cannot run is left out, except Chromium, which is provided.
 * Rejects with a `BrowserError` if `CORS_ENGINES` names an engine that is not in `known`.
 */
export async function chooseEngines(
  known: readonly Engine[],
  { env, argv, isInstalled, whyAbsent }: Wishes,
): Promise<EngineChoice> {
  if (asksForAll(env)) return { ...(await thatCanRun(known, whyAbsent)), notAsked: [] };
  const asked = askedEngines(known, env);
  if (asked !== null) return { chosen: asked, leftOut: [], notAsked: [] };
  const projects = projectsIn(argv).map(literalStart);
  const others = known.filter(({ id }) => id !== 'chromium');
  const named = others.filter((engine) => projects.some(isNamed(engine))).map(({ id }) => id);
  const isOfChromium = (start: string): boolean => !others.some((other) => isNamed(other)(start));
  if (projects.length > 0) {
    return {
      chosen: [...(projects.some(isOfChromium) ? ['chromium' as const] : []), ...named],
      leftOut: [],
      notAsked: [],
    };
  }
  return { chosen: ['chromium'], leftOut: [], notAsked: others.filter(isInstalled).map(({ name }) => name) };
}

/** Returns the engines of `known` that can run here; Chromium, which is provided, is always among them. */
export async function thatCanRun(
  known: readonly Engine[],
  whyAbsent: Wishes['whyAbsent'],
): Promise<Omit<EngineChoice, 'notAsked'>> {
  const chosen: EngineId[] = [];
  const leftOut: EngineChoice['leftOut'][number][] = [];
  for (const engine of known) {
    const reason = engine.id === 'chromium' ? null : await whyAbsent(engine);
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
    say(
      '{variable} is "{names}", but this project of the Playwright configuration runs in {engine}: leave the variable out, and choose among the projects with --project.',
      { variable: enginesVariable, names: env[enginesVariable]?.trim() ?? '', engine },
    ),
  );
}

/** Returns the one line that says which engines did not run, and why. */
export const leftOutLine = (leftOut: EngineChoice['leftOut']): string =>
  say('Left out: {engines}.', { engines: inRow(leftOut.map((one) => say('{name} ({reason})', one))) });

/** Returns the one line that says which engines could have been asked as well. */
export const notAskedLine = (names: EngineChoice['notAsked']): string =>
  say('Installed and not asked: {names}. {variable} asks every engine.', {
    names: inRow(names),
    variable: `${enginesVariable}=${everyEngine}`,
  });

/** Reports whether nobody said which engines a run is for. */
export const isUnsaid = (env: NodeJS.ProcessEnv, argv: readonly string[]): boolean =>
  (env[enginesVariable]?.trim() ?? '') === '' && projectsIn(argv).length === 0;

const asksForAll = (env: NodeJS.ProcessEnv): boolean => env[enginesVariable]?.trim() === everyEngine;

/**
 * Returns the engines that `CORS_ENGINES` names, null if it names none or all. Throws a `BrowserError` of one sentence if one
 * of them is not in `known`.
 */
export function askedEngines(known: readonly Engine[], env: NodeJS.ProcessEnv): EngineId[] | null {
  const asked = env[enginesVariable]?.trim() ?? '';
  if (asked === '' || asksForAll(env)) return null;
  const names = asked.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.some(({ id }) => id === name));
  if (unknown !== undefined) {
    const all = known.map(({ id }) => id).join(', ');
    throw new BrowserError(
      say('{variable} names "{name}", which is none of {all}. Write {every} for every engine.', {
        variable: enginesVariable,
        name: unknown,
        all,
        every: everyEngine,
      }),
    );
  }
  return known.map(({ id }) => id).filter((id) => names.includes(id));
}

const isNamed =
  ({ id }: Engine) =>
  (start: string): boolean =>
    start.startsWith(id);

/** Returns what stands before the first `*`: a project is given by its name, or by a pattern with `*`. */
const literalStart = (pattern: string): string => pattern.toLowerCase().split('*', 1)[0] ?? '';

/** Returns the values of `--project`, which takes several. */
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
