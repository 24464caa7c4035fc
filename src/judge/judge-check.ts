import type { DerivedCheck, Expectation, RoutePlan } from '../plan/derived-check.ts';
import type { CheckKind, OriginRole } from '../model.ts';
import { judgedBy, noCauses, withCause, type Causes } from './causes.ts';
import { judgeHeadersExposed } from './exposed-headers.ts';
import { conforms, inapplicable, inconclusive, type Finding, type Judgement } from './finding.ts';
import { withLists, type ListedKind } from './granted-by-list.ts';
import { withHandshakes } from './handshakes.ts';
import { withHiddenCookies } from './hidden-cookies.ts';
import { mainProbe } from './main-probe.ts';
import { judgePreflightCache } from './preflight-cache.ts';
import { asOneList } from './one-list.ts';
import { withOneRedirect } from './one-redirect.ts';
import { heardOf, type Heard, type Probed, type ProbedByKey } from './probed.ts';
import {
  judgeErrorReadable,
  judgeHeaderRefused,
  judgeMethodRefused,
  judgeReadable,
  judgeRedirectFree,
  judgeUnreadable,
} from './single-probe.ts';
import { judgeCrossSitePost } from './cross-site-post.ts';
import { exposedSession, judgeSession, withoutLostSession } from './session.ts';
import { judgeStatus, withoutUndeclared } from './status.ts';
import { withHeadersToDeclare } from './untold-headers.ts';
import { withLackingPath } from './lacking-path.ts';
import { whyNothingToRead } from './undeclared-method.ts';
import { whyUnsteady } from './unsteady.ts';
import { judgeVary, lostVaryCure, replacedVaryCure, varyEvidence, type Variant } from './vary.ts';
import { say } from '../words/say.ts';

/** Judges every check of a route, in the plan's order, by what its probes came to, and by `causes`. Pure. */
export function judgeRoute(
  { checks, bookends, promise }: RoutePlan,
  probed: ProbedByKey,
  causes: Causes = noCauses,
): (readonly [DerivedCheck, Judgement])[] {
  const judged = new Map<string, Judgement>();
  const each = checks.map((check): readonly [DerivedCheck, Judgement] => {
    const basis = judgedBy(check, probed, causes);
    const judgement =
      judgeSpared(check, basis, judged) ??
      withHiddenCookies(judgeCheck(check, basis, bookends, causes.session), causes.session);
    judged.set(check.id, judgement);
    const remark = check.check === 'unreadable' ? exposedSession(judgement, causes.session) : undefined;
    const caused = withCause(check, judgement, causes);
    return [check, remark === undefined ? caused : { ...caused, remark }];
  });
  const handshaken = withoutUndeclared(withHandshakes(each, probed), probed);
  return withLackingPath(withOneRedirect(withoutLostSession(handshaken)), promise, probed);
}

/**
 * Returns what a check comes to whose request was spared, as it follows from another check, of those `judged` before it;
 * `null` for any other check. Nothing follows from a check that reached no verdict.
 */
function judgeSpared(
  { expectation }: DerivedCheck,
  probed: ProbedByKey,
  judged: ReadonlyMap<string, Judgement>,
): Judgement | null {
  if (expectation.check !== 'unreadable' || expectation.from === null) return null;
  if (probed.get(expectation.probe)?.kind !== 'spared') return null;
  const base = judged.get(expectation.from);
  if (base === undefined) return null;
  const { from: followsFrom } = expectation;
  const follows = (finding: Finding): Judgement => ({ finding, observation: null, followsFrom });
  switch (base.finding.status) {
    case 'conforms':
      return follows(conforms(expectation.public ? refusedByAnswer : refusedWithoutCredentials));
    case 'inconclusive':
      return follows(base.finding);
    case 'violates':
      // It was to be read by everybody, and was refused.
      return expectation.public ? follows(conforms(refusedWithoutCredentials)) : null;
    case 'inapplicable':
      return null;
    default:
      return base.finding satisfies never;
  }
}

const refusedWithoutCredentials = say(
  'The request was made with credentials mode "omit" and refused; by the standard, what is refused so is refused with credentials, too, so it was not made with them.',
);

const refusedByAnswer = say(
  'The request was made with credentials mode "omit" and shared; by the standard, what it was answered is a network error for one with credentials, so it was not made with them.',
);

/**
 * Compares what was expected with what was seen. That a page is refused says nothing where everybody was in the end,
 * which `bookends` tell. `session` is what came of opening that of the route. Pure but for the clock, by which cookies expire.
 */
