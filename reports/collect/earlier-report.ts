import { PolicyError } from '../../src/policy/problem.ts';
import type { Report } from '../../src/model.ts';
import { RunFolder } from '../../src/run/run-folder.ts';
import { plainText } from '../../src/words/plain-text.ts';
import { reportIn, textAt, type Unread } from './read-report.ts';

const variable = 'CORS_SINCE';

/** Returns the file or address of the report since which only what is new fails the gate; null if none is named. */
export function sincePlace(env: NodeJS.ProcessEnv): string | null {
  const place = env[variable]?.trim() ?? '';
  return place === '' ? null : place;
}

/**
 * Returns what is written at `place`: in a worker what its run has read there, as its own report may take that place before.
 * Throws a `PolicyError` that names the variable if it cannot be read.
 */
export function earlierText(place: string, cwd: string, env: NodeJS.ProcessEnv): string {
  const left = RunFolder.ofWorker(env)?.left(variable);
  const text = typeof left === 'string' ? left : textAt(place, cwd);
  if (typeof text === 'string') return text;
  throw refused(place, text);
}

/** Leaves what is written at the place of the earlier report for the workers of the run. */
export const leaveEarlier = (folder: RunFolder, text: string): void => folder.leave(variable, text);

/** Returns the report in `text`, which is written at `place`. Throws a `PolicyError` that names the variable if there is none. */
export function earlierReport(place: string, text: string): Report {
  const read = reportIn(text);
  if ('verdicts' in read) return read;
  throw refused(place, read);
}

const refused = (place: string, unread: Unread): PolicyError =>
  new PolicyError([{ place: variable, value: JSON.stringify(plainText(place)), ...unread }]);
