import { isOfPreflight } from '../diagnoses/of-preflight.ts';
import type { DiagnosisId, Owner } from '../diagnoses/vocabulary.ts';
import { hintedFor, type OneFix } from '../fix/hints.ts';
import type { PrintableFix } from '../fix/fix.ts';
import type { StackId } from '../fix/stacks.ts';
import { withoutOptionText } from '../fix/without-option.ts';
import { containsHeader } from '../fetch-standard/header-list.ts';
import { isOkStatus } from '../fetch-standard/statuses.ts';
import type { Exchange, HeaderList, Verdict } from '../model.ts';
import { ApiSeen, isAnswered } from './api-seen.ts';
import type { Answered, Carrying } from './carrying.ts';
import { layerSeen, nothingSeen } from './cors-layer.ts';
import { cureBy, isDoubled } from './cure.ts';
import { responderOf, type Found } from './responder.ts';
import { linesOf, throughSigns } from './signs.ts';
import type { Usual } from './usual.ts';
import { say } from '../words/say.ts';

/** A verdict that says who answered, and whose file cures it. */
export interface Told {
  readonly verdict: Verdict;
  /** Who made the response that it is about; `null` if none is. */
  readonly responder: Found | null;
  /** Whether a file that adds CORS headers cures it, as far as the responder decides. */
  readonly hasFile: boolean;
  /** The fixes whose files alone show the cure; `null`: all of its stack do. */
  readonly shownBy: readonly OneFix[] | null;
}

/**
 * Returns `verdicts`, those of a report, each that violates the policy with the responder of its response, and with who has
 * to change what by that. `target` is the API's address. Pure, and the same for any order of `verdicts`.
 */
export function sayResponders(
  verdicts: readonly Verdict[],
  target: string,
  known: Known = { stack: null, library: [] },
): readonly Told[] {
  const seen = new ApiSeen(verdicts, target);
  return verdicts.map((verdict) => tell(verdict, seen, known));
}

/** What is known of the API without any answer, and of what stacks miss. */
export interface Known {
  /** What the policy names. */
  readonly stack: StackId | null;
  readonly library: readonly Pick<PrintableFix, 'stack' | 'variant' | 'broken'>[];
}

function tell(verdict: Verdict, seen: ApiSeen, known: Known): Told {
  const { status, diagnosis, owner, route, remedy, headersToSend, proof, exchanges } = verdict;
  const failed = diagnosis === null ? undefined : failedOf(diagnosis, exchanges);
  const silent: Told = { verdict, responder: null, hasFile: true, shownBy: null };
  if (status !== 'violates' || diagnosis === null || owner === null || failed === undefined) return silent;
  const responder = responderOf(failed, failed.response, seen.usualOf(route));
  const cure = cureBy(responder, diagnosis, owner);
  const isOwn = responder.kind !== 'proxy' && responder.kind !== 'authorizer';
  const layer = cure.byHeaders ? layerSeen(diagnosis, failed, seen.carrying, { isOwn }) : nothingSeen;
  const { status: code } = failed.response;
  const isOk = failed.purpose === 'preflight' || isOkStatus(code);
  // Of nobody knows whom: not of the application whose layer is there, unless that takes all lines away.
  const isElsewhere = responder.kind === 'unknown' && responder.isLacking && layer.isMissed && !isOk;
  const usual = seen.usualOf(route);
  // A server in front may be what adds the headers, and leave this response out.
  const isByApplication = isOfApplication(seen.carrying);
  const isOfEither =
    layer.isMissed &&
    diagnosis === 'origin-missing' &&
    isOwn &&
    !isByApplication &&
    isBehindProxy(failed, usual);
  const stacks = layer.isMissed
    ? stacksOf(responder, { diagnosis, named: known.stack, usual, failed, isOfEither, isByApplication })
    : [];
  const madeBy = responder.kind;
  const hints = stacks.flatMap(
    (stack) =>
      hintedFor(known.library, stack, {
        diagnosis,
        status: code,
        isOk,
        madeBy,
        isBare: isElsewhere,
        isOfEither: !isOwn && !isDoubled(diagnosis) && isShownBehind(usual),
      }) ?? [],
  );
  const shownBy = hints.flatMap((one) => one.shownBy);
  const isShown = shownBy.length > 0;
  // The reader has the layer: its file cures nothing, unless it shows what the one that is there misses.
  const isHad =
    isOwn &&
    layer.isMissed &&
    !isDoubled(diagnosis) &&
    (layer.isThere || layer.isOnOthers || (isOfPreflight(diagnosis) && hints.length > 0));
  // Unless the handler is known that does it, a server in front writes over a Vary as often.
  const isWrittenOver = layer.isMissed && diagnosis === 'vary-origin-missing' && hints.length === 0;
  const alsoOwners =
    remedy.startsWith(lostByCompression) || isWrittenOver || isOfEither
      ? [...new Set<Owner>([...cure.alsoOwners, 'operator'])].filter((one) => one !== cure.owner)
      : cure.alsoOwners;
  const isSaid = remedy.startsWith(lostBefore) || remedy.startsWith(lostByCompression);
  const said = isSaid ? [] : [layer.said, cure.before];
  const before = [...said, ...hints.map(({ text }) => text)].filter((text) => text !== '').join(' ');
  const stack = known.stack ?? onlyOne(responder.guess?.stacks ?? []);
  const after = stack === null || !cure.byHeaders ? '' : withoutOptionText(stack, diagnosis);
  const told = cure.instead ?? `${before} ${remedy} ${after}`.trim();
  return {
    responder,
    hasFile: cure.byHeaders && responder.kind !== 'login' && (!isHad || isShown) && !isElsewhere,
    shownBy: isHad && isShown ? shownBy : null,
    verdict: {
      ...verdict,
      owner: cure.owner,
      ...(alsoOwners.length === 0 ? {} : { alsoOwners }),
      responder: { kind: responder.kind, name: responder.name, said: responder.said },
      remedy: told,
      headersToSend: cure.byHeaders ? headersToSend : [],
      proof:
        proof === null || cure.byHeaders
          ? proof
          : {
              outcome: 'not-tried',
              said: `${say('Not tried: response headers cannot make it right.')} ${told}`,
              headers: [],
            },
    },
  };
}