export function judgeCheck(
  check: DerivedCheck,
  probed: ProbedByKey,
  bookends: RoutePlan['bookends'],
  session: Causes['session'] = null,
): Judgement {
  const judgement = judge(check, probed, session);
  if (isUnmade(check, probed)) return judgeWhileLimited(check, probed) ?? judgement;
  if (judgement.finding.status !== 'conforms') return judgement;
  const withCookie = judgeWithCookie(check, probed) ?? judgeWhileLimited(check, probed);
  if (withCookie !== null || !conformsByRefusal.has(check.check)) return withCookie ?? judgement;
  const unsteady =
    bookends === null ? null : whyUnsteady(probed.get(bookends.before), probed.get(bookends.after), bookends);
  return unsteady === null ? judgement : { ...judgement, finding: inconclusive(unsteady) };
}

/** Returns what goes wrong only for a page whose browser has a cookie of the API; `null` if nothing does. */
function judgeWithCookie(check: DerivedCheck, probed: ProbedByKey): Judgement | null {
  const { expectation } = check;
  if (!('probe' in expectation)) return null;
  const main = probed.get(expectation.probe);
  if (main?.kind !== 'observed' || main.withCookie === undefined) return null;
  const again = new Map([...probed].map(([key, one]) => [key, withItsCookie(one)]));
  return violationIn(again, check, say('Only so with a cookie, which the API itself had set before.'));
}

/** Returns what is wrong with the answer that a page got while the API limited requests; `null` if nothing is. */
function judgeWhileLimited(check: DerivedCheck, probed: ProbedByKey): Judgement | null {
  const { expectation } = check;
  if (!readsLimits.has(expectation.check) || !('probe' in expectation)) return null;
  const main = probed.get(expectation.probe);
  if (main?.kind !== 'observed' && main?.kind !== 'unmade') return null;
  if (main.whileLimited === undefined) return null;
  const again = new Map(probed).set(expectation.probe, { kind: 'observed', ...main.whileLimited });
  const remark = say(
    main.kind === 'observed'
      ? 'This is what the API answers where it limits requests; asked again later, it answered otherwise.'
      : 'This is what the API answers where it limits requests; the run had no time to ask again.',
  );
  return violationIn(again, check, remark);
}

function isUnmade({ expectation }: DerivedCheck, probed: ProbedByKey): boolean {
  return 'probe' in expectation && probed.get(expectation.probe)?.kind === 'unmade';
}

/** The checks whether a page reads such an answer, as it has to or must not. */
const readsLimits: ReadonlySet<CheckKind> = new Set(['readable', 'unreadable', 'error-readable']);

/** Returns the violation that `check` shows in what was seen at another time; `null` if there is none. */
function violationIn(again: ProbedByKey, check: DerivedCheck, remark: string): Judgement | null {
  const judgement = judge(check, again, null);
  return judgement.finding.status === 'violates' ? { ...judgement, remark } : null;
}

const withItsCookie = (probed: Probed): Probed =>
  probed.kind === 'observed' && probed.withCookie !== undefined
    ? { kind: 'observed', ...probed.withCookie }
    : probed;

const conformsByRefusal: ReadonlySet<CheckKind> = new Set(['unreadable', 'method-refused', 'header-refused']);

const judge = (check: DerivedCheck, probed: ProbedByKey, session: Causes['session']): Judgement =>
  judgeBy(check.expectation, { probed, role: check.originRole, check, session });

function judgeBy<Kind extends CheckKind>(expectation: Expectation<Kind>, context: Context): Judgement {
  return judges[expectation.check](expectation, context);
}

/** What a judge needs beside what is expected. */
interface Context {
  readonly probed: ProbedByKey;
  readonly role: OriginRole;
  readonly check: Pick<DerivedCheck, 'origin' | 'url'>;
  readonly session: Causes['session'];
}

type Judge<Kind extends CheckKind> = (expectation: Expectation<Kind>, context: Context) => Judgement;

const ofMain =
  <Kind extends Exclude<CheckKind, 'vary' | 'status' | 'session' | 'cross-site-post'>>(
    judgeHeard: (heard: Heard, expectation: Expectation<Kind>, context: Context) => Finding,
  ): Judge<Kind> =>
  (expectation, context) => {
    const key = 'probe' in expectation ? expectation.probe : expectation.first;
    const main = mainProbe(context.probed.get(key), context.role);
    return main.kind === 'unheard'
      ? { finding: main.finding, observation: null }
      : { finding: judgeHeard(main, expectation, context), observation: main.observation };
  };

