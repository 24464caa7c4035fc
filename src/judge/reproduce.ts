import { containsHeader } from '../fetch-standard/header-list.ts';
import { preflightRequestHeaders } from '../fetch-standard/preflight.ts';
import type { Observation } from '../model.ts';

/**
 * Returns two lines that show the same thing again: `curl` with the bytes that decide (the CORS-preflight request if
 * that is what failed) to `url`, by default where the request ended, and `fetch()` for the console of a page at the
 * observation's origin. Redacted values stay redacted.
 */
export function reproduce(observation: Observation, url?: string): { curl: string; fetch: string } {
  return { curl: curlLine(observation, url), fetch: fetchLine(observation) };
}

function curlLine({ request, pageOrigin, exchanges, outcome }: Observation, url?: string): string {
  const last = url === undefined ? exchanges.at(-1) : exchanges.findLast((exchange) => exchange.url === url);
  const isPreflight = last?.purpose === 'preflight' && outcome.kind !== 'response';
  const headers: (readonly [string, string])[] = isPreflight
    ? preflightRequestHeaders(request, pageOrigin).filter(([name]) => name !== 'Accept')
    : [...(request.mode === 'no-cors' ? [] : ([['Origin', pageOrigin]] as const)), ...request.headers];
  const body = isPreflight || request.body === null ? [] : ['--data-raw', shell(request.body)];
  const method = isPreflight ? 'OPTIONS' : request.method;
  // Without Accept-Encoding, which every browser sends, another answer may come.
  const isCompressed = containsHeader(last?.response?.headers ?? [], 'Content-Encoding');
  return [
    'curl --include',
    ...(isCompressed ? ['--compressed'] : []),
    ...(method === 'GET' ? [] : method === 'HEAD' ? ['--head'] : [`--request ${method}`]),
    ...headers.map(([name, value]) => `--header ${shell(`${name}: ${value}`)}`),
    ...body,
    shell(last?.url ?? request.url),
  ].join(' ');
}

function fetchLine({ request }: Observation): string {
  const init = {
    ...(request.method === 'GET' ? {} : { method: request.method }),
    ...(request.headers.length === 0 ? {} : { headers: Object.fromEntries(request.headers) }),
    ...(request.body === null ? {} : { body: request.body }),
    ...(request.mode === 'cors' ? {} : { mode: request.mode }),
    ...(request.credentialsMode === 'same-origin' ? {} : { credentials: request.credentialsMode }),
  };
  const argument = Object.keys(init).length === 0 ? '' : `, ${JSON.stringify(init)}`;
  return `await fetch(${JSON.stringify(request.url)}${argument})`;
}

/** Writes `text` as one shell word, whatever is in it. */
export const shell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
