import { failsGate } from '../../src/baseline/acceptance.ts';
import { isOff } from '../../src/baseline/level.ts';
import { acceptedBy } from '../../src/baseline/fingerprint.ts';
import type { Severity } from '../../src/diagnoses/vocabulary.ts';
import type { Report, Verdict } from '../../src/model.ts';
import { exitCodes, type ExitCode } from '../../src/words/exit-codes.ts';
import { acceptanceOf } from './accepted.ts';
import { exitCodeOf } from './exit-code.ts';
import { severities } from './findings.ts';
import { groupBy } from '../../src/words/group-by.ts';

/** Findings of one diagnosis on one route that were answered alike, with the lines of the CORS protocol in both runs. */
export interface Difference {
  readonly diagnosis: string;
  readonly route: string;
  readonly severity: Severity;
  readonly isHazard: boolean;
  /** Those of the run in which it is found; of the later one where it is found in both. */
  readonly verdicts: readonly Verdict[];
  /** Null where the run did not make the request, or saw no answer. */
  readonly before: readonly string[] | null;
  readonly after: readonly string[] | null;
}

/** How the findings of a run differ from those of an earlier one. */
export interface Comparison {
  readonly found: readonly Difference[];
  readonly gone: readonly Difference[];
  /** Found in both, and answered otherwise. */
  readonly changed: readonly Difference[];
  /** Found before, and not judged now. */
  readonly unseen: readonly Difference[];
  /** How many findings are as before. */
  readonly same: number;
  /** 1 if something is new that fails the gate, else what says that not everything was seen, else 0. */
  readonly exitCode: ExitCode;
}

/**
 * Compares the findings of two runs by what they are known by: diagnosis, kind of check, route, role of the origin, method
 * and credentials mode, on whatever machine, and in whatever engine.
 */
export function compare(before: Report, after: Report): Comparison {
  const old = byFinding(before);
  const now = byFinding(after);
  const oldChecks = byCheck(before);
  const newChecks = byCheck(after);
  const pairs = (own: Findings, other: Findings): readonly Verdict[] =>
    [...own].filter(([key]) => !other.has(key)).map(([, verdict]) => verdict);
  const lost = pairs(old, now);
  const isJudged = (verdict: Verdict): boolean => newChecks.has(checkKey(verdict));
  const found = differences(
    pairs(now, old).map((verdict) => ({ verdict, before: oldChecks.get(checkKey(verdict)), after: verdict })),
  );
  const both = [...now].flatMap(([key, verdict]) => {
    const earlier = old.get(key);
    return earlier === undefined ? [] : [{ verdict, before: earlier, after: verdict }];
  });
  const isChanged = (pair: (typeof both)[number]): boolean =>
    JSON.stringify(generalLines(pair.before)) !== JSON.stringify(generalLines(pair.after));
  const ended = (verdicts: readonly Verdict[]): readonly Difference[] =>
    differences(
      verdicts.map((verdict) => ({ verdict, before: verdict, after: newChecks.get(checkKey(verdict)) })),
    );
  return {
    found,
    gone: ended(lost.filter(isJudged)),
    changed: differences(both.filter(isChanged)),
    unseen: ended(lost.filter((verdict) => !isJudged(verdict))),
    same: both.filter((pair) => !isChanged(pair)).length,
    exitCode: codeOf(after, found),
  };
}

type Findings = ReadonlyMap<string, Verdict>;

/** Returns the findings of a report that are neither accepted nor off, by what each is known by. */
function byFinding(report: Report): Findings {
  const acceptance = acceptanceOf(report);
  const found = new Map<string, Verdict>();
  for (const verdict of report.verdicts) {
    const key = acceptedBy(verdict);
    // The first stands for the others of its role, and of other engines.
    if (
      verdict.status === 'violates' &&
      acceptance(verdict) === null &&
      !isOff(verdict, report.levels) &&
      !found.has(key)
    )
      found.set(key, verdict);
  }
  return found;
}

/** Returns the verdicts that were reached, by the check. */
const byCheck = ({ verdicts }: Report): ReadonlyMap<string, Verdict> =>
  new Map(
    verdicts
      .filter(({ status }) => status !== 'inconclusive')
      .map((verdict) => [checkKey(verdict), verdict] as const),
  );

const checkKey = ({ check, route, originRole, method, credentialsMode, detail }: Verdict): string =>
  JSON.stringify([check, route, originRole, method, credentialsMode, detail]);

interface Pair {
  readonly verdict: Verdict;
  readonly before: Verdict | undefined;
  readonly after: Verdict | undefined;
}

function differences(pairs: readonly Pair[]): readonly Difference[] {
  const keyOf = ({ verdict: { diagnosis, route }, ...pair }: Pair): string =>
    JSON.stringify([diagnosis, route, generalLines(pair.before), generalLines(pair.after)]);
  return groupBy(pairs, keyOf)
    .map((group): Difference => {
      const [{ verdict, before, after }] = group;
      const ranks = group.map((pair) => rank(pair.verdict));
      return {
        diagnosis: verdict.diagnosis ?? 'no diagnosis',
        route: verdict.route,
        severity: severities[Math.min(...ranks)] ?? 'low',
        isHazard: verdict.kind === 'hazard',
        verdicts: group.map((pair) => pair.verdict),
        before: before === undefined ? null : corsLines(before),
        after: after === undefined ? null : corsLines(after),
      };
    })
    .toSorted((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));
}

const rank = ({ severity }: Verdict): number =>
  severity === null ? severities.length - 1 : severities.indexOf(severity);

/** Returns what the answers of a verdict say of CORS: each with its method and status, and a line for each header. */
function corsLines({ exchanges }: Verdict): readonly string[] {
  return exchanges.flatMap(({ method, response }) => {
    if (response === null) return [`${method} no response`];
    const lines = response.headers.filter(([name]) => /^(?:access-control-.*|vary)$/i.test(name));
    return [
      `${method} ${response.status}${lines.length === 0 ? ', no header of the CORS protocol' : ''}`,
      ...lines.map(([name, value]) => `${name}: ${value}`),
    ];
  });
}

/** Returns the lines of a verdict without the page's own origin, which the policy may have changed. */
const generalLines = (verdict: Verdict | undefined): readonly string[] =>
  verdict === undefined
    ? []
    : corsLines(verdict).map((line) =>
        line.replaceAll(verdict.origin, '{origin}').replace(/^([\w-]+):/, (name) => name.toLowerCase()),
      );

function codeOf(after: Report, found: readonly Difference[]): ExitCode {
  const acceptance = acceptanceOf(after);
  const strictness = { failOn: after.gate.failOn, levels: after.levels };
  const isNew = found
    .flatMap(({ verdicts }) => verdicts)
    .some((verdict) => failsGate(verdict, acceptance(verdict), strictness));
  if (isNew) return exitCodes.findings;
  const open = after.verdicts.some(({ status }) => status === 'inconclusive');
  const { gate, ...report } = after;
  // What was found is known: what was not seen is not.
  const blind = {
    ...report,
    gate: { ...gate, passed: !open },
    accepted: [],
    verdicts: report.verdicts.filter(({ status }) => status !== 'violates'),
  };
  return exitCodeOf(blind);
}