const orByList =
  <Kind extends ListedKind>(judgeAsked: Judge<Kind>): Judge<Kind> =>
  (expectation, context) =>
    asOneList(
      withLists(judgeAsked(expectation, context), expectation.check, expectation.list, context.probed),
      expectation.check,
      expectation.elsewhere,
    );

const judgeHeaders = orByList<'header-refused'>(
  ofMain(({ observation, testimony }, { name }) => judgeHeaderRefused(observation, testimony, name)),
);

const judges: { readonly [Kind in CheckKind]: Judge<Kind> } = {
  readable: ofMain(({ observation, testimony }) => judgeReadable(observation, testimony)),
  unreadable: ofMain(judgeStranger),
  'method-refused': orByList(
    ofMain(({ observation, testimony }) => judgeMethodRefused(observation, testimony)),
  ),
  'header-refused': (expectation, context) =>
    withHeadersToDeclare(judgeHeaders(expectation, context), expectation, context.probed),
  'headers-exposed': ofMain(({ observation, testimony }, { declared }) =>
    judgeHeadersExposed(observation, testimony, declared),
  ),
  'error-readable': ofMain(({ observation, testimony }, { status }) =>
    judgeErrorReadable(observation, testimony, status),
  ),
  'redirect-free': ofMain(({ observation, testimony }) => judgeRedirectFree(observation, testimony)),
  'preflight-cache': ofMain(judgeCache),
  vary: judgeVariants,
  session: (expectation, { check, probed, session }) => judgeSession(check, expectation, probed, session),
  'cross-site-post': (expectation, { check, probed, session }) =>
    judgeCrossSitePost(check, expectation, probed, session),
  status: (expectation, { probed }) => judgeStatus(expectation, probed),
};

function judgeStranger(
  asked: Heard,
  { probe, control, under, public: isPublic, isDeclared, declared }: Expectation<'unreadable'>,
  { probed, role }: Context,
): Finding {
  const heard = withItsCookieOpened(asked, probed.get(probe));
  const nothing = isDeclared ? null : whyNothingToRead(heard);
  if (nothing !== null) return inapplicable(nothing);
  const testimonyOf = (key: string) => heardOf(probed, key)?.testimony ?? null;
  // Where the request is held, the other pages are granted it as well.
  const isRead = (key: string): boolean => ['shared', 'granted'].includes(testimonyOf(key)?.kind ?? '');
  const mistake = under.find(
    ({ shownBy, unless }) => shownBy.every(isRead) && (unless === null || !isRead(unless)),
  );
  const reader = { role, public: isPublic, mistake: mistake?.diagnosis };
  return judgeUnreadable(heard.observation, heard.testimony, testimonyOf(control), reader, declared);
}

/** Returns what was heard of a WebSocket that opens with a cookie as well: that decides how bad it is. */
function withItsCookieOpened(heard: Heard, probed: Probed | undefined): Heard {
  const again = probed?.kind === 'observed' ? probed.withCookie : undefined;
  const isOpened = again?.observation.request.api === 'WebSocket' && again.testimony.kind === 'shared';
  return isOpened ? again : heard;
}

function judgeCache(
  { observation, testimony }: Heard,
  { second, declaredSeconds }: Expectation<'preflight-cache'>,
  { probed }: Context,
): Finding {
  const again = heardOf(probed, second);
  return again === null
    ? inconclusive(say('The second request was not made.'))
    : judgePreflightCache(observation, testimony, again.observation, declaredSeconds);
}

// The check is about several probes, none more than another.
function judgeVariants({ on, variants, declared }: Expectation<'vary'>, { probed }: Context): Judgement {
  const unmade = variants.map(({ probe }) => probed.get(probe)).find((one) => one?.kind === 'unmade');
  if (unmade?.kind === 'unmade') {
    return { finding: inconclusive(unmade.reason, unmade.diagnosis), observation: null };
  }
  const seen = variants.map(({ role, probe }) => ({
    role,
    observation: heardOf(probed, probe)?.observation ?? null,
  }));
  const finding = withCure(judgeVary(on, seen, declared), seen, probed);
  return { finding, observation: varyEvidence(on, seen, finding.status) };
}

/** Returns `finding` with what to do first, where what is missing was there before, or replaces something itself. */
function withCure(finding: Finding, seen: readonly Variant[], probed: ProbedByKey): Finding {
  if (finding.status !== 'violates' || finding.diagnosis !== 'vary-origin-missing') return finding;
  const all = [...probed.values()].flatMap((one) => (one.kind === 'observed' ? [one.observation] : []));
  const cures = [lostVaryCure(seen, all), replacedVaryCure(seen)].filter((cure) => cure !== '');
  return { ...finding, filling: { ...finding.filling, cure: cures.join(' ') } };
}
