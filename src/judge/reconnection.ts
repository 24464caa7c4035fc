import type { Observation } from '../model.ts';
import { say } from '../words/say.ts';
import { conforms, inapplicable, lastStatus, type Finding } from './finding.ts';
import type { Testimony } from './witnesses.ts';

/**
 * Returns the finding of an event stream that the browser opens again by itself, where there is more to say of it than of any
 * answer; `null` where there is not, and of any other request.
 *
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#reestablish-the-connection
 */
export function judgeReconnection(observation: Observation, testimony: Testimony): Finding | null {
  const { outcome, request, exchanges } = observation;
  if (request.reconnects !== true) return null;
  const unasked = whyNotAskedAgain(outcome, exchanges.at(-1)?.response != null);
  if (unasked !== null) return inapplicable(unasked);
  const status = lastStatus(observation);
  if (outcome.kind === 'network-error' && status === 204) {
    return inapplicable(
      say(
        'The stream ended, and the API answered the browser, which asked again, with status 204: that ends an event stream for good, so that no page reads more of it.',
      ),
    );
  }
  if (testimony.kind !== 'shared') return null;
  return conforms(
    say(
      'The stream ended, the browser asked again by itself, and the page reads the answer, status {status}.',
      {
        status: status ?? say('unknown'),
      },
    ),
  );
}

/** Returns why the browser asked once alone; `null` if it asked again. The words are those of the page. */
function whyNotAskedAgain(outcome: Observation['outcome'], isAnswered: boolean): string | null {
  switch (outcome.kind) {
    case 'response':
      if (outcome.bodyError === 'the stream went on') {
        return say(
          'The stream did not end within 1 s, so that the browser had no reason to ask again: what its second request is answered was not seen. It is the same request, with Last-Event-ID where an event had an id.',
        );
      }
      return outcome.bodyError === null
        ? null
        : say(
            'The stream ended, and the browser did not ask again within 6 s, as a longer retry may tell it.',
          );
    case 'network-error':
      return outcome.message === 'EventSource error event'
        ? say('The page does not open the stream at all; see the verdict on its first request.')
        : null;
    case 'timeout':
      return isAnswered
        ? say('The browser did not ask again within {ms} ms of its first request.', { ms: outcome.afterMs })
        : null;
    case 'held':
      return null;
    default:
      return outcome satisfies never;
  }
}
