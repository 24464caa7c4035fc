import { cacheEntryMaxAgeSeconds, extractMaxAge } from '../fetch-standard/header-values.ts';
import type { Observation } from '../model.ts';
import type { Testimony } from './witnesses.ts';
import { conforms, inapplicable, inconclusive, violates, type Finding } from './finding.ts';
import { undecided } from './single-probe.ts';
import { say } from '../words/say.ts';

/**
 * Judges whether the CORS-preflight response may be reused for as long as the policy declares. The duration is what the
 * header says, as nobody can wait for it; that the entry is used at all is seen in the browser, by making the same
 * request again.
 */
export function judgePreflightCache(
  first: Observation,
  testimony: Testimony,
  second: Observation,
  declaredSeconds: number,
): Finding {
  if (testimony.kind === 'neighbour' || testimony.kind === 'disagreement') return undecided(first, testimony);
  const preflight = first.exchanges.find(({ purpose }) => purpose === 'preflight')?.response;
  if (!preflight || testimony.kind === 'refused') {
    return inapplicable(say('No CORS-preflight request was granted; see the verdict on the same request.'));
  }
  const maxAge = extractMaxAge(preflight.headers);
  if (maxAge.kind === 'malformed')
    return violates('max-age-malformed', { value: JSON.stringify(maxAge.value) });
  const seconds = maxAge.kind === 'negative' ? 0 : cacheEntryMaxAgeSeconds(maxAge);
  if (second.incomplete !== null || (second.outcome.kind !== 'response' && second.outcome.kind !== 'held')) {
    return inconclusive(
      second.incomplete === null
        ? say(
            'Whether the browser asks again was not seen: the same request came to nothing when it was made again.',
          )
        : say('Whether the browser asks again was not seen: {reason}', { reason: second.incomplete }),
    );
  }
  const asked = second.exchanges.some(({ purpose }) => purpose === 'preflight');
  if (asked !== (seconds === 0)) {
    return inconclusive(
      say(
        asked
          ? 'Two witnesses differ: the header allows {seconds} s, but the browser asked again at once.'
          : 'Two witnesses differ: the header allows {seconds} s, but the browser did not ask again.',
        { seconds },
      ),
    );
  }
  const value = `${seconds} s${maxAge.kind === 'negative' ? ` (Access-Control-Max-Age is "${maxAge.value}")` : ''}`;
  if (seconds < declaredSeconds) return violates('preflight-cache-shorter', { value });
  if (seconds > declaredSeconds) return violates('preflight-cache-longer', { value });
  return conforms(
    say('The CORS-preflight response may be reused for {seconds} s, and is reused.', { seconds }),
  );
}
