import { getHeader } from '../fetch-standard/header-list.ts';
import type { RefusalId } from '../diagnoses/vocabulary.ts';
import type { EngineTexts } from '../engines/engine.ts';
import type { Expectation, RoutePlan } from '../plan/derived-check.ts';
import type { Exchange, Observation, ProbeRequest } from '../model.ts';
import { probeRequest } from '../plan/probe-request.ts';
import { siteOf } from '../plan/site-of.ts';
import { violates, type Finding } from './finding.ts';
import { predictFor } from './predict-observation.ts';
import { heardOf, type ProbedByKey } from './probed.ts';
import { isFreshForBrowsers } from './reusable.ts';
import { allowed } from './shared-copy.ts';
import { judgeVary, variesByOrigin, type Variant } from './vary.ts';
import { say } from '../words/say.ts';

/** Two requests, of which the second may get the copy that the first one left in the browser's own cache. */
export interface CopyTrial {
  /** The id of the check that it may be a cause of. */
  readonly check: string;
  readonly first: PageRequest;
  readonly second: PageRequest;
}

export interface PageRequest {
  readonly origin: string;
  readonly request: ProbeRequest;
}

/** A copy that the browser's own cache was seen to hand to a page which it was not made for. */
export interface KeptCopy {
  /** The request that left the copy. */
  readonly left: Observation;
  /** The one that got it. */
  readonly refused: Observation;
}

/**
 * Returns what shows, for each check that finds `Vary: Origin` missing, whether users meet it in their own browser: two
 * trusted pages of one site that read the answer, which browsers keep one cache for; or an image without the attribute
 * crossorigin and a page that fetches it. Only an answer that browsers keep for some time is tried.
 */
export function copyTrials({ checks }: RoutePlan, probed: ProbedByKey): CopyTrial[] {
  return checks.flatMap(({ id, expectation }) => {
    if (expectation.check !== 'vary' || expectation.on !== 'actual') return [];
    const variants = variantsOf(expectation, probed);
    const finding = judgeVary('actual', variants);
    if (finding.status !== 'violates' || finding.diagnosis !== 'vary-origin-missing') return [];
    const trial = betweenSiblings(variants) ?? afterImage(variants);
    return trial === null ? [] : [{ check: id, ...trial }];
  });
}

const variantsOf = ({ variants }: Expectation<'vary'>, probed: ProbedByKey): Variant[] =>
  variants.map(({ role, probe }) => ({ role, observation: heardOf(probed, probe)?.observation ?? null }));

type Trial = Omit<CopyTrial, 'check'>;

/**
 * Returns a trial with pages of two origins of one site, or `null`. The second is the policy's first origin, if it can
 * be.
 */
function betweenSiblings(variants: readonly Variant[]): Trial | null {
  const pages = variants.flatMap(({ role, observation }) =>
    observation !== null && trusting.has(role) && observation.outcome.kind === 'response'
      ? [observation]
      : [],
  );
  for (const second of pages) {
    for (const first of pages) {
      const isPair =
        first.pageOrigin !== second.pageOrigin &&
        siteOf(first.pageOrigin) === siteOf(second.pageOrigin) &&
        JSON.stringify(first.request) === JSON.stringify(second.request);
      if (isPair && refusedWith(first, second) !== null) return trialOf(first, second);
    }
  }
  return null;
}

const trusting: ReadonlySet<string> = new Set(['trusted', 'other-trusted', 'trusted-with-headers']);

function afterImage(variants: readonly Variant[]): Trial | null {
  const plain = variants.find(({ role }) => role === 'absent')?.observation ?? null;
  const reader = variants.find(({ role }) => role === 'trusted')?.observation ?? null;
  if (plain === null || reader?.outcome.kind !== 'response') return null;
  const type = getHeader(copyIn(plain)?.response?.headers ?? [], 'Content-Type') ?? '';
  if (!/^image\//i.test(type) || refusedWith(plain, reader) === null) return null;
  const { url } = reader.request;
  const image = probeRequest(url, { api: 'image', mode: 'no-cors', credentialsMode: 'include' });
  return { ...trialOf(reader, reader), first: { origin: reader.pageOrigin, request: image } };
}

const trialOf = (first: Observation, second: Observation): Trial => ({
  first: { origin: first.pageOrigin, request: first.request },
  second: { origin: second.pageOrigin, request: second.request },
});

/** Returns the answer to the request itself, where it was not led on: what a cache keeps under its address. */
const copyIn = ({ exchanges }: Observation): Exchange | null => {
  const [own, ...more] = exchanges.filter(({ purpose }) => purpose === 'actual');
  return own === undefined || more.length > 0 ? null : own;
};

/** Returns the reason for which the standard refuses the page of `second` the answer to `first`; `null` if it does not. */
function refusedWith(first: Observation, second: Observation): RefusalId | null {
  const copy = copyIn(first);
  if (copy?.response == null) return null;
  if (variesByOrigin(copy.response.headers) || !isFreshForBrowsers(copy.response)) return null;
  const preflights = second.exchanges.filter(({ purpose }) => purpose === 'preflight');
  const prediction = predictFor({ ...second, exchanges: [...preflights, copy] });
  if (prediction.outcome !== 'network-error' || !byCorsCheck(prediction.reason)) return null;
  return prediction.reason;
}

const corsChecks = [
  'origin-missing',
  'origin-mismatch',
  'origin-wildcard-with-credentials',
  'credentials-not-allowed',
] as const satisfies readonly RefusalId[];

const byCorsCheck = (reason: string): reason is (typeof corsChecks)[number] =>
  corsChecks.some((one) => one === reason);

/**
 * Returns the copy that the second request of a trial got, if the three witnesses say so: the engine refuses it, the
 * standard refuses it the answer to the first one for the same reason, and none was sent. `null` if not.
 */
export function keptCopy(left: Observation, refused: Observation, engine: EngineTexts): KeptCopy | null {
  const reason = refusedWith(left, refused);
  const causes = [engine.codes[refused.refusal?.code ?? ''] ?? []].flat();
  const isSent = refused.exchanges.some(
    ({ purpose, response }) => purpose === 'actual' && response !== null && !response.fromCache,
  );
  if (reason === null || isSent || refused.outcome.kind !== 'network-error') return null;
  return causes.some((cause) => cause === reason) ? { left, refused } : null;
}

/** Returns the finding on a copy; `cure` is what to do first. */
export function keptCopyFinding({ left, refused }: KeptCopy, cure = ''): Finding {
  const names =
    left.request.api === 'image'
      ? say(
          "the copy in the browser's own cache, left by an image without the attribute crossorigin, on the same page, with no request on the wire",
        )
      : say(
          "the copy in the browser's own cache, left by a page at {origin}, of the same site, with no request on the wire",
          { origin: left.pageOrigin },
        );
  return violates('cached-copy-of-another-origin', {
    origin: refused.pageOrigin,
    value: allowed(copyIn(left)?.response?.headers ?? []),
    names,
    cure,
  });
}
