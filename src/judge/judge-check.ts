import type { DerivedCheck, Expectation, RoutePlan } from '../plan/derived-check.ts';
import type { CheckKind, Observation, ProbeRequest } from '../model.ts';
import type { Testimony } from './witnesses.ts';
import { judgeHeadersExposed } from './exposed-headers.ts';
import { inapplicable, inconclusive, lastStatus, violates, type Finding } from './finding.ts';
import { grantedByList } from './granted-by-list.ts';
import type { Probed } from './probed.ts';
import { judgePreflightCache } from './preflight-cache.ts';
import {
  judgeErrorReadable,
  judgeHeaderRefused,
  judgeMethodRefused,
  judgeReadable,
  judgeRedirectFree,
  judgeUnreadable,
} from './single-probe.ts';
import { whyUnsteady } from './unsteady.ts';
import { judgeVary, varyEvidence } from './vary.ts';

/** The observation that a check is mainly about, and what the check came to. */
export interface Judgement {
  readonly finding: Finding;
  readonly observation: Observation | null;
  /** A request that shows it to a person, where that of the observation does not. */
  readonly shownBy?: ProbeRequest;
  /** A sentence about what the diagnosis does not know. */
  readonly remark?: string;
}

/**
 * Compares what was expected with what was seen. That a page is refused says nothing where everybody was in the end,
 * which `bookends` tell. Pure.
 */
export function judgeCheck(
  check: DerivedCheck,
  probed: ReadonlyMap<string, Probed>,
  bookends: RoutePlan['bookends'],
): Judgement {
  const judgement = judge(check, probed);
  if (judgement.finding.status !== 'conforms') return judgement;
  const withCookie = judgeWithCookie(check, probed);
  if (withCookie !== null || !conformsByRefusal.has(check.check)) return withCookie ?? judgement;
  const unsteady =
    bookends === null
      ? null
      : whyUnsteady(probed.get(bookends.before), probed.get(bookends.after), bookends.isSteady);
  return unsteady === null ? judgement : { ...judgement, finding: inconclusive(unsteady) };
}

/** What goes wrong only for a page whose browser has a cookie of the API; `null` if nothing does. */
function judgeWithCookie(check: DerivedCheck, probed: ReadonlyMap<string, Probed>): Judgement | null {
  const { expectation } = check;
  if (expectation.check === 'vary' || expectation.check === 'preflight-cache') return null;
  const main = probed.get(expectation.probe);
  if (main?.kind !== 'observed' || main.withCookie === undefined) return null;
  const { observation, testimony } = main.withCookie;
  const again = new Map(probed).set(expectation.probe, { kind: 'observed', observation, testimony });
  const judgement = judge(check, again);
  return judgement.finding.status === 'violates'
    ? { ...judgement, remark: 'Only so with a cookie, which the API itself had set before.' }
    : null;
}

const conformsByRefusal: ReadonlySet<CheckKind> = new Set(['unreadable', 'method-refused', 'header-refused']);

