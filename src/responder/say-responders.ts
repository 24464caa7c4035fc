import { isOfPreflight } from '../diagnoses/of-preflight.ts';
import type { DiagnosisId, Owner } from '../diagnoses/vocabulary.ts';
import { hintText } from '../fix/hints.ts';
import type { PrintableFix } from '../fix/fix.ts';
import type { StackId } from '../fix/stacks.ts';
import { withoutOptionText } from '../fix/without-option.ts';
import { isOkStatus } from '../fetch-standard/statuses.ts';
import type { Exchange, HeaderList, Verdict } from '../model.ts';
import { ApiSeen, isAnswered } from './api-seen.ts';
import type { Answered } from './carrying.ts';
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
  readonly library: readonly Pick<PrintableFix, 'stack' | 'broken'>[];
}

function tell(verdict: Verdict, seen: ApiSeen, known: Known): Told {
  const { status, diagnosis, owner, route, remedy, headersToSend, proof, exchanges } = verdict;
  const failed = diagnosis === null ? undefined : failedOf(diagnosis, exchanges);
  const silent: Told = { verdict, responder: null, hasFile: true };
  if (status !== 'violates' || diagnosis === null || owner === null || failed === undefined) return silent;
  const responder = responderOf(failed, failed.response, seen.usualOf(route));
  const cure = cureBy(responder, diagnosis, owner);
  const isOwn = responder.kind !== 'proxy' && responder.kind !== 'authorizer';
  const layer = cure.byHeaders ? layerSeen(diagnosis, failed, seen.carrying, { isOwn }) : nothingSeen;
  const stacks = layer.isMissed
    ? stacksOf(responder, diagnosis, known.stack, seen.usualOf(route), failed.response.headers)
    : [];
  const { status: code } = failed.response;
  const isOk = failed.purpose === 'preflight' || isOkStatus(code);
  const hints = stacks.map((stack) => hintText(known.library, stack, { diagnosis, status: code, isOk }));
  // Of nobody knows whom, and not of the application whose layer is there: what is known of its stack cures nothing.
  const isElsewhere = responder.kind === 'unknown' && responder.isLacking && layer.isMissed && !isOk;
  // Unless the handler is known that does it, a server in front writes over a Vary as often.
  const isWrittenOver =
    layer.isMissed && diagnosis === 'vary-origin-missing' && hints.every((one) => one === '');
  const alsoOwners =
    remedy.startsWith(lostByCompression) || isWrittenOver
      ? [...new Set<Owner>([...cure.alsoOwners, 'operator'])]
      : cure.alsoOwners;
  const isSaid = remedy.startsWith(lostBefore) || remedy.startsWith(lostByCompression);
  const said = isSaid ? [] : [layer.said, cure.before];
  const before = [...said, ...hints].filter((text) => text !== '').join(' ');
  const stack = known.stack ?? onlyOne(responder.guess?.stacks ?? []);
  const after = stack === null || !cure.byHeaders ? '' : withoutOptionText(stack, diagnosis);
  const told = cure.instead ?? `${before} ${remedy} ${after}`.trim();
  return {
    responder,
    hasFile: cure.byHeaders && responder.kind !== 'login' && !(layer.isThere && isOwn) && !isElsewhere,
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
 * the server in front where nothing is known of an application; of what a server in front answers itself, that server's, unless the headers come from what is
 * behind it. A second line may be that of any server in front.
 */
function stacksOf(
  { kind, guess, isBeside }: Found,
  diagnosis: DiagnosisId,
  named: StackId | null,
  usual: Usual | null,
  headers: HeaderList,
): readonly StackId[] {
  const through = usual?.through ?? [];
  const inFront = [...(usual?.known ?? [])].flatMap((sign) =>
    sign.kind === 'proxy' ? (sign.stacks ?? []) : [],
  );
  if (isDoubled(diagnosis)) return [...new Set([...(named === null ? [] : [named]), ...inFront])];
  if (kind === 'proxy' || kind === 'authorizer') return through.length > 0 ? [] : (guess?.stacks ?? []);
  if (isBeside && guess !== null) return guess.stacks;
  const own =
    named === null
      ? (guess?.stacks ?? through.flatMap(({ sign }) => (sign.stacks === undefined ? [] : [sign.stacks]))[0])
      : [named];
  return [...new Set(own === undefined ? inFront : [...own, ...mountedIn(headers)])];
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
