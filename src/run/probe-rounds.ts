import type { PlannedProbe } from '../plan/derived-check.ts';
import { containsHeader } from '../fetch-standard/header-list.ts';
import { carriedCookie } from '../judge/set-cookie.ts';
import { needsPreflight } from '../fetch-standard/preflight.ts';
import { predictFor } from '../judge/predict-observation.ts';
import type { Observation } from '../model.ts';
import type { ProbeLimits, ProbePage } from '../probe/probe.ts';
import { isRepeatable } from '../plan/safe-methods.ts';

/** Probes of one page that are made together, before or after others of that page. */
export interface ProbeRound {
  readonly kind: 'together' | 'alone' | 'pair';
  readonly probes: readonly PlannedProbe[];
}

/**
 * Returns how the probes of one page are made: those that may be repeated all at once; then each that changes something
 * on the server by itself, as it must not be repeated when a cache or a busy machine keeps one of its witnesses away;
 * then each that another one follows, with that one.
 */
export function roundsOf(group: readonly PlannedProbe[]): ProbeRound[] {
  const followers = group.filter(({ follows }) => follows !== null);
  const pairs = followers.map((second) => [...group.filter(({ key }) => key === second.follows), second]);
  const paired = new Set(pairs.flat().map(({ key }) => key));
  const single = group.filter(({ key }) => !paired.has(key));
  const repeatable = single.filter(isRepeatable);
  // Held and other requests are never under way together, so those that are held come last.
  const together = [...repeatable.filter(isSent), ...repeatable.filter((probe) => !isSent(probe))];
  return [
    ...(together.length === 0 ? [] : [{ kind: 'together', probes: together } as const]),
    ...single
      .filter((probe) => !isRepeatable(probe))
      .map((probe) => ({ kind: 'alone', probes: [probe] }) as const),
    ...pairs.map((probes) => ({ kind: 'pair', probes }) as const),
  ];
}

/** What was seen of one probe. */
export interface Made {
  readonly observation: Observation;
  /** What was seen of the same request with a cookie that an answer had set; absent if none was sent. */
  readonly withCookie?: Observation;
}

/**
 * Makes the probes of `round` from `page`; what was seen of each, by its key. `kept` are the URLs whose answers a
 * cache was found to keep; those of this round are added. `isSignedIn`: the page has a session, whose cookies it keeps.
 */
export async function makeRound(
  { kind, probes }: ProbeRound,
  page: ProbePage,
  limits: ProbeLimits,
  kept: Set<string>,
  isSignedIn = false,
): Promise<Map<string, Made>> {
  if (kind === 'together') return makeTogether(probes, page, limits, kept, isSignedIn);
  const made = await makeInTurn(probes, page, limits);
  const isWhole = [...made.values()].every(({ observation }) => observation.incomplete === null);
  return isWhole || !probes.every(isRepeatable) ? made : makeInTurn(probes, page, limits);
}

/**
 * Makes several probes at once, in the hope that no cache answers where several are under way, and that none sets a
 * cookie for another; those that one did answer, or that were sent with a cookie, are made again; those that set one,
 * with it.
 */
async function makeTogether(
  probes: readonly PlannedProbe[],
  page: ProbePage,
  limits: ProbeLimits,
  kept: Set<string>,
  isSignedIn: boolean,
): Promise<Map<string, Made>> {
  const unkept: ProbeLimits = { ...limits, httpCache: 'unneeded' };
  const seen = new Map<string, Made>();
  for (const [turn, batch] of withoutRepeats(probes, kept).entries()) {
    if (turn > 0) await page.clearCaches();
    const made = await page.probe(
      batch.map(({ request }) => request),
      unkept,
    );
    // A page that is signed in has its cookies in any case.
    const returning = isSignedIn
      ? new Map<string, Observation>()
      : await makeWithOwnCookies(batch, made, page, unkept);
    for (const [index, probe] of batch.entries()) {
      const observation = made[index];
      if (observation === undefined) continue;
      const isKept = observation.incomplete !== null || answeredByCache(observation);
      if (isKept && isSent(probe)) kept.add(probe.request.url);
      const hadCookie = !isSignedIn && !isKept && carriedCookie(observation);
      const withCookie = hadCookie ? observation : returning.get(probe.key);
      const again = isKept || hadCookie ? await makeInTurn([probe], page, limits) : null;
      seen.set(probe.key, {
        ...(again?.get(probe.key) ?? { observation }),
        ...(withCookie === undefined ? {} : { withCookie }),
      });
    }
  }
  return seen;
}

