import { exposures } from '../diagnoses/exposures.ts';
import type { Observation } from '../model.ts';
import type { DerivedCheck } from '../plan/derived-check.ts';
import { answersLater } from './answers-later.ts';
import { exposureFor, exposureSeverity, type Reader } from './exposure.ts';
import { conforms, inapplicable, inconclusive, violates, type Finding, type Judgement } from './finding.ts';
import { say } from '../words/say.ts';
import { hearHandshake } from './hear-handshake.ts';
import { carriedCookie } from './set-cookie.ts';
import { heardOf, type ProbedByKey } from './probed.ts';
import type { Testimony } from './witnesses.ts';

type Neighbour = Extract<Testimony, { kind: 'neighbour' }>;

/** Reports whether a server did not let a page open a WebSocket. */
export const isHandshakeRefused = (
  testimony: Testimony,
): testimony is Neighbour & { readonly diagnosis: 'websocket-handshake-refused' } =>
  testimony.kind === 'neighbour' && testimony.diagnosis === 'websocket-handshake-refused';

/** Returns the status by which the handshake was refused; `null` if there is none. */
export function lastHandshakeStatus(observation: Observation): number | null {
  const handshake = hearHandshake(observation);
  return handshake.kind === 'declined' ? handshake.status : null;
}

/** Returns the finding where a page that is not trusted does not open the WebSocket, as the server did what is `said`. */
export function handshakeRefused(observation: Observation, said: string): Finding {
  const status = lastHandshakeStatus(observation);
  return status !== null && answersLater(status)
    ? inconclusive(
        say(
          'The server {said}, which says that it does not answer just now; what it answers when it does was not seen. If it limits requests, set limits.requestsPerSecond in the policy.',
          { said },
        ),
      )
    : conforms(say('The page does not open the WebSocket: the server {said}.', { said }));
}

/** Returns the finding where it opens it. It is as bad as any reading of a session if a cookie travelled. */
export function handshakeOpened(
  observation: Observation,
  reader: Reader,
  control: Testimony | null,
): Finding {
  const withCredentials = carriedCookie(observation);
  const strangerReads = control?.kind === 'shared';
  const { diagnosis } = exposureFor(reader, { withCredentials, strangerReads });
  // Where strangers are refused, the comparison is at fault that lets this page in.
  const cure = strangerReads || !isOfComparison(diagnosis) ? '' : exposures[diagnosis].remedy;
  const id = 'websocket-origin-unchecked';
  return violates(id, { cure }, exposureSeverity(id, { withCredentials }));
}

/** Reports whether the remedy is about how origins are compared, and not about CORS headers. */
const isOfComparison = (id: keyof typeof exposures): boolean =>
  id.startsWith('origin-') || id === 'insecure-origin-trusted' || id === 'shared-host-trusted';

/**
 * Returns `judged`, those of a route, by what all of its handshakes say together. Where one page opens the WebSocket, the
 * origin decides that another does not. Where no trusted page opens it, no refusal says anything of the page.
 */
export function withHandshakes(
  judged: readonly (readonly [DerivedCheck, Judgement])[],
  probed: ProbedByKey,
): (readonly [DerivedCheck, Judgement])[] {
  const opens = judged.flatMap(([check]) => (isOpened(check, probed) ? [check] : []));
  const isRefusedToTrusted = ({ expectation, originRole }: DerivedCheck): boolean =>
    originRole === 'trusted' && expectation.check === 'readable' && isHandshake(expectation.probe, probed);
  const isAsked = judged.some(([check]) => isRefusedToTrusted(check));
  const isTrustedIn = opens.some(({ originRole }) => originRole === 'trusted');
  return judged.map(([check, judgement]) => {
    const { finding, observation } = judgement;
    if (observation?.request.api !== 'WebSocket') return [check, judgement];
    if (isRefusedToTrusted(check) && finding.status === 'inconclusive' && opens.length > 0) {
      const { diagnosis, filling } = finding;
      return diagnosis === 'websocket-handshake-refused'
        ? [check, { ...judgement, finding: violates(diagnosis, filling) }]
        : [check, judgement];
    }
    const saysNothing =
      check.check === 'unreadable' && finding.status === 'conforms' && isAsked && !isTrustedIn;
    return saysNothing
      ? [
          check,
          {
            ...judgement,
            finding: inapplicable(
              say(
                'No trusted page opens the WebSocket either, so that this page does not says nothing of its origin; see the verdict on the trusted page.',
              ),
            ),
          },
        ]
      : [check, judgement];
  });
}

const isHandshake = (key: string, probed: ProbedByKey): boolean =>
  heardOf(probed, key)?.observation.request.api === 'WebSocket';

function isOpened({ expectation }: DerivedCheck, probed: ProbedByKey): boolean {
  if (expectation.check !== 'readable' && expectation.check !== 'unreadable') return false;
  const heard = heardOf(probed, expectation.probe);
  return heard?.observation.request.api === 'WebSocket' && heard.testimony.kind === 'shared';
}
