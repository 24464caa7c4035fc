import type { EngineId, OriginRole, Report, Verdict } from '../../src/model.ts';
import { enginesOf } from './by-engine.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { isHazard, isViolation } from './verdict-kinds.ts';

/**
 * What a verdict says about its origin: `reads` and `refused` are as the policy declares; `too open`, `too
 * closed`, `header hidden` and `not reached` are against it; `hazard` works, with a flaw.
 */
export type Standing =
  | 'reads'
  | 'refused'
  | 'too open'
  | 'too closed'
  | 'header hidden'
  | 'not reached'
  | 'hazard'
  | 'inconclusive'
  | 'inapplicable';

export function standingOf(verdict: Verdict): Standing {
  if (verdict.status === 'inconclusive' || verdict.status === 'inapplicable') return verdict.status;
  if (isHazard(verdict)) return 'hazard';
  if (isViolation(verdict)) return violationStanding(verdict);
  return isRefusalExpected(verdict) ? 'refused' : 'reads';
}

const worstFirst: readonly Standing[] = [
  'too open',
  'too closed',
  'header hidden',
  'not reached',
  'inconclusive',
  'hazard',
  'reads',
  'refused',
  'inapplicable',
];

/** Returns a number that is the smaller the worse a standing is. */
export const badnessOf = (standing: Standing): number => worstFirst.indexOf(standing);

/** Returns the one standing that speaks for several verdicts, or null if there are none. */
export function worstStanding(verdicts: readonly Verdict[]): Standing | null {
  const present = new Set(verdicts.map(standingOf));
  return worstFirst.find((standing) => present.has(standing)) ?? null;
}

/** Who can read a route, and who cannot. An origin is in two lists if its methods differ. */
export interface RouteReading {
  readonly path: string;
  readonly methods: readonly string[];
  /** What its own requests were answered with. */
  readonly statuses: NonNullable<ReportRoute['statuses']>;
  readonly verdicts: readonly Verdict[];
  /** Origins that read it as declared. */
  readonly readers: readonly Reading[];
  /** Origins that are granted it as declared by a CORS-preflight response, and whose response was not seen. */
  readonly granted: readonly Reading[];
  /** Origins that read it against the policy. */
  readonly intruders: readonly Reading[];
  /** Origins that the policy lets read it, and that are refused or do not reach it. */
  readonly excluded: readonly Reading[];
  /** Origins that are refused as declared, and never anything else. */
  readonly refused: readonly Reading[];
  /** Origins that must not read it, and of which it is not known in each engine whether they do. */
  readonly unclear: readonly Reading[];
}

/** An origin, and the methods and engines by which it belongs to its list. */
export interface Reading {
  readonly origin: string;
  readonly role: OriginRole;
  readonly methods: readonly string[];
  readonly engines: readonly EngineId[];
  /** Whether other engines made the same checks, and it does not belong to the list by them. */
  readonly isPartial: boolean;
  /** Whether no browser was at the origin. */
  readonly withoutBrowser?: true;
}

type ReportRoute = Report['routes'][number];

export function routeReadings(report: Report): readonly RouteReading[] {
  const byRoute = verdictsByRoute(report);
  return report.routes.map(({ path, methods, statuses = [] }, index) => {
    const verdicts = byRoute[index] ?? [];
    const readers = readings(verdicts, isRead);
    const granted = readings(verdicts, isGranted);
    const intruders = readings(verdicts, isIntrusion);
    const excluded = readings(verdicts, isExclusion);
    const isElsewhere = (others: readonly Reading[]) => (reading: Reading) =>
      !others.some(({ origin }) => origin === reading.origin);
    const told = [...readers, ...granted, ...intruders, ...excluded];
    const unclear = readings(verdicts, isUnclear).filter(isElsewhere(told));
    const refused = readings(verdicts, isRefused).filter(isElsewhere([...told, ...unclear]));
    return { path, methods, statuses, verdicts, readers, granted, intruders, excluded, refused, unclear };
  });
}

/**
 * Returns the verdicts about each route. Two routes may share a path, but no method; what neither declares is about both.
 */
