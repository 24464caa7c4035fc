import type { DiagnosisId, DiagnosisKind, Owner, Severity } from '../../src/diagnoses/vocabulary.ts';
import type { Level, OriginRole, Report, ReportFix, Verdict } from '../../src/model.ts';
import { isOff, levelOf, setLevelOf } from '../../src/baseline/level.ts';
import { acceptanceOf, type Acceptance } from './accepted.ts';
import { isHazard, isViolation } from './verdict-kinds.ts';
import { byCheck, checkKey, type ByCheck } from './by-engine.ts';
import { say } from '../../src/words/say.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { originKey } from './reading.ts';

/** One thing that is wrong with one route, with every verdict that shows it. */
export interface Finding {
  /** Unique in a report; an HTML id and a Markdown anchor. */
  readonly anchor: string;
  /** The diagnosis id, or a phrase if the verdict has none. */
  readonly name: string;
  readonly kind: DiagnosisKind | null;
  /** The highest of its verdicts. */
  readonly severity: Severity;
  readonly owner: Owner | null;
  readonly route: string;
  /** The verdict whose sentences stand for all. */
  readonly example: Verdict;
  /** A verdict of each other diagnosis that follows from the same cause. */
  readonly following: readonly Verdict[];
  /** In the order of the report. */
  readonly verdicts: readonly Verdict[];
  /** What the checks that show it came to in every engine. */
  readonly checks: ByCheck;
  /** The fix that cures it, if one is printed. */
  readonly fix: ReportFix | null;
  /** Why and until when it does not fail the gate; empty if nobody accepted it. */
  readonly acceptances: readonly Acceptance[];
  /** The strictest of its verdicts. */
  readonly level: Level;
  /** Why its level is off; empty of another level. */
  readonly offReasons: readonly string[];
}

export interface Findings {
  readonly violations: readonly Finding[];
  readonly hazards: readonly Finding[];
  /** Violations and hazards that are known, and do not fail the gate. */
  readonly accepted: readonly Finding[];
  /** Violations and hazards that the policy has turned off. */
  readonly off: readonly Finding[];
}

/** Returns what is wrong, merged per diagnosis and route; most severe first, then in the order of the report. */
export function findingsOf(report: Pick<Report, 'verdicts' | 'fixes' | 'accepted' | 'levels'>): Findings {
  const acceptance = acceptanceOf(report);
  const isAccepted = (verdict: Verdict): boolean => acceptance(verdict) !== null;
  const { levels } = report;
  const open = report.verdicts.filter((verdict) => !isAccepted(verdict) && !isOff(verdict, levels));
  const checks = byCheck(report.verdicts);
  const findings = (verdicts: readonly Verdict[], prefix: string): readonly Finding[] =>
    merged(verdicts, prefix, checks, report.fixes).map((finding) => ({
      ...finding,
      level: strictest(finding.verdicts.map((verdict) => levelOf(verdict, levels))),
    }));
  return {
    violations: findings(open.filter(isViolation), 'violation'),
    hazards: findings(open.filter(isHazard), 'hazard'),
    accepted: findings(report.verdicts.filter(isAccepted), 'accepted').map((finding) => ({
      ...finding,
      acceptances: [...new Set(finding.verdicts.flatMap((verdict) => acceptance(verdict) ?? []))],
    })),
    off: findings(
      report.verdicts.filter((verdict) => isOff(verdict, levels)),
      'off',
    ).map((finding) => ({
      ...finding,
      offReasons: [
        ...new Set(finding.verdicts.flatMap((verdict) => setLevelOf(verdict, levels)?.reason ?? [])),
      ],
    })),
  };
}

const strictest = (levels: readonly Level[]): Level =>
  (['error', 'warn', 'off'] as const).find((level) => levels.includes(level)) ?? 'error';

/** Returns the finding that each verdict shows. */
export const findingsByVerdict = (findings: readonly Finding[]): ReadonlyMap<Verdict, Finding> =>
  new Map(findings.flatMap((finding) => finding.verdicts.map((verdict) => [verdict, finding] as const)));

/** Returns the findings of each route. */
export const findingsByRoute = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> =>
  new Map(groupBy(findings, ({ route }) => route).map((own) => [own[0].route, own]));

