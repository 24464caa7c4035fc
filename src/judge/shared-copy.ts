import { getHeader, headerValues } from '../fetch-standard/header-list.ts';
import type { Exchange, HeaderList, Observation } from '../model.ts';
import type { PlannedProbe, RoutePlan } from '../plan/derived-check.ts';
import { isSafe } from '../plan/safe-methods.ts';
import { copyLines } from '../responder/signs.ts';
import { listed } from '../words/listed.ts';
import { answersLater } from './answers-later.ts';
import { lastAnswered, violates, type Finding } from './finding.ts';
import { heardOf, type Heard, type ProbedByKey } from './probed.ts';
import { isSharedForSomeTime } from './reusable.ts';
import { variesByOrigin } from './vary.ts';
import { say } from '../words/say.ts';

/** A copy that a shared cache hands to pages which it was not made for. */
export interface SharedCopy {
  readonly url: string;
  readonly purpose: Exchange['purpose'];
  /** What showed it. */
  readonly observation: Observation;
  /** What the same page got at an address of the same resource that no cache knows. */
  readonly uncached: HeaderList;
  /** How many pages got the same foreign Access-Control-Allow-Origin. */
  readonly pages: number;
}

/**
 * Returns the probes of trusted pages whose refusal may come of a shared cache: they got an Access-Control-Allow-Origin
 * with the origin of another page, or an answer that says that it is a copy, or that a cache may keep. One for each
 * address and purpose.
 */
export function suspectsOf({ checks, probes }: RoutePlan, probed: ProbedByKey): PlannedProbe[] {
  const origins = new Set(probes.map(({ page }) => page.origin));
  const suspects = new Map<string, PlannedProbe>();
  for (const { expectation, originRole } of checks) {
    if (expectation.check !== 'readable' && expectation.check !== 'error-readable') continue;
    const probe = probes.find(({ key }) => key === expectation.probe);
    const heard = heardOf(probed, expectation.probe);
    if (originRole !== 'trusted' || probe === undefined || heard === null) continue;
    const refused = refusedExchange(heard);
    if (refused === null || !mayBeCopy(refused, heard.observation.pageOrigin, origins)) continue;
    if (refused.purpose === 'actual' && !isSafe(probe.request.method)) continue;
    const name = JSON.stringify([probe.request.url, refused.purpose]);
    if (!suspects.has(name)) suspects.set(name, probe);
  }
  return [...suspects.values()];
}

/**
 * Returns the copy that `suspect` got, if it is one: the same request is refused `again`, and at an address of the same
 * resource that no cache knows, at the same time, it is not. `null` if that is not so.
 */
export function sharedCopy(
  suspect: Heard,
  again: Heard | null,
  uncached: Heard | null,
  probed: ProbedByKey,
): SharedCopy | null {
  const refused = refusedExchange(suspect);
  const refusedAgain = again === null ? null : refusedExchange(again);
  if (refused?.response == null || refusedAgain?.response == null || uncached === null) return null;
  if (uncached.testimony.kind !== 'shared' && uncached.testimony.kind !== 'granted') return null;
  const { purpose } = refused;
  const fresh = uncached.observation.exchanges.findLast((one) => one.purpose === purpose)?.response;
  if (fresh == null || fresh.status !== refusedAgain.response.status) return null;
  const { request } = suspect.observation;
  const allowed = getHeader(refused.response.headers, 'Access-Control-Allow-Origin');
  const alike = [...probed.values()].flatMap((one) =>
    one.kind === 'observed' && allowed !== null && allowsAt(one.observation, request.url, purpose) === allowed
      ? [one.observation.pageOrigin]
      : [],
  );
  return {
    url: request.url,
    purpose,
    observation: suspect.observation,
    uncached: fresh.headers,
    pages: new Set(alike).size,
  };
}

const allowsAt = (
  { request, exchanges }: Observation,
  url: string,
  purpose: Exchange['purpose'],
): string | null => {
  const response = exchanges.findLast((one) => one.purpose === purpose)?.response;
  return request.url !== url || response == null
    ? null
    : getHeader(response.headers, 'Access-Control-Allow-Origin');
};

/** Reports whether a refusal is of the copies that `copy` is one of. */
export function isLikeCopy({ url, purpose, observation: shown }: SharedCopy, seen: Observation): boolean {
  const last = lastAnswered(seen);
  if (seen.request.url !== url || last?.purpose !== purpose || last.response === null) return false;
  const own = lastAnswered(shown)?.response;
  return own?.status === last.response.status;
}

/** Names who is to blame for a copy, shown by `seen`: the cache, where the copy says that it varies by origin; else the API. */
export function copyFinding(copy: SharedCopy, seen: Observation): Finding {
  const headers = lastAnswered(seen)?.response?.headers ?? [];
  return violates(variesByOrigin(headers) ? 'cache-key-without-origin' : 'cached-copy-of-another-origin', {
    value: allowed(headers),
    names: listed([
      ...cacheSigns(headers),
      ...(copy.pages > 1
        ? [say('the same Access-Control-Allow-Origin for pages of {count} origins', { count: copy.pages })]
        : []),
      say('{line} at an address that no cache knows', { line: allowed(copy.uncached) }),
    ]),
  });
}

/** Returns what a response allows, in words. */
export const allowed = (headers: HeaderList): string => {
  const value = getHeader(headers, 'Access-Control-Allow-Origin');
  return value === null ? say('no Access-Control-Allow-Origin') : `Access-Control-Allow-Origin: ${value}`;
};

/** Returns the exchange whose answer failed the CORS check; `null` if none did, or if the API does not answer just now. */
function refusedExchange({ observation, testimony }: Heard): Exchange | null {
  const last = lastAnswered(observation);
  if (testimony.kind !== 'refused' || last?.response == null) return null;
  if (!byCorsCheck.test(testimony.diagnosis) || answersLater(last.response.status)) return null;
  return last;
}

const byCorsCheck = /^(preflight-)?(origin-|credentials-)/;

function mayBeCopy({ purpose, response }: Exchange, own: string, origins: ReadonlySet<string>): boolean {
  if (response === null) return false;
  const [value, ...more] = headerValues(response.headers, 'Access-Control-Allow-Origin');
  const isForeign = value !== undefined && more.length === 0 && value !== own && origins.has(value);
  if (isForeign || cacheSigns(response.headers).length > 0) return true;
  return purpose === 'actual' && isSharedForSomeTime(response);
}

/** Returns the header lines by which an answer says that a cache gave it. */
const cacheSigns = (headers: HeaderList): string[] => copyLines(headers).map((line) => line.join(': '));
