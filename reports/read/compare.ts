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
 * and credentials mode, on whatever machine, and in whatever engine. A page that both runs asked for is compared with itself;
 * one that the other run did not ask for with those of its role, which have to be as one.
 */
export function compare(before: Report, after: Report): Comparison {
  const old = indexOf(before);
  const now = indexOf(after);
  const earlier = knownIn(before);
  const later = knownIn(after);
  const pairs = now.found.map((verdict) => ({ verdict, before: earlier(verdict), after: verdict }));
  const fresh = pairs.filter((pair) => pair.before === null);
  const both = pairs.flatMap((pair) => (pair.before === null ? [] : [{ ...pair, before: pair.before }]));
  const lost = old.found.filter((verdict) => later(verdict) === null);
  const found = differences(
    fresh.map(({ verdict }) => ({ verdict, before: judgedIn(old, verdict), after: verdict })),
  );
  const ended = lost.map((verdict) => ({ verdict, before: verdict, after: judgedIn(now, verdict) }));
  const isChanged = (pair: (typeof both)[number]): boolean =>
    JSON.stringify(generalLines(pair.before)) !== JSON.stringify(generalLines(pair.after));
  return {
    found,
    gone: differences(ended.filter((pair) => pair.after !== undefined)),
    changed: differences(both.filter(isChanged)),
    unseen: differences(ended.filter((pair) => pair.after === undefined)),
    same: both.filter((pair) => !isChanged(pair)).length,
    exitCode: codeOf(after, found),
  };
}

/**
 * Returns a function that finds what a run knew of a finding, or null where it is new to it. Of a page that the run did not
 * ask for, it is known if every page of its role had it.
 */
export function knownIn(report: Report): (verdict: Verdict) => Verdict | null {
  const index = indexOf(report);
  return (verdict) => {
    const found = index.byFinding.get(acceptedBy(verdict));
    if (found === undefined) return null;
    const own = found.get(verdict.origin);
    if (own !== undefined) return own;
    const asked = index.asked.get(checkKey(verdict)) ?? new Map<string, readonly Verdict[]>();
    if (asked.has(verdict.origin) || ![...asked.keys()].every((origin) => found.has(origin))) return null;
    return found.values().next().value ?? null;
  };
}

interface Index {
  /** Each finding that is neither accepted nor off, once for each page: the first engine stands for the others. */
  readonly found: readonly Verdict[];
  /** The same by what it is known by, and by the origin of the page. */
  readonly byFinding: ReadonlyMap<string, ReadonlyMap<string, Verdict>>;
  /** All verdicts, by the check and by the origin of the page. */
  readonly asked: ReadonlyMap<string, ReadonlyMap<string, readonly Verdict[]>>;
}

function indexOf(report: Report): Index {
  const acceptance = acceptanceOf(report);
  const open = report.verdicts.filter(
    (verdict) =>
      verdict.status === 'violates' && acceptance(verdict) === null && !isOff(verdict, report.levels),
  );
  const byFinding = new Map<string, Map<string, Verdict>>();
  for (const verdict of open) {
    const key = acceptedBy(verdict);
    const pages = byFinding.get(key) ?? new Map<string, Verdict>();
    if (!pages.has(verdict.origin)) pages.set(verdict.origin, verdict);
    byFinding.set(key, pages);
  }
  const asked = new Map<string, Map<string, Verdict[]>>();
  for (const verdict of report.verdicts) {
    const key = checkKey(verdict);
    const pages = asked.get(key) ?? new Map<string, Verdict[]>();
    pages.set(verdict.origin, [...(pages.get(verdict.origin) ?? []), verdict]);
    asked.set(key, pages);
  }
  return { found: [...byFinding.values()].flatMap((pages) => [...pages.values()]), byFinding, asked };
}

/** Returns what a run said of the check of `verdict`: of its own page, or else of one of its role. */
function judgedIn({ asked }: Index, verdict: Verdict): Verdict | undefined {
  const pages = asked.get(checkKey(verdict));
  const own = pages?.get(verdict.origin) ?? [...(pages?.values() ?? [])].flat();
  return own.find(({ status }) => status !== 'inconclusive');
}

const checkKey = ({ check, route, originRole, method, credentialsMode, detail }: Verdict): string =>
  JSON.stringify([check, route, originRole, method, credentialsMode, detail]);

/** Returns how many findings differ. */
export const sumOf = (differences: readonly Difference[]): number =>
  differences.reduce((sum, { verdicts }) => sum + verdicts.length, 0);

interface Pair {
  readonly verdict: Verdict;
  readonly before: Verdict | null | undefined;
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
        verdicts: group.map((pair) => pair.verdict),
        before: before ? corsLines(before) : null,
        after: after ? corsLines(after) : null,
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
const generalLines = (verdict: Verdict | null | undefined): readonly string[] =>
  !verdict
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
