import type { CDPSession } from '@playwright/test';
import type { HeaderList } from '../../model.ts';
import type { ResponseRule } from '../response-rule.ts';
import type { CdpRequest } from './cdp-exchanges.ts';
import type { ProbeRecord } from './cdp-recorder.ts';

/** What the protocol says of a paused request; with a status or an error, its response is there. */
export interface PausedRequest {
  readonly requestId: string;
  readonly networkId?: string;
  readonly request: {
    readonly url: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
  };
  readonly responseErrorReason?: string;
  readonly responseStatusCode?: number;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

/** A response as the browser was given it. */
interface GivenResponse {
  readonly status: number;
  readonly headers: HeaderList;
}

/**
 * Gives the browser other headers than the server sent, by a rule, at the response stage of an own session of the
 * DevTools protocol. Playwright has no part in it, so CORS-preflight requests are real.
 */
export class ResponseRewriter {
  readonly #session: CDPSession;
  readonly #rule: ResponseRule;
  readonly #given = new Map<string, GivenResponse[]>();

  constructor(session: CDPSession, rule: ResponseRule) {
    this.#session = session;
    this.#rule = rule;
  }

  /** Lets the response of a request that is paused with one go on to the browser. */
  async passOn(event: PausedRequest): Promise<void> {
    const { requestId, networkId, responseStatusCode: status } = event;
    if (status === undefined) {
      // No response, but a failure of the transport, which goes on as it is.
      await this.#session.send('Fetch.continueRequest', { requestId });
      return;
    }
    const headers = (event.responseHeaders ?? []).map(({ name, value }): [string, string] => [name, value]);
    const { url } = event.request;
    const purpose = isPreflight(event) ? 'preflight' : 'actual';
    const own = { status, headers };
    const ruled = this.#rule({ purpose, url, origin: headerOf(event, 'origin'), ...own });
    if (networkId !== undefined) {
      this.#given.set(networkId, [...(this.#given.get(networkId) ?? []), ruled ?? own]);
    }
    if (ruled === null) {
      await this.#session.send('Fetch.continueResponse', { requestId });
      return;
    }
    await this.#session.send('Fetch.continueResponse', {
      requestId,
      responseCode: ruled.status,
      responseHeaders: ruled.headers.map(([name, value]) => ({ name, value })),
    });
  }

  /** Reports whether of each response that the server sent it is known how the browser was given it. */
  knows({ main, preflights }: ProbeRecord): boolean {
    return [main, ...preflights].every(
      ({ requestId, responsesReceived }) =>
        (this.#given.get(requestId) ?? []).length === responsesReceived.length,
    );
  }

  /** Returns `record` with the responses that the browser was given, in place of those that the server sent. */
  asGiven(record: ProbeRecord): ProbeRecord {
    const { main, preflights } = record;
    return { ...record, main: this.#asGiven(main), preflights: preflights.map((one) => this.#asGiven(one)) };
  }

  #asGiven(request: CdpRequest): CdpRequest {
    const given = this.#given.get(request.requestId) ?? [];
    return {
      ...request,
      responsesReceived: given.map(({ status, headers }) => ({ status, ...asRaw(headers) })),
    };
  }
}

/** Reports whether it is a CORS-preflight request. */
export const isPreflight = (event: PausedRequest): boolean =>
  event.request.method === 'OPTIONS' && headerOf(event, 'access-control-request-method') !== null;

function headerOf({ request }: PausedRequest, wanted: string): string | null {
  return Object.entries(request.headers).find(([name]) => name.toLowerCase() === wanted)?.[1] ?? null;
}

/** Returns the lines as the protocol itself says them: in a text, and the values of each name in an object. */
function asRaw(lines: HeaderList): {
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
} {
  const headers: Record<string, string> = {};
  for (const [name, value] of lines) {
    headers[name] = headers[name] === undefined ? value : `${headers[name]}\n${value}`;
  }
  return { headers, text: ['', ...lines.map(([name, value]) => `${name}: ${value}`)].join('\r\n') };
}