/** The origins, methods and modes that a finding was seen for, one entry per origin in order. */
export interface Occurrence {
  readonly origin: string;
  readonly role: Verdict['originRole'];
  readonly verdicts: readonly Verdict[];
}

export function occurrencesOf(finding: Finding): readonly Occurrence[] {
  return groupBy(finding.verdicts, ({ originRole, origin }) => originKey(originRole, origin)).map(
    (verdicts) => {
      const { origin, originRole: role } = verdicts[0];
      return { origin, role, verdicts };
    },
  );
}

/** Returns the different console texts of a finding, in order, each engine's apart. */
export function consoleTextsOf(finding: Finding): readonly ConsoleTexts[] {
  return groupBy(finding.verdicts, ({ engine }) => engine.id)
    .map((verdicts) => ({
      engine: verdicts[0].engine.id,
      first: verdicts.find(({ console }) => console.length > 0)?.console ?? [],
      texts: [...new Set(verdicts.flatMap((verdict) => verdict.console))],
    }))
    .filter(({ texts }) => texts.length > 0);
}

export interface ConsoleTexts {
  readonly engine: Verdict['engine']['id'];
  /** Those of the first request that has any. */
  readonly first: readonly string[];
  readonly texts: readonly string[];
}

/** Header lines that would make it right, and the origins whose responses have to carry them. */
export interface Correction {
  readonly origins: readonly string[];
  /** Those for the first of the origins. */
  readonly lines: Verdict['headersToSend'];
  /** Whether the lines name the origin, so that each of several gets its own. */
  readonly isOwn: boolean;
}

export function correctionsOf(finding: Finding): readonly Correction[] {
  const proved = new Set(finding.verdicts.filter(isProved).map(checkKey));
  // What was proved in one engine is what to send, in the others too.
  const correctable = finding.verdicts.filter(
    (verdict) => verdict.headersToSend.length > 0 && (isProved(verdict) || !proved.has(checkKey(verdict))),
  );
  return groupBy(correctable, (verdict) =>
    JSON.stringify([generalLines(verdict), verdict.check === 'vary']),
  ).map((verdicts) => {
    const [first] = verdicts;
    const origins = [...new Set(verdicts.map(recipientOf))];
    return {
      origins,
      lines: linesToSend(first),
      isOwn: origins.length > 1 && JSON.stringify(generalLines(first)) !== JSON.stringify(linesToSend(first)),
    };
  });
}

/** Returns the lines with a mark in place of the page's own origin. */
const generalLines = (verdict: Verdict): Verdict['headersToSend'] =>
  linesToSend(verdict).map(({ on, line }) => ({
    on,
    line: line === `${allowOrigin}${verdict.origin}` ? allowOrigin : line,
  }));

const allowOrigin = 'Access-Control-Allow-Origin: ';

/** Names whom a line is sent to. Vary says of every answer that it is one of several. */
const recipientOf = ({ check, origin }: Verdict): string => (check === 'vary' ? say('every origin') : origin);

/** Returns the lines that were proved, if any were: what is printed is what the browser accepted. */
const linesToSend = ({ proof, headersToSend }: Verdict): Verdict['headersToSend'] =>
  proof?.outcome === 'proved' ? proof.headers : headersToSend;

const isProved = ({ proof }: Verdict): boolean => proof?.outcome === 'proved';

/** The worst first. */
export const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

function merged(
  verdicts: readonly Verdict[],
  prefix: string,
  checks: ByCheck,
  fixes: readonly ReportFix[],
): readonly Finding[] {
  const fixOf = fixesById({ fixes });
  const causeOf = causeIn(verdicts);
  return groupBy(verdicts, causeOf)
    .map((group) => ({
      ...toFinding(
        group,
        group.filter((verdict) => ownCause(verdict) === causeOf(verdict)),
        checks,
      ),
      fix: fixOf.get(group[0].id) ?? null,
      acceptances: [],
      offReasons: [],
      level: 'error' as const,
    }))
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity))
    .map((finding, index) => ({ ...finding, anchor: `${prefix}-${index + 1}` }));
}

/** Returns the fix of each verdict, by its id. */
export const fixesById = ({ fixes }: Pick<Report, 'fixes'>): ReadonlyMap<string, ReportFix> =>
  new Map(fixes.flatMap((fix) => fix.verdicts.map((id) => [id, fix] as const)));

