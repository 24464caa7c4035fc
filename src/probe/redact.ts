import type { HeaderList, Observation, Outcome } from '../model.ts';
import { hiding, redacted, secretParameterName } from '../words/hide-secrets.ts';

const secretRequestHeaders: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization']);
const secretResponseHeaders: ReadonlySet<string> = new Set([
  'set-cookie',
  'set-cookie2',
  'authentication-info',
]);

/**
 * Returns `observation` without credentials: the values of the header names that carry them, each of `secrets` wherever
 * it stands and in whatever form, also where a server echoed it, and the values of parameters of an address that are
 * tokens by their name, such as `?access_token=…`, but for those that the request itself has.
 */
export function redact(observation: Observation, secrets: readonly string[]): Observation {
  const { request, outcome, exchanges, refusal } = observation;
  const isOwn = parametersIn(request.url);
  const hideSecrets = hiding(secrets);
  /** Hides secrets in a text, in which an address ends where white space or a quotation mark is. */
  const hide = (text: string): string => withoutTokens(hideSecrets(text), tokenInText, isOwn);
  /** Hides secrets in a text that is an address as a whole. */
  const hideInUrl = (url: string): string => withoutTokens(hideSecrets(url), tokenInUrl, isOwn);
  const hideOrNull = (text: string | null): string | null => (text === null ? null : hide(text));
  const headersWithout = (headers: HeaderList, names: ReadonlySet<string>): HeaderList =>
    headers.map(([name, value]) => {
      const lower = name.toLowerCase();
      if (names.has(lower)) return [name, redacted];
      return [hideSecrets(name), lower === 'location' ? hideInUrl(value) : hide(value)];
    });
  return {
    ...observation,
    request: {
      ...request,
      url: hideInUrl(request.url),
      body: hideOrNull(request.body),
      headers: headersWithout(request.headers, secretRequestHeaders),
    },
    outcome: hiddenOutcome(outcome),
    console: observation.console.map(hide),
    exchanges: exchanges.map((exchange) => ({
      ...exchange,
      url: hideInUrl(exchange.url),
      requestHeaders: headersWithout(exchange.requestHeaders, secretRequestHeaders),
      response:
        exchange.response === null
          ? null
          : {
              ...exchange.response,
              headers: headersWithout(exchange.response.headers, secretResponseHeaders),
            },
      failure: hideOrNull(exchange.failure),
    })),
    refusal: refusal === null ? null : { ...refusal, parameter: hide(refusal.parameter) },
    failure: hideOrNull(observation.failure),
    incomplete: hideOrNull(observation.incomplete),
  };

  function hiddenOutcome(seen: Outcome): Outcome {
    if (seen.kind === 'network-error') return { ...seen, message: hide(seen.message) };
    if (seen.kind !== 'response') return seen;
    const { body: _body, ...shown } = seen;
    return {
      ...shown,
      url: hideInUrl(seen.url),
      headers: headersWithout(seen.headers, secretResponseHeaders),
      bodyError: hideOrNull(seen.bodyError),
    };
  }
}

/** Names of parameters that are tokens in a redirect, and may be ordinary ones elsewhere. */
const tokenName = `${secretParameterName}|code|state|nonce|key|sig|sid|otp|auth|authorization|pwd|hmac`;
/** Makes the pattern of a token. `value` is what a value is made of, besides that it ends where a parameter does. */
const token = (separator: string, value: string): RegExp =>
  new RegExp(`(${separator})(${tokenName})(=|%3[dD])((?:(?!%26|%23)${value})+)`, 'gi');
const ofQuery = '[?&#]|%3[fF]|%26|%23';
/** As servers of Java write a session for whom they do not know to keep cookies: `/login;jsessionid=…`. */
const ofPath = ';|%3[bB]';
const tokenInUrl = [token(ofQuery, '[^&#]'), token(ofPath, '[^;/?&#]')];
const tokenInText = [token(ofQuery, '[^&#\\s"\'<>]'), token(ofPath, '[^;/?&#\\s"\'<>]')];

function withoutTokens(text: string, patterns: readonly RegExp[], isOwn: ReadonlySet<string>): string {
  return patterns.reduce(
    (left, pattern) =>
      left.replace(pattern, (whole, before: string, name: string, equals: string, value: string) =>
        isOwn.has(`${name}=${value}`) ? whole : `${before}${name}${equals}${redacted}`,
      ),
    text,
  );
}

/** Returns the parameters of an address, those of its path among them. */
function parametersIn(url: string): ReadonlySet<string> {
  const [path = '', ...query] = url.split('#', 1).join('').split('?');
  return new Set([...query.join('?').split('&'), ...path.split(/[;/]/)]);
}
