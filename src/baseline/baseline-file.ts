import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { diagnosisIds } from '../diagnoses/vocabulary.ts';
import type { AcceptedFinding, EngineId } from '../model.ts';
import { PolicyError, type PolicyProblem } from '../policy/problem.ts';
import { placeOf } from '../policy/shown-value.ts';
import { listed } from '../words/spoken.ts';
import { byCodeUnit } from '../words/by-code-unit.ts';
import { say, type Told, type Word } from '../words/say.ts';

/** The file of accepted findings, beside the policy. */
export const baselineName = 'cors.baseline.json';

/** Returns what makes the message of an issue, in the language that is spoken then. */
const told = (text: Word) => ({ error: (): string => say(text) });

export const engineId = z.enum(
  { chromium: 'chromium', firefox: 'firefox', webkit: 'webkit' } as const satisfies {
    readonly [Id in EngineId]: Id;
  },
  told('chromium, firefox or webkit'),
);
const day = z.iso.date;
const seenIn = told('the engines that it was seen in');
/** Reports whether `text` is a day as a baseline has it, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => day().safeParse(text).success;

const accepted = z.strictObject({
  diagnosis: z.enum(diagnosisIds, told('the id of a diagnosis, such as "vary-origin-missing"')),
  route: z.string(told('the path of a route, as the policy writes it')),
  reason: z.string(told('why it is accepted')).trim().min(1, told('why it is accepted')),
  until: day(told('the last day on which it is accepted, such as "2027-03-31"')),
  engines: z.array(engineId, seenIn).min(1, seenIn),
  fingerprints: z
    .array(
      z.string().regex(/^[0-9a-f]{16}(-[0-9a-f]{8})?$/, told('a fingerprint of report.json')),
      told('fingerprints of report.json'),
    )
    .min(1, told('fingerprints of report.json')),
}) satisfies z.ZodType<AcceptedFinding>;

const baseline = z.strictObject(
  { version: z.literal(1, '1'), accepted: z.array(accepted, told('a list of accepted findings')) },
  told('an object with "version" and "accepted"'),
);

/**
 * Returns the accepted findings that stand in `cors.baseline.json` in `folder`; none where there is no such file. Throws a
 * `PolicyError` that tells everything that is wrong with it.
 */
export function loadBaseline(folder: string): readonly AcceptedFinding[] {
  let text: string;
  try {
    text = readFileSync(join(folder, baselineName), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw new PolicyError(
      [problem(baselineName, say('cannot be read'), say('make it a file that this user may read'))],
      { cause: error },
    );
  }
  return readBaseline(text);
}

/** Returns the accepted findings in the text of a baseline. Throws a `PolicyError` that tells everything that is wrong. */
export function readBaseline(text: string): readonly AcceptedFinding[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new PolicyError([problem(baselineName, say('is no JSON'), rewrite())], { cause: error });
  }
  const { data, error } = baseline.safeParse(json);
  const problems = error === undefined ? doubled(data.accepted) : error.issues.map(problemOf);
  if (data === undefined || problems.length > 0) throw new PolicyError(problems, { of: baselineName });
  return data.accepted;
}

/** Returns the text of a baseline: one line a fingerprint, in one order, so that a difference shows what it is about. */
export function baselineText(findings: readonly AcceptedFinding[]): string {
  const ordered = findings
    .map((one) => ({ ...one, fingerprints: one.fingerprints.toSorted() }))
    .toSorted((a, b) => byCodeUnit(keyOf(a), keyOf(b)));
  return `${JSON.stringify({ version: 1, accepted: ordered }, null, 2)}\n`;
}

const rewrite = (): Told => say('restore it, or remove it and accept anew with npx cors-conformance accept');
const keyOf = ({ route, diagnosis, until, reason }: AcceptedFinding): string =>
  JSON.stringify([route, diagnosis, until, reason]);

const problem = (place: string, what: Told, remedy: Told): PolicyProblem => ({
  place,
  value: '',
  problem: what,
  remedy,
});

function problemOf(issue: z.core.$ZodIssue): PolicyProblem {
  const place = issue.path.length === 0 ? baselineName : `${baselineName}.${placeOf(issue.path)}`;
  if (issue.code === 'unrecognized_keys') {
    return problem(
      place,
      say('has {names}, which means nothing', { names: listed(issue.keys.map((key) => `"${key}"`)) }),
      say('remove it'),
    );
  }
  return problem(place, say('is not what it has to be'), say('write {what}', { what: issue.message }));
}

function doubled(findings: readonly AcceptedFinding[]): readonly PolicyProblem[] {
  const prints = findings.flatMap(({ fingerprints }) => fingerprints);
  const twice = new Set(prints.filter((print, index) => prints.indexOf(print) !== index));
  return [...twice].map((print) =>
    problem(baselineName, say('holds the fingerprint {print} twice', { print }), say('leave one of the two')),
  );
}
