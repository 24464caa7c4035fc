import { PolicyError } from '../../src/policy/problem.ts';
import type { Report } from '../../src/model.ts';
import { plainText } from '../../src/words/plain-text.ts';
import { readReport } from './read-report.ts';

const variable = 'CORS_SINCE';

/** Returns the file or address of the report since which only what is new fails the gate; null if none is named. */
export function sincePlace(env: NodeJS.ProcessEnv): string | null {
  const place = env[variable]?.trim() ?? '';
  return place === '' ? null : place;
}

/** Returns the report at `place`. Throws a `PolicyError` that names the variable if there is none. */
export function earlierReport(place: string, cwd: string): Report {
  const read = readReport(place, cwd);
  if ('verdicts' in read) return read;
  throw new PolicyError([{ place: variable, value: JSON.stringify(plainText(place)), ...read }]);
}
