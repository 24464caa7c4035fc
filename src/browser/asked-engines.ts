import type { EngineId } from '../model.ts';

/** The environment variable that names the engines of a run, with commas between them. */
export const enginesVariable = 'CORS_ENGINES';

/**
 * The engines that a run is asked for, first the one that needs no asking: by the variable `CORS_ENGINES`, or
 * by `--project`, whose values begin with the engine's name (`firefox-target`, `webkit-*`). Throws an `Error`
 * of one sentence if the variable names an engine that is not in `known`.
 */
export function askedEngines(
  known: readonly EngineId[],
  env: NodeJS.ProcessEnv,
  argv: readonly string[],
): EngineId[] {
  const named = env[enginesVariable]?.trim() ?? '';
  if (named === '') {
    const projects = projectsIn(argv);
    return known.filter((id) => id === 'chromium' || projects.some((name) => name.startsWith(id)));
  }
  const names = named.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !known.some((id) => id === name));
  if (unknown !== undefined) {
    throw new Error(`${enginesVariable} names "${unknown}", which is none of ${known.join(', ')}.`);
  }
  return known.filter((id) => names.includes(id));
}

/** The values of `--project`, which takes several. */
function projectsIn(argv: readonly string[]): string[] {
  const projects: string[] = [];
  let taking = false;
  for (const argument of argv) {
    if (argument.startsWith('--project=')) projects.push(argument.slice('--project='.length));
    else if (argument.startsWith('-')) taking = argument === '--project';
    else if (taking) projects.push(argument);
  }
  return projects.map((name) => name.toLowerCase());
}
