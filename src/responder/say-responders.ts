import type { Verdict } from '../model.ts';
import { ApiSeen, isAnswered } from './api-seen.ts';
import { layerSeen } from './cors-layer.ts';
import { cureBy } from './cure.ts';
import { responderOf, type Found } from './responder.ts';

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
export function sayResponders(verdicts: readonly Verdict[], target: string): readonly Told[] {
  const seen = new ApiSeen(verdicts, target);
  return verdicts.map((verdict) => tell(verdict, seen));
}

function tell(verdict: Verdict, seen: ApiSeen): Told {
  const { status, diagnosis, owner, route, remedy, headersToSend, proof, exchanges } = verdict;
  const failed = exchanges.findLast(isAnswered);
  const silent: Told = { verdict, responder: null, hasFile: true };
  if (status !== 'violates' || diagnosis === null || owner === null || failed === undefined) return silent;
  const responder = responderOf(failed, failed.response, seen.usualOf(route));
  const cure = cureBy(responder, diagnosis, owner);
  const isOwn = responder.kind !== 'proxy' && responder.kind !== 'authorizer';
  const layer = cure.byHeaders
    ? layerSeen(diagnosis, failed, seen.carrying, { isOwn })
    : { said: '', isThere: false };
  const before = [layer.said, cure.before]
    .filter((text) => text !== '' && !remedy.startsWith(lostBefore))
    .join(' ');
  const { kind, name, said } = responder;
  const told = cure.instead ?? `${before} ${remedy}`.trim();
  return {
    responder,
    hasFile: cure.byHeaders && responder.kind !== 'login' && !(layer.isThere && isOwn),
    verdict: {
      ...verdict,
      owner: cure.owner,
      ...(cure.alsoOwners.length === 0 ? {} : { alsoOwners: cure.alsoOwners }),
      responder: { kind, name, said },
      remedy: told,
      headersToSend: cure.byHeaders ? headersToSend : [],
      proof:
        proof === null || cure.byHeaders
          ? proof
          : {
              outcome: 'not-tried',
              said: `Not tried: response headers cannot make it right. ${told}`,
              headers: [],
            },
    },
  };
}

/** How the remedy begins where the judge has said already that Vary is written over. */
const lostBefore = 'The CORS-preflight response of this address says Vary: Origin';
