import type { TappedProbe, TappedRequest } from '../../src/probe/tapped/page-tap.ts';
import { WireRecord, type OpenExchange } from './wire-record.ts';

/**
 * The records of requests that are under way together, each with a URL of its own. An exchange is of the request that
 * asked for its URL, or that was led there by a redirect. Where that is said of several, or of none, or where a connection fails,
 * which shows no URL, nobody can say what belongs to which request, and the records are not clear.
 */
export class WireRecords {
  readonly #records: readonly [WireRecord, ...WireRecord[]];
  /** Whether actual requests of one of them are stopped before the target. */
  readonly hold: boolean;
  #isClear = true;

  constructor(request: TappedRequest, ...others: readonly TappedRequest[]) {
    this.#records = [new WireRecord(request), ...others.map((other) => new WireRecord(other))];
    this.hold = this.#records.some(({ hold }) => hold);
  }

  /** Returns the record of the request that `exchange` belongs to. Of a single request it is always that one's. */
  of(exchange: OpenExchange): WireRecord {
    const [first, ...others] = this.#records;
    if (others.length === 0) return first;
    const [record, ...further] = this.#records.filter((one) => one.leadsTo(exchange.url));
    if (record !== undefined && further.length === 0) return record;
    this.#isClear = false;
    // What one of them may not send is not sent for another, whoever's it is.
    return this.#records.find(({ hold }) => hold) ?? first;
  }

  /** Notes a connection to `authority` that came to nothing. */
  fail(authority: string, code: string): void {
    const [, ...others] = this.#records;
    for (const record of this.#records) record.fail(authority, code);
    if (others.length > 0 && this.#records.some((record) => record.asks(authority))) this.#isClear = false;
  }

  get first(): WireRecord {
    return this.#records[0];
  }

  /** Returns what the wire showed of each request, and whether it is clear which exchange is whose. */
  close(): { readonly probes: readonly TappedProbe[]; readonly isClear: boolean } {
    return { probes: this.#records.map((record) => record.close()), isClear: this.#isClear };
  }
}