export function verdictsByRoute({
  routes,
  verdicts,
}: Pick<Report, 'routes' | 'verdicts'>): readonly (readonly Verdict[])[] {
  const about = new Map<string, readonly Verdict[]>(
    groupBy(verdicts, ({ route }) => route).map((own) => [own[0].route, own]),
  );
  const beside = new Map<string, readonly ReportRoute[]>(
    groupBy(routes, ({ path }) => path).map((own) => [own[0].path, own]),
  );
  return routes.map((own) => {
    const others = (beside.get(own.path) ?? []).filter((other) => other !== own);
    return (about.get(own.path) ?? []).filter(
      ({ method }) => declares(own, method) || !others.some((other) => declares(other, method)),
    );
  });
}

/** Reports whether the route declares `method`; where it declares GET, it does HEAD. */
const declares = ({ methods }: ReportRoute, method: string): boolean =>
  methods.includes(method) || (method === 'HEAD' && methods.includes('GET'));

/** Returns what a check came to, for comparing: the reason where nothing was judged, else the diagnosis. */
export const cameTo = ({ status, diagnosis, seen }: Verdict): string =>
  JSON.stringify(
    status === 'inconclusive' || status === 'inapplicable' ? [status, seen] : [status, diagnosis],
  );

/** Returns what tells an origin in a role from others: a page of one origin may be asked from in two roles. */
export const originKey = (role: OriginRole, origin: string): string => `${role} ${origin}`;

/** Returns how often each role occurs, in order of first appearance. */
export function countByRole(
  origins: readonly { readonly role: OriginRole }[],
): readonly { readonly role: OriginRole; readonly count: number }[] {
  return groupBy(origins, ({ role }) => role).map((group) => ({ role: group[0].role, count: group.length }));
}

function readings(verdicts: readonly Verdict[], test: (verdict: Verdict) => boolean): readonly Reading[] {
  return groupBy(verdicts.filter(test), ({ originRole, origin }) => originKey(originRole, origin)).map(
    (group) => {
      const [{ origin, originRole: role, check }] = group;
      const engines = enginesOf(group);
      const asked = enginesOf(
        verdicts.filter(
          (other) => other.origin === origin && other.originRole === role && other.check === check,
        ),
      );
      const methods = [...new Set(group.map(({ method }) => method))];
      const isWithout = group.every(({ withoutBrowser }) => withoutBrowser === true);
      const isPartial = engines.length < asked.length;
      return {
        origin,
        role,
        methods,
        engines,
        isPartial,
        ...(isWithout ? { withoutBrowser: true as const } : {}),
      };
    },
  );
}

const isRead = (verdict: Verdict): boolean => isReadAsDeclared(verdict) && !verdict.held;
const isGranted = (verdict: Verdict): boolean => isReadAsDeclared(verdict) && verdict.held;

function isReadAsDeclared(verdict: Verdict): boolean {
  const standing = standingOf(verdict);
  return verdict.check === 'readable' && (standing === 'reads' || standing === 'hazard');
}

function isIntrusion(verdict: Verdict): boolean {
  return verdict.check === 'unreadable' && standingOf(verdict) === 'too open';
}

function isExclusion(verdict: Verdict): boolean {
  const standing = standingOf(verdict);
  return verdict.check === 'readable' && (standing === 'too closed' || standing === 'not reached');
}

function isRefused(verdict: Verdict): boolean {
  return verdict.check === 'unreadable' && standingOf(verdict) === 'refused';
}

function isUnclear({ check, status }: Verdict): boolean {
  return check === 'unreadable' && status === 'inconclusive';
}

function isRefusalExpected({ check }: Verdict): boolean {
  return check === 'unreadable' || check === 'method-refused' || check === 'header-refused';
}

function violationStanding({ kind, check }: Verdict): Standing {
  if (kind === 'exposure') return 'too open';
  if (kind === 'neighbour') return 'not reached';
  if (kind === 'concealment') return 'header hidden';
  if (kind === 'refusal') return 'too closed';
  return check === 'unreadable' ? 'too open' : 'too closed';
}
