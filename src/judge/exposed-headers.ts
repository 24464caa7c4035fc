import {
  corsFilteredHeaderNames,
  isCorsSafelistedResponseHeaderName,
} from '../fetch-standard/response-headers.ts';
import { containsHeader, headerNames } from '../fetch-standard/header-list.ts';
import type { CredentialsMode, HeaderList, Observation } from '../model.ts';
import type { Testimony } from './witnesses.ts';
import { conforms, inapplicable, inconclusive, violates, type Finding } from './finding.ts';
import { say } from '../words/say.ts';

/**
 * Judges whether a trusted page reads the declared response headers, and no other beside the CORS-safelisted ones. A
 * declared header that this response does not carry is judged by what Access-Control-Expose-Headers lists.
 */
export function judgeHeadersExposed(
  observation: Observation,
  testimony: Testimony,
  declared: readonly string[],
): Finding {
  const { outcome, request } = observation;
  const response = observation.exchanges.findLast(({ purpose }) => purpose === 'actual')?.response;
  if (testimony.kind !== 'shared' || outcome.kind !== 'response' || !response) {
    return inapplicable(say('The page did not read the response; see the verdict on the same request.'));
  }
  const readable = headerNames(outcome.headers);
  const byStandard = corsFilteredHeaderNames(response.headers, request.credentialsMode);
  const disputed = declared.filter((name) => readable.includes(name) !== byStandard.includes(name));
  if (disputed.length > 0) {
    return inconclusive(
      say(
        'Two witnesses differ: the browser and the standard do not agree on whether the page reads {names}.',
        {
          names: disputed.join(', '),
        },
      ),
    );
  }
  const absent = declared.filter((name) => !containsHeader(response.headers, name));
  if (response.status >= 400 && absent.length > 0) {
    return inapplicable(
      say('The response is an error, and does not carry {names}.', { names: absent.join(', ') }),
    );
  }
  const wouldBeReadable = exposedIfPresent(response.headers, request.credentialsMode);
  const concealed = declared.filter((name) =>
    absent.includes(name) ? !wouldBeReadable(name) : !readable.includes(name),
  );
  if (concealed.length > 0) {
    return violates('response-header-not-exposed', { names: concealed.join(', ') });
  }
  const undeclared = readable.filter(
    (name) => !declared.includes(name) && !isCorsSafelistedResponseHeaderName(name, []),
  );
  if (undeclared.length > 0) {
    return violates('response-header-undeclared-exposed', { names: undeclared.join(', ') });
  }
  return conforms(
    declared.length === 0
      ? say('No response header is exposed.')
      : say('The page reads {names}.', { names: declared.join(', ') }),
  );
}

/** Returns a test of whether a header that the response does not carry would be readable if it did. */
function exposedIfPresent(headers: HeaderList, mode: CredentialsMode): (name: string) => boolean {
  return (name) => corsFilteredHeaderNames([...headers, [name, '']], mode).includes(name);
}
