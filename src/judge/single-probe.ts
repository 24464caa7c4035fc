import type { QuirkId } from '../engines/quirk.ts';
import { getHeader } from '../fetch-standard/header-list.ts';
import type { Observation } from '../model.ts';
import { undeclaredMethod } from '../plan/route-requests.ts';
import { isCutShort } from './unread-response.ts';
import type { Testimony } from './witnesses.ts';
import { handshakeOpened, handshakeRefused, isHandshakeRefused, lastHandshakeStatus } from './handshakes.ts';
import { answersLater } from './answers-later.ts';
import { judgeReconnection } from './reconnection.ts';
import { exposureFor, exposureSeverity, grantSeverity, type Reader } from './exposure.ts';
import {
  preflightRedirectCure,
  redirectBehind,
  redirectCure,
  redirectFilling,
  redirectIn,
} from './redirects.ts';
import {
  conforms,
  inapplicable,
  inconclusive,
  lastStatus,
  quoted,
  violates,
  type Finding,
} from './finding.ts';
import { say, type Told } from '../words/say.ts';

/** Reports whether the quirk has a part in it that is a hazard of the answers. The others are the engine's affair. */
const isAuthorizationByWildcard = ({ quirks }: { readonly quirks: readonly QuirkId[] }): boolean =>
  quirks.includes('authorization-by-wildcard');

/** Judges whether a trusted page may read the response; a held request may be sent. */
export function judgeReadable(observation: Observation, testimony: Testimony): Finding {
  return judgeReconnection(observation, testimony) ?? judgeAnswer(observation, testimony);
}

function judgeAnswer(observation: Observation, testimony: Testimony): Finding {
  switch (testimony.kind) {
    case 'shared':
      if (observation.request.api === 'WebSocket') return conforms(say('The page opens the WebSocket.'));
      return !isAuthorizationByWildcard(testimony)
        ? conforms(
            say('The page reads the response, status {status}.', {
              status: lastStatus(observation) ?? say('unknown'),
            }),
          )
        : violates('authorization-by-wildcard');
    case 'granted':
      return !isAuthorizationByWildcard(testimony)
        ? conforms(
            say('The CORS-preflight request is granted, response not seen: the actual request was held.'),
          )
        : violates('authorization-by-wildcard');
    case 'refused':
      return tooClosed(observation, testimony);
    case 'neighbour':
      return isHandshakeRefused(testimony) && lastHandshakeStatus(observation) === 403
        ? violates(testimony.diagnosis, { value: testimony.value })
        : undecided(observation, testimony);
    case 'unsent':
      return inapplicable(
        say(
          'The request is unsafe and needs no CORS-preflight request, so it was held before anything was sent; declare send: true to judge it.',
        ),
      );
    default:
      return undecided(observation, testimony);
  }
}

/** Names what refuses a trusted page: the answer itself, or the redirect that it comes of. */
function tooClosed(
  observation: Observation,
  { diagnosis, values }: Extract<Testimony, { kind: 'refused' }>,
): Finding {
  const redirect = redirectBehind(observation, diagnosis);
  if (redirect !== null) {
    return violates('resource-redirect-refused', { ...redirectFilling(redirect), names: diagnosis });
  }
  const onTheWay = redirectIn(observation);
  return violates(diagnosis, {
    value: quoted(values),
    names: values.join(', '),
    status: lastStatus(observation),
    ...(onTheWay === null ? preflightRedirectCure(observation) : redirectCure(onTheWay)),
  });
}

/**
 * Judges whether an error response may be read; `status` is what the policy says that it has, `null` where the API has
 * nothing.
 */
export function judgeErrorReadable(
  observation: Observation,
  testimony: Testimony,
  status: number | null,
): Finding {
  const seen = lastStatus(observation);
  if (testimony.kind === 'shared' && status !== null && seen !== status) {
    return inconclusive(
      say(
        'The policy says that this request is answered with status {status}, but the answer was {seen}; the error response was not seen.',
        { status, seen: seen ?? say('none') },
      ),
    );
  }
  const finding = judgeReadable(observation, testimony);
  // Nothing that the policy promises fails where the API has nothing.
  return status === null && finding.status === 'violates' ? { ...finding, severity: 'medium' } : finding;
}

/**
 * Judges whether a page that is not trusted may neither read the response nor have a CORS-preflight request granted.
 * `control` is what the same request came to from a stranger's page; statuses of `declared` are those that were
 * expected.
 */
