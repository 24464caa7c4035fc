import type { DerivedCheck } from '../plan/derived-check.ts';
import { parseUrl } from '../fetch-standard/urls.ts';
import type { Observation } from '../model.ts';
import type { RoutePromise } from '../plan/server-promise.ts';
import { say } from '../words/say.ts';
import type { Judgement } from './finding.ts';
import type { ProbedByKey } from './probed.ts';

/**
 * Returns `judged`, in which a CORS-preflight request that is answered with 404 at a path that the API does not have is
 * of medium severity, and said to be that: what the page is kept from is an error. That the path is not there is what the
 * policy declares of an error, or what the API answers to all other requests there of declared methods, if no token is
 * declared, without which many an API says that nothing is there.
 */
export const withLackingPath = (
  judged: readonly (readonly [DerivedCheck, Judgement])[],
  promise: Promised,
  probed: ProbedByKey,
): (readonly [DerivedCheck, Judgement])[] =>
  judged.map(([check, judgement]) => [check, ofLackingPath(check, judgement, promise, probed)]);

type Promised = Pick<RoutePromise, 'methods' | 'requestHeaders'>;

function ofLackingPath(
  { check, expectation }: DerivedCheck,
  judgement: Judgement,
  promise: Promised,
  probed: ProbedByKey,
): Judgement {
  const { finding, observation } = judgement;
  if (finding.status !== 'violates' || observation === null) return judgement;
  const preflight = observation.exchanges.findLast(({ response }) => response !== null);
  if (preflight?.purpose !== 'preflight' || !nothingThere.has(preflight.response?.status ?? 0))
    return judgement;
  const isDeclared =
    expectation.check === 'error-readable' &&
    (expectation.status === null || nothingThere.has(expectation.status));
  if (!isDeclared && (check !== 'readable' || !isAbsent(preflight.url, promise, probed))) return judgement;
  const url = parseUrl(preflight.url);
  return {
    ...judgement,
    finding: {
      ...finding,
      severity: 'medium',
      filling: {
        ...finding.filling,
        cure: isDeclared
          ? say(
              'The API has nothing at {path}, and its 404 to the CORS-preflight request keeps the page from the 404 that it asks for: answer OPTIONS on every path, before the router.',
              { path: url?.pathname ?? preflight.url },
            )
          : say(
              'The API answers the other requests for {path} with 404 as well: it has nothing there. Correct the path in the policy, or what serves it, first.',
              { path: url?.pathname ?? preflight.url },
            ),
      },
    },
  };
}

/** Not Found, Gone. */
const nothingThere: ReadonlySet<number> = new Set([404, 410]);

/** Reports whether declared requests for `url` were answered, and each as if nothing were there. */
function isAbsent(url: string, { methods, requestHeaders }: Promised, probed: ProbedByKey): boolean {
  if (requestHeaders.some((name) => /auth|token|key|session/i.test(name))) return false;
  const statuses = [...probed.values()].flatMap((one) =>
    one.kind === 'observed' && methods.includes(one.observation.request.method)
      ? statusesOf(one.observation, url)
      : [],
  );
  return statuses.length > 0 && statuses.every((status) => nothingThere.has(status));
}

const statusesOf = ({ exchanges }: Observation, url: string): readonly number[] =>
  exchanges.flatMap(({ purpose, url: asked, response }) =>
    purpose === 'actual' && asked === url && response !== null ? [response.status] : [],
  );
