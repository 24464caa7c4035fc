import { isOkStatus } from '../fetch-standard/statuses.ts';
import type { Exchange, Verdict } from '../model.ts';
import { Carrying, type Answered } from './carrying.ts';
import { allows } from './cors-layer.ts';
import { byCodeUnit } from '../words/by-code-unit.ts';
import { linesOf, madeSigns } from './signs.ts';
import { usualOf, type Usual } from './usual.ts';

/** A response of the API, and where it was seen. */
interface Seen {
  readonly exchange: Answered;
  readonly route: string;
  /** Whether it was seen by a check that conforms. */
  readonly isInOrder: boolean;
}

/** What was seen of an API as a whole: the responses of the target's own origin. */
export class ApiSeen {
  /** Those that carry CORS headers. */
  readonly carrying: Carrying;
  readonly #seen: readonly Seen[];
  readonly #usual = new Map<string, Usual | null>();

  constructor(verdicts: readonly Verdict[], target: string) {
    const known = new Map<string, Seen>();
    for (const { exchanges, route, status } of verdicts) {
      for (const exchange of exchanges) {
        if (!isAnswered(exchange) || originOf(exchange.url) !== originOf(target) || !isOfApi(exchange))
          continue;
        const { purpose, method, url, response } = exchange;
        const isInOrder = status === 'conforms';
        const key = JSON.stringify([route, purpose, method, url, response, isInOrder]);
        known.set(key, { exchange, route, isInOrder });
      }
    }
    // By what they say, so that the order of the verdicts decides nothing; those of a check that conforms make the better examples.
    const sorted = [...known].toSorted(([one], [other]) => byCodeUnit(one, other)).map(([, one]) => one);
    this.#seen = [
      ...sorted.filter(({ isInOrder }) => isInOrder),
      ...sorted.filter(({ isInOrder }) => !isInOrder),
    ];
    this.carrying = new Carrying(this.#seen.filter(isCarrying).map(({ exchange }) => exchange));
  }

  /** Returns what the responses that are in order have in common: those of `route`, or else of the API. */
  usualOf(route: string): Usual | null {
    const known = this.#usual.get(route);
    if (known !== undefined) return known;
    const usual = this.#findUsual(route);
    this.#usual.set(route, usual);
    return usual;
  }

  #findUsual(route: string): Usual | null {
    const actual = this.#seen.filter(({ exchange }) => exchange.purpose === 'actual');
    const shared = actual.filter(isCarrying);
    const choices = [
      shared.filter((one) => one.route === route && isOk(one)),
      shared.filter(isOk),
      shared,
      actual.filter((one) => one.isInOrder && isOk(one)),
      this.#seen.filter(isCarrying),
    ];
    const chosen = choices.find(({ length }) => length > 0) ?? [];
    return usualOf(chosen.map(({ exchange }) => exchange.response));
  }
}

const isCarrying = ({ exchange }: Seen): boolean => allows(exchange.response.headers);
const isOk = ({ exchange }: Seen): boolean => isOkStatus(exchange.response.status);

/** Reports whether no sign says that something else made the response in place of the API. */
const isOfApi = ({ response }: Answered): boolean =>
  !madeSigns.some((sign) => linesOf(response.headers, sign) !== null);

export const isAnswered = (exchange: Exchange): exchange is Answered => exchange.response !== null;

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : '');