export function judgeUnreadable(
  observation: Observation,
  testimony: Testimony,
  control: Testimony | null,
  reader: Reader,
  declared: readonly number[] = [],
): Finding {
  // What had come of a body that broke off was shared all the same.
  const shared = testimony.kind === 'neighbour' && isCutShort(observation) ? cutShort : testimony;
  switch (shared.kind) {
    case 'refused':
      return refusedBy(observation, say('The browser does not share the response with this page.'), declared);
    case 'granted':
      return violates('preflight-origin-granted', {}, grantSeverity(reader));
    case 'neighbour':
      return isHandshakeRefused(shared)
        ? handshakeRefused(observation, shared.value)
        : undecided(observation, shared);
    case 'shared': {
      if (observation.request.api === 'WebSocket') return handshakeOpened(observation, reader, control);
      if (shared.quirks.includes('font-without-cors')) {
        return inapplicable(
          say(
            'This engine asks for fonts without CORS, so that a page of any origin gets them, whatever the server answers; what other engines say of it holds.',
          ),
        );
      }
      const withCredentials = observation.request.credentialsMode === 'include';
      const strangerReads = control?.kind === 'shared';
      const { diagnosis, seenAs } = exposureFor(reader, { withCredentials, strangerReads });
      return violates(diagnosis, { seenAs }, exposureSeverity(diagnosis, { withCredentials }));
    }
    case 'unsent':
      return inapplicable(
        say(
          'The request is unsafe and needs no CORS-preflight request, so it was held before anything was sent: what it answers to a page that is not trusted was not seen.',
        ),
      );
    default:
      return undecided(observation, shared);
  }
}

const cutShort: Testimony = { kind: 'shared', quirks: [] };

/** Judges whether a method that the policy does not declare is refused. */
export function judgeMethodRefused(observation: Observation, testimony: Testimony): Finding {
  const { method } = observation.request;
  if (testimony.kind === 'granted') {
    // Nobody lists a method that was made up.
    const isRepeated =
      method === undeclaredMethod && !isAnyGranted(observation, 'Access-Control-Allow-Methods');
    return violates('method-undeclared-granted', {
      names: method,
      ...(isRepeated ? { cure: repeatsMethods() } : {}),
    });
  }
  return refusedOrUndecided(observation, testimony);
}

/** Judges whether a request header that the policy does not declare is refused. */
export function judgeHeaderRefused(observation: Observation, testimony: Testimony, name: string): Finding {
  if (testimony.kind === 'granted') {
    const isRepeated = !isAnyGranted(observation, 'Access-Control-Allow-Headers');
    return violates('header-undeclared-granted', {
      names: name,
      ...(isRepeated ? { cure: repeatsHeaders() } : {}),
    });
  }
  return refusedOrUndecided(observation, testimony);
}

/** Reports whether the CORS-preflight responses say "*". */
const isAnyGranted = ({ exchanges }: Observation, list: string): boolean =>
  exchanges.some(({ response }) => response !== null && getHeader(response.headers, list)?.trim() === '*');

// Libraries without such an option, as docs/conformance.md shows them.
const repeatsMethods = (): string =>
  say(
    'The list repeats the method that the page asked for. Some CORS libraries have no option for methods and do so (Javalin 7): there, answer CORS-preflight requests before the library does.',
  );
const repeatsHeaders = (): string =>
  say(
    'The list repeats what the page asked for. Many CORS libraries do so where their option is left out, and some have none for request headers (Falcon 4, Javalin 7): set it, or answer CORS-preflight requests before the library does.',
  );

/** Judges whether nothing stands between the page and the resource but the server itself. */
export function judgeRedirectFree(observation: Observation, testimony: Testimony): Finding {
  const redirect = redirectIn(observation);
  if (redirect !== null && testimony.kind === 'refused') {
    return inapplicable(
      say('The page is refused at the redirect or behind it; see the verdict on the same request.'),
    );
  }
  if (redirect !== null) return violates('resource-redirect', redirectFilling(redirect));
  if (testimony.kind === 'neighbour' || testimony.kind === 'disagreement') {
    return inapplicable(say('No complete exchange was seen; see the verdict on the same request.'));
  }
  return conforms(say('No redirect was seen.'));
}

/** Returns the finding on a response neither shared nor refused by CORS: nothing can be said of the policy. */
export function undecided(
  observation: Observation,
  testimony: Extract<Testimony, { kind: 'neighbour' | 'disagreement' }>,
): Finding {
  if (testimony.kind === 'disagreement') return inconclusive(testimony.reason);
  const redirect = testimony.diagnosis === 'redirect-elsewhere' ? redirectIn(observation) : null;
  return {
    status: 'inconclusive',
    diagnosis: testimony.diagnosis,
    seen: null,
    filling: {
      value: testimony.value,
      status: lastStatus(observation),
      ...(redirect === null ? {} : redirectCure(redirect)),
    },
  };
}

function refusedOrUndecided(observation: Observation, testimony: Testimony): Finding {
  switch (testimony.kind) {
    case 'refused':
      return refusedBy(observation, say('The CORS-preflight response does not grant the request.'));
    case 'shared':
    case 'unsent':
      return inconclusive(
        say('The request was expected to need a CORS-preflight request, but none was seen.'),
      );
    case 'granted':
      return inconclusive(say('The CORS-preflight request was granted.'));
    default:
      return undecided(observation, testimony);
  }
}

/** Returns the finding of a refusal; whoever is told to come back later was not judged by the policy yet. */
function refusedBy(observation: Observation, seen: Told, declared: readonly number[] = []): Finding {
  const status = lastStatus(observation);
  if (status === null || !answersLater(status, declared)) return conforms(seen);
  return inconclusive(
    say(
      'The request is refused, but by an answer with status {status}, which says that the API does not answer just now; what it answers when it does was not seen. If it limits requests, set limits.requestsPerSecond in the policy.',
      { status },
    ),
  );
}
