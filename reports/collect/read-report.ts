import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Report } from '../../src/model.ts';
import { wholeReport } from '../../src/plan/said-once.ts';
import { plainText } from '../../src/words/plain-text.ts';
import { reportSchema } from '../schema.ts';
import { say, type Told } from '../../src/words/say.ts';

/** Why a report cannot be had: what is wrong with its place, and what to do. */
export interface Unread {
  readonly problem: Told;
  readonly remedy: Told;
}

/** Returns the report in the file or at the address `place`, or why there is none. */
export function readReport(place: string, cwd: string): Report | Unread {
  const text = textAt(place, cwd);
  return typeof text === 'string' ? reportIn(text) : text;
}

/** Returns what is in the file or at the address `place`, or why it cannot be read. */
export function textAt(place: string, cwd: string): string | Unread {
  try {
    return /^https?:\/\//i.test(place) ? fetched(place) : readFileSync(resolve(cwd, place), 'utf8');
  } catch (cause) {
    return {
      problem: say('cannot be read ({code})', { code: plainText(codeOf(cause)) }),
      remedy: say('name a report.json that is there'),
    };
  }
}

/** Returns the report that is written in `text`, or why there is none. */
export function reportIn(text: string): Report | Unread {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: say('is no JSON'), remedy: say('name a report.json') };
  }
  const { data } = reportSchema.safeParse(json);
  if (data === undefined)
    return {
      problem: say('is no report.json of this version'),
      remedy: say('run the older commit again with this version'),
    };
  try {
    return wholeReport(data);
  } catch {
    return { problem: say('is no whole report.json'), remedy: say('copy the file anew') };
  }
}

const timeoutMs = 30_000;
const mostBytes = 2 ** 29;

/** Returns what is at an address. Tests are declared while nobody can wait, so another process waits. */
function fetched(address: string): string {
  const script = `const response = await fetch(process.argv[1], { signal: AbortSignal.timeout(${timeoutMs}) });
if (!response.ok) { process.stderr.write('status ' + response.status); process.exit(1); }
process.stdout.write(await response.text());`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script, address], {
    encoding: 'utf8',
    maxBuffer: mostBytes,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Whoever runs this may have a loader that is nothing to that process.
    env: { ...process.env, NODE_OPTIONS: '' },
  });
}

function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const said = 'stderr' in cause ? String(cause.stderr) : '';
  const known = /^status \d+$|\b(?:E[A-Z]{4,}|TimeoutError)\b/m.exec(said)?.[0];
  if (known !== undefined) return known;
  return 'code' in cause ? String(cause.code) : cause.message;
}