/**
 * Makes those once more whose answers set a cookie, as a page does whose user comes back; what was seen of each, by its
 * key, where the engine sent one.
 */
async function makeWithOwnCookies(
  batch: readonly PlannedProbe[],
  made: readonly Observation[],
  page: ProbePage,
  limits: ProbeLimits,
): Promise<Map<string, Observation>> {
  const setting = batch.filter((probe, index) => {
    const observation = made[index];
    if (!isSent(probe) || observation === undefined) return false;
    return probe.request.credentialsMode === 'include' && setsCookie(observation);
  });
  if (setting.length === 0) return new Map();
  const again = await page.probe(
    setting.map(({ request }) => request),
    limits,
  );
  return new Map(
    again.flatMap((observation, index) => {
      const key = setting[index]?.key;
      const isWhole = observation.incomplete === null && !answeredByCache(observation);
      // Pages start without any: one that was sent came from an answer to another request, or to one before a redirect.
      return key !== undefined && isWhole && carriedCookie(observation) ? [[key, observation] as const] : [];
    }),
  );
}

/** Returns batches in which no URL of `kept` is asked for twice, as a cache would answer the second time. */
function withoutRepeats(probes: readonly PlannedProbe[], kept: ReadonlySet<string>): PlannedProbe[][] {
  const batches: PlannedProbe[][] = [];
  for (const probe of probes) {
    const { url } = probe.request;
    const repeats = (other: PlannedProbe): boolean => isSent(other) && other.request.url === url;
    const fits = (batch: readonly PlannedProbe[]): boolean =>
      !isSent(probe) || !kept.has(url) || !batch.some(repeats);
    const batch = batches.find(fits);
    if (batch === undefined) batches.push([probe]);
    else batch.push(probe);
  }
  return batches;
}

const isSent = ({ request }: PlannedProbe): boolean => !request.held;

/** Makes the first probe with empty caches, each other with those that the one before it left. */
async function makeInTurn(
  probes: readonly PlannedProbe[],
  page: ProbePage,
  limits: ProbeLimits,
): Promise<Map<string, Made>> {
  await page.clearCaches();
  const made = new Map<string, Made>();
  for (const { key, request } of probes) {
    const [observation] = await page.probe([request], limits);
    if (observation === undefined) throw new Error('The page returned no observation.');
    made.set(key, { observation });
  }
  return made;
}

/** Reports whether an answer sets a cookie. */
export const setsCookie = ({ exchanges }: Observation): boolean =>
  exchanges.some(({ response }) => response !== null && containsHeader(response.headers, 'Set-Cookie'));

/** Reports whether the HTTP cache answered, or the CORS-preflight cache spared a CORS-preflight request. */
function answeredByCache(observation: Observation): boolean {
  const { exchanges, request, outcome } = observation;
  const fromCache = exchanges.some(
    ({ response }) => response?.fromCache === true || response?.status === 304,
  );
  const preflighted = exchanges.some(({ purpose }) => purpose === 'preflight');
  const wasSentOrHeld = outcome.kind === 'held' || exchanges.some(({ purpose }) => purpose === 'actual');
  const { method, headers, mode } = request;
  const spared =
    mode === 'cors' &&
    wasSentOrHeld &&
    !preflighted &&
    needsPreflight({ method, headers, useCorsPreflightFlag: false });
  return fromCache || spared || isUntold(observation);
}

/**
 * Reports whether the page has a response, or was refused one, that no exchange tells of. Chromium lets a request join
 * another one that is under way for the same URL, where the response may be stored, and calls neither cached: so it is
 * with every status that is cacheable by default, such as 410, and only where the two happen to meet.
 */
function isUntold(observation: Observation): boolean {
  const { outcome, refusal } = observation;
  const isAnswered = outcome.kind === 'response' || (outcome.kind === 'network-error' && refusal !== null);
  return isAnswered && predictFor(observation).outcome === 'incomplete';
}