/** Returns the last exchange of those that `diagnosis` is about; `undefined` if none was answered. */
export function failedOf(diagnosis: DiagnosisId, exchanges: readonly Exchange[]): Answered | undefined {
  const answered = exchanges.filter(isAnswered);
  const preflight = answered.findLast(({ purpose }) => purpose === 'preflight');
  return (isOfPreflight(diagnosis) ? preflight : undefined) ?? answered.at(-1);
}

/**
 * Returns the stacks whose layer misses a response: that of the application, or each that runs on its server, or that of
 * the server in front where nothing is known of an application; of what a server in front answers itself, that server's, unless the
 * application behind it is seen to add the headers. A second line may be that of any server in front.
 */
function stacksOf({ kind, guess, isBeside }: Found, of: MissedBy): readonly StackId[] {
  const { diagnosis, named, usual, failed, isOfEither, isByApplication } = of;
  const through = usual?.through ?? [];
  const inFront = [...(usual?.known ?? [])].flatMap((sign) =>
    sign.kind === 'proxy' ? (sign.stacks ?? []) : [],
  );
  if (isDoubled(diagnosis)) return [...new Set([...(named === null ? [] : [named]), ...inFront])];
  if (kind === 'proxy' || kind === 'authorizer') return isByApplication ? [] : (guess?.stacks ?? []);
  if (isBeside && guess !== null) return guess.stacks;
  const own =
    named === null
      ? (guess?.stacks ?? through.flatMap(({ sign }) => (sign.stacks === undefined ? [] : [sign.stacks]))[0])
      : [named];
  if (own === undefined) return inFront;
  return [...new Set([...own, ...mountedIn(failed.response.headers), ...(isOfEither ? inFront : [])])];
}

/** What decides whose layer misses a response, beside who made it. */
interface MissedBy {
  readonly diagnosis: DiagnosisId;
  /** What the policy names. */
  readonly named: StackId | null;
  readonly usual: Usual | null;
  readonly failed: Answered;
  /** Whether the layer may be that of the application or of a server in front. */
  readonly isOfEither: boolean;
  /** Whether the application is seen to add the headers of the others. */
  readonly isByApplication: boolean;
}

/** Reports whether a line of `failed` shows a server in front that other responses show as well. */
const isBehindProxy = ({ response }: Answered, usual: Usual | null): boolean =>
  [...(usual?.known ?? [])].some((sign) => sign.kind === 'proxy' && linesOf(response.headers, sign) !== null);

/** Reports whether the API's other responses show an application, which may be what adds their headers. */
const isShownBehind = (usual: Usual | null): boolean => (usual?.through ?? []).length > 0;

/**
 * Reports whether the application answers CORS-preflight requests by the CORS headers, which the OPTIONS of no router does
 * without Allow.
 */
function isOfApplication(carrying: Carrying): boolean {
  const preflight = carrying.first({ purpose: 'preflight' })?.response.headers ?? [];
  return (
    throughSigns.some((sign) => linesOf(preflight, sign) !== null) && !containsHeader(preflight, 'Allow')
  );
}

/** Returns the stacks of what is mounted in an application, whose own line may stand beside its. */
const mountedIn = (headers: HeaderList): readonly StackId[] =>
  throughSigns.flatMap((sign) =>
    sign.isMounted === true && linesOf(headers, sign) !== null ? (sign.stacks ?? []) : [],
  );

const onlyOne = ([stack, ...others]: readonly StackId[]): StackId | null =>
  stack === undefined || others.length > 0 ? null : stack;

/** How the remedy begins where the judge has said already that Vary is written over. */
const lostBefore = 'The CORS-preflight response of this address says Vary: Origin';
/** The same of what compresses, which is a server in front as often as a layer of the application. */
const lostByCompression = 'Another answer of this address, which is not compressed, says Vary: Origin';