const causeKey = (verdict: Verdict, diagnosis: DiagnosisId | null): string =>
  [diagnosis ?? '', verdict.route, ...refuserOf(verdict)].join(' ');

/** Returns what names who refuses: two servers that refuse the pages of one route are two causes. */
const refuserOf = ({ kind, responder }: Verdict): readonly string[] =>
  kind === 'refusal' && responder !== undefined ? [responder.kind, responder.name ?? ''] : [];
const ownCause = (verdict: Verdict): string => causeKey(verdict, verdict.diagnosis);

/**
 * Returns what names the cause of each of `verdicts`: its diagnosis and its route or, where it follows from what another
 * one of the route found, that one's. Whoever reads with credentials reads without; a page that reads what it must not was
 * granted its CORS-preflight requests by the same comparison, and what a page reads that other routes trust it may read as one
 * of many names.
 */
function causeIn(verdicts: readonly Verdict[]): (verdict: Verdict) => string {
  const known = new Set(verdicts.map(ownCause));
  const byReading = (verdict: Verdict): string => {
    const withCredentials = causeKey(verdict, 'any-origin-with-credentials');
    return verdict.diagnosis === 'any-origin' && known.has(withCredentials)
      ? withCredentials
      : ownCause(verdict);
  };
  const isFollowing = ({ diagnosis }: Verdict): boolean =>
    diagnosis === 'preflight-origin-granted' || diagnosis === 'other-route-origin-trusted';
  const page = ({ route, origin, originRole }: Verdict): string =>
    JSON.stringify([route, origin, originRole]);
  const readings = new Map(
    verdicts
      .filter((verdict) => verdict.check === 'unreadable' && !isFollowing(verdict))
      .map((verdict) => [page(verdict), byReading(verdict)]),
  );
  return (verdict) => (isFollowing(verdict) ? readings.get(page(verdict)) : undefined) ?? byReading(verdict);
}

/** Makes a finding. `heads` are those of `verdicts` that name the cause; the others follow from it. */
function toFinding(
  verdicts: readonly [Verdict, ...Verdict[]],
  heads: readonly Verdict[],
  checks: ByCheck,
): Omit<Finding, 'anchor' | 'fix' | 'acceptances' | 'level' | 'offReasons'> {
  const own = new Set(heads);
  const example = exampleOf(heads) ?? verdicts[0];
  const { diagnosis, kind, owner, route } = example;
  return {
    name: diagnosis ?? say('no diagnosis'),
    kind,
    severity: highestSeverity(verdicts),
    owner,
    route,
    example,
    following: groupBy(
      verdicts.filter((verdict) => !own.has(verdict)),
      ownCause,
    ).map(([first]) => first),
    verdicts,
    checks,
  };
}

/**
 * Returns the severity. A violation that nobody rated is shown with the serious ones: it is better looked at than
 * missed.
 */
const severityOf = ({ severity }: Verdict): Severity => severity ?? 'high';

/** Returns the severity of the worst of several verdicts on one thing. */
export function highestSeverity(verdicts: readonly Verdict[]): Severity {
  const present = new Set(verdicts.map(severityOf));
  return severities.find((severity) => present.has(severity)) ?? 'high';
}

/** Returns the first of the worst verdicts that shows the mistake itself, if any does. */
function exampleOf(verdicts: readonly Verdict[]): Verdict | undefined {
  const severity = highestSeverity(verdicts);
  const worst = verdicts.filter((verdict) => severityOf(verdict) === severity);
  const isTelling = ({ diagnosis, originRole }: Verdict): boolean =>
    diagnosis !== null && (tellingRoles[diagnosis] ?? [originRole]).includes(originRole);
  return worst.find(isTelling) ?? worst[0];
}

/** Whose pages show the mistake of a comparison, where it lets others in as well. */
const tellingRoles: Partial<Record<DiagnosisId, readonly OriginRole[]>> = {
  'origin-substring-trusted': ['prefix', 'suffix'],
  'origin-suffix-trusted': ['suffix'],
  'origin-prefix-trusted': ['prefix'],
  'origin-top-level-domain-trusted': ['top-level-domain'],
  'subdomain-trusted': ['subdomain'],
  'insecure-origin-trusted': ['insecure'],
  'origin-port-trusted': ['port'],
};
