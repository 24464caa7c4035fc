import { authorityOf, parseUrl } from '../../fetch-standard/urls.ts';
import { getHeader } from '../../fetch-standard/header-list.ts';
import type { Observation, ProbeRequest } from '../../model.ts';
import { isSafe } from '../../plan/safe-methods.ts';
import type { CdpRequest } from './cdp-exchanges.ts';
import { headerLines } from './raw-headers.ts';

/** Makes requests; an observation of each. */
type Ask = (requests: readonly ProbeRequest[]) => Promise<readonly Observation[]>;

/** The schemes for which a browser asks its user for a password; of others, such as Bearer, it knows nothing. */
const asked = /(?:^|,)\s*(?:basic|digest|negotiate|ntlm)(?:[\s,]|$)/i;

/**
 * Which servers make the browser ask its user for a password. A request that a page of the same site makes to one waits
 * for that, and nothing is told of its answer, unless the dialogue is sent away.
 *
 * https://fetch.spec.whatwg.org/#http-network-or-cache-fetch
 */
export class PasswordDialogues {
  readonly #expected = new Set<string>();
  readonly #unexpected = new Set<string>();

  /** Learns from the responses to `request`. */
  note({ url }: ProbeRequest, { responsesReceived }: Pick<CdpRequest, 'responsesReceived'>): void {
    const isChallenge = responsesReceived.some(({ status, headers }) => {
      if (status !== 401) return false;
      const challenges = getHeader(headerLines(headers), 'WWW-Authenticate');
      return challenges !== null && asked.test(challenges);
    });
    if (isChallenge) this.#expected.add(authorityOf(url));
  }

  /** Reports whether a dialogue is to be sent away for `request`: one that is held never comes so far. */
  isExpectedFor({ url, held }: ProbeRequest): boolean {
    return !held && this.#expected.has(authorityOf(url));
  }

  /**
   * Asks for `requests` of a page at `pageOrigin`; once more, with dialogues expected, for those that may have waited for
   * one. Whether that is so is tried of one request, once for each server.
   */
  async answered(
    requests: readonly ProbeRequest[],
    pageOrigin: string,
    ask: Ask,
  ): Promise<readonly Observation[]> {
    if (requests.some((request) => this.isExpectedFor(request))) return ask(requests);
    const observations = await ask(requests);
    const waiting = requests.filter(
      (request, index) =>
        observations[index]?.outcome.kind === 'timeout' && this.#mayWait(request, pageOrigin),
    );
    const [first, ...others] = waiting;
    if (first === undefined) return observations;
    const authority = authorityOf(first.url);
    this.#expected.add(authority);
    const [tried] = await ask([first]);
    if (tried === undefined || tried.outcome.kind === 'timeout') {
      this.#expected.delete(authority);
      this.#unexpected.add(authority);
      return observations;
    }
    const again = [tried, ...(others.length === 0 ? [] : await ask(others))];
    return observations.map(
      (one, index) => again[waiting.findIndex((late) => late === requests[index])] ?? one,
    );
  }

  /**
   * Reports whether the request may wait for a dialogue. An unsafe request is not made again, whatever it waited for.
   */
  #mayWait({ url, method, held, credentialsMode }: ProbeRequest, pageOrigin: string): boolean {
    if (held || !isSafe(method) || credentialsMode === 'omit') return false;
    return !this.#unexpected.has(authorityOf(url)) && mayBeSameSite(pageOrigin, url);
  }
}

/** Reports whether the two end alike, and so may be of one site: which names are registrable is not known here. */
function mayBeSameSite(pageOrigin: string, url: string): boolean {
  const [page, target] = [pageOrigin, url].map((one) =>
    parseUrl(one)?.hostname.split('.').slice(-2).join('.'),
  );
  return page !== undefined && page === target;
}
