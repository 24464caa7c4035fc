import type { Observation } from '../model.ts';

export const redacted = '[redacted]';

const secretRequestHeaders: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization']);
const secretResponseHeaders: ReadonlySet<string> = new Set([
  'set-cookie',
  'set-cookie2',
  'authentication-info',
]);

/**
 * `observation` without credentials: the values of the header names that carry them, and each of `secrets`
 * wherever it stands, also where a server echoed it. Secrets of fewer than four characters are only removed
 * where they are the whole value of a header that the caller named.
 */
export function redact(observation: Observation, secrets: readonly string[]): Observation {
  const hide = (text: string): string => replaceSecrets(text, secrets);
  return {
    ...observation,
    request: {
      ...observation.request,
      url: hide(observation.request.url),
      body: observation.request.body === null ? null : hide(observation.request.body),
      headers: redactHeaders(observation.request.headers, secretRequestHeaders, hide),
    },
    outcome:
      observation.outcome.kind === 'response'
        ? {
            ...observation.outcome,
            url: hide(observation.outcome.url),
            headers: redactHeaders(observation.outcome.headers, secretResponseHeaders, hide),
          }
        : observation.outcome,
    console: observation.console.map(hide),
    exchanges: observation.exchanges.map((exchange) => ({
      ...exchange,
      url: hide(exchange.url),
      requestHeaders: redactHeaders(exchange.requestHeaders, secretRequestHeaders, hide),
      response:
        exchange.response === null
          ? null
          : {
              ...exchange.response,
              headers: redactHeaders(exchange.response.headers, secretResponseHeaders, hide),
            },
    })),
  };
}

function redactHeaders(
  headers: Observation['request']['headers'],
  names: ReadonlySet<string>,
  hide: (text: string) => string,
): Observation['request']['headers'] {
  return headers.map(([name, value]) => [name, names.has(name.toLowerCase()) ? redacted : hide(value)]);
}

function replaceSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= 4)
    .flatMap((secret) => [secret, encodeURIComponent(secret)])
    .reduce((result, secret) => result.replaceAll(secret, redacted), text);
}