function judge(check: DerivedCheck, probed: ReadonlyMap<string, Probed>): Judgement {
  const { expectation } = check;
  if (expectation.check === 'vary') {
    const unmade = expectation.variants
      .map(({ probe }) => probed.get(probe))
      .find((one) => one?.kind === 'unmade');
    if (unmade?.kind === 'unmade') {
      const { diagnosis, reason } = unmade;
      return { finding: { status: 'inconclusive', diagnosis, seen: reason, filling: {} }, observation: null };
    }
    const variants = expectation.variants.map(({ role, probe }) => ({
      role,
      observation: observed(probed.get(probe)),
    }));
    const finding = judgeVary(expectation.on, variants);
    return { finding, observation: varyEvidence(expectation.on, variants, finding.status) };
  }
  const main = probed.get(expectation.check === 'preflight-cache' ? expectation.first : expectation.probe);
  if (main === undefined) return { finding: inconclusive('The request was not made.'), observation: null };
  if (main.kind === 'impossible') {
    // No page can be at this origin in this engine, so it can neither lose nor gain anything there.
    const finding: Finding =
      check.originRole === 'trusted'
        ? inconclusive(main.reason)
        : { status: 'inapplicable', seen: main.reason };
    return { finding, observation: null };
  }
  if (main.kind === 'unmade') {
    const { diagnosis, reason } = main;
    return { finding: { status: 'inconclusive', diagnosis, seen: reason, filling: {} }, observation: null };
  }
  const { observation, testimony } = main;
  const status = lastStatus(observation);
  const finding = ((): Finding => {
    switch (expectation.check) {
      case 'readable':
        return judgeReadable(observation, testimony);
      case 'unreadable':
        if (!expectation.isDeclared && isUnanswered(testimony)) {
          return inapplicable(
            `The policy does not declare ${observation.request.method}, and the API did not answer it in full within ${testimony.value} ms: what it would have answered was not seen.`,
          );
        }
        if (!expectation.isDeclared && testimony.kind === 'shared' && isNothing(status)) {
          return inapplicable(
            `The policy does not declare ${observation.request.method}, and the API answers it with status ${status}: there is nothing to read.`,
          );
        }
        return judgeUnreadable(observation, testimony, testimonyOf(probed.get(expectation.control)), {
          role: isRead(expectation.sibling, probed) ? 'subdomain' : check.originRole,
          public: expectation.public,
        });
      case 'method-refused':
        return judgeMethodRefused(observation, testimony);
      case 'header-refused':
        return judgeHeaderRefused(observation, testimony, expectation.name);
      case 'headers-exposed':
        return judgeHeadersExposed(observation, testimony, expectation.declared);
      case 'error-readable':
        return judgeErrorReadable(observation, testimony, expectation.status);
      case 'redirect-free':
        return judgeRedirectFree(observation, testimony);
      case 'preflight-cache': {
        const second = observed(probed.get(expectation.second));
        if (second === null) return inconclusive('The second request was not made.');
        return judgePreflightCache(observation, testimony, second, expectation.declaredSeconds);
      }
      default:
        return expectation satisfies never;
    }
  })();
  const byList = finding.status === 'conforms' ? judgeLists(expectation, observation, probed) : null;
  return byList ?? { finding, observation };
}

/** An API need not answer what the policy does not declare: to a HEAD request for a stream many servers never do. */
const isUnanswered = (testimony: Testimony): testimony is Extract<Testimony, { kind: 'neighbour' }> =>
  testimony.kind === 'neighbour' && testimony.diagnosis === 'response-timeout';

/** Whether an answer says that nothing is there by this method: Not Found, Method Not Allowed, Gone, Not Implemented. */
const isNothing = (status: number | null): boolean =>
  status !== null && [404, 405, 410, 501].includes(status);

/** The first answer whose list grants what is not declared, even if what was asked for is refused. */
function judgeLists(
  expectation: Expectation,
  main: Observation,
  probed: ReadonlyMap<string, Probed>,
): Judgement | null {
  if (expectation.check !== 'method-refused' && expectation.check !== 'header-refused') return null;
  const { check, list } = expectation;
  if (list === null) return null;
  const [name, diagnosis] =
    check === 'method-refused'
      ? (['Access-Control-Allow-Methods', 'method-undeclared-granted'] as const)
      : (['Access-Control-Allow-Headers', 'header-undeclared-granted'] as const);
  for (const observation of [main, ...list.seenIn.map((key) => observed(probed.get(key)))]) {
    if (observation === null) continue;
    const granted = grantedByList(observation, name, list);
    const [first] = granted;
    if (first === undefined) continue;
    const finding = violates(diagnosis, { names: granted.map(({ name: own }) => own).join(', ') });
    const { method, headers } = first;
    return { finding, observation, shownBy: { ...observation.request, method, headers } };
  }
  return null;
}

const observed = (probed: Probed | undefined): Observation | null =>
  probed?.kind === 'observed' ? probed.observation : null;

const isRead = (key: string | null, probed: ReadonlyMap<string, Probed>): boolean =>
  key !== null && testimonyOf(probed.get(key))?.kind === 'shared';

const testimonyOf = (probed: Probed | undefined): Testimony | null =>
  probed?.kind === 'observed' ? probed.testimony : null;
