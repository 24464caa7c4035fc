import type { Observation } from '../../model.ts';
import { authorityOf } from '../../fetch-standard/urls.ts';
import type { ProbePage } from '../probe.ts';
import { pageWith } from './page-with.ts';

/**
 * Returns `page`, which reaches `authorities` by https though they speak plain http, as one that asks them by http: the
 * requests are made at the https address, and the observations show the http one. Console texts stay as they were printed.
 */
export function pageBehindTls(page: ProbePage, authorities: readonly string[]): ProbePage {
  const behind = new Set(authorities);
  const change = (url: string, to: (own: string) => string): string =>
    behind.has(authorityOf(url)) ? to(url) : url;
  const plain = (url: string): string => change(url, plainAddress);
  return pageWith(page, {
    async probe(requests, limits) {
      const secured = requests.map((request) => ({ ...request, url: change(request.url, securedAddress) }));
      return (await page.probe(secured, limits)).map((observation) => withAddresses(observation, plain));
    },
  });
}

/** Returns the https address of the same host and port. */
const securedAddress = (url: string): string =>
  url.replace(/^http:\/\/([^/?#]*)/i, (_, authority: string) =>
    /:\d+$/.test(authority) ? `https://${authority}` : `https://${authority}:80`,
  );

const plainAddress = (url: string): string =>
  url.replace(/^https:\/\/([^/?#]*?)(?::80)?(?=[/?#]|$)/i, 'http://$1');

function withAddresses(observation: Observation, shown: (url: string) => string): Observation {
  const { request, outcome, exchanges } = observation;
  return {
    ...observation,
    request: { ...request, url: shown(request.url) },
    outcome: outcome.kind === 'response' ? { ...outcome, url: shown(outcome.url) } : outcome,
    exchanges: exchanges.map((exchange) => ({ ...exchange, url: shown(exchange.url) })),
  };
}
