import { parseUrl } from '../fetch-standard/urls.ts';
import { originFault } from '../policy/lint-url.ts';
import { PolicyError } from '../policy/problem.ts';
import { quote } from '../policy/shown-value.ts';
import { say } from '../words/say.ts';

/** A request of a hand-written test, with its address whole. */
export interface HandRequest {
  readonly url: string;
  /** The origin of the page, or, if it is `opaque`, the one that makes it. */
  readonly pageOrigin: string;
  readonly opaque: boolean;
}

/**
 * Reads what a hand-written test asks for: `url`, resolved by Playwright's `baseURL`, from a page at `from`, where `null`
 * is an opaque origin. Throws a `PolicyError` in the policy's own words where no such request can be made.
 */
export function handRequest(url: string, from: string, baseURL: string | undefined): HandRequest {
  const resolved = parseUrl(url, baseURL);
  if (resolved === null) {
    throw new PolicyError([
      {
        place: say('The URL'),
        value: quote(url),
        problem:
          baseURL === undefined
            ? say('is no whole address, and the Playwright configuration has no baseURL')
            : say('is no address, by the baseURL {base} either', { base: quote(baseURL) }),
        remedy: say('write the whole address, or set use.baseURL'),
      },
    ]);
  }
  // What is written whole stays as it is written.
  const whole = parseUrl(url) === null ? resolved.href : url;
  if (from === 'null') return { url: whole, pageOrigin: 'https://opaque.test', opaque: true };
  const fault = originFault(from);
  if (fault !== null) throw new PolicyError([{ place: 'from', ...fault }]);
  if (from === resolved.origin) {
    throw new PolicyError([
      {
        place: 'from',
        value: quote(from),
        problem: say('is the origin of the API itself, whose pages read every response without CORS'),
        remedy: say('ask from the origin of a page that is served elsewhere'),
      },
    ]);
  }
  return { url: whole, pageOrigin: from, opaque: false };
}
