import type { Duplex } from 'node:stream';
import { isSafe } from '../../src/plan/safe-methods.ts';
import { headerValue, requestFraming, responseFraming, statusOf } from './framing.ts';
import { MessageReader, type MessageHead } from './message-reader.ts';
import type { OpenExchange, WireRecord } from './wire-record.ts';
import type { WireRecords } from './wire-records.ts';

export interface TappedConnection {
  /** From the browser, with TLS taken off. */
  readonly client: Duplex;
  /** To the target, with TLS taken off. */
  readonly upstream: Duplex;
  /** Scheme, host and port. */
  readonly origin: string;
  /** The records of the probes that are under way. */
  readonly records: () => WireRecords;
}

/**
 * Passes the bytes of a connection on, in both directions and unchanged, and files the exchanges. Only where
 * the record holds actual requests back, one that is no CORS-preflight request is answered here, as a
 * response that every page may read: so the browser goes on as it does after a granted preflight, and the
 * target never sees it. An unsafe request that the browser repeats of its own accord, as it may where a kept
 * connection breaks, is not passed on.
 */
export function tapConnection({ client, upstream, origin, records }: TappedConnection): void {
  const unanswered: { readonly exchange: OpenExchange; readonly record: WireRecord }[] = [];
  /** What is withheld until it is known whether it may pass. */
  let withheld: Buffer[] = [];
  let fate: 'unknown' | 'pass' | 'hold' | 'refuse' = 'unknown';
  let ended = false;
  let heldOrigin = '*';

  const requests = new MessageReader({
    head: (head) => {
      const exchange = openExchange(head, origin);
      const probe = records().of(exchange);
      const isRepeated = exchange.purpose === 'actual' && !isSafe(exchange.method) && probe.hasSent(exchange);
      fate = probe.hold && exchange.purpose === 'actual' ? 'hold' : isRepeated ? 'refuse' : 'pass';
      if (fate === 'hold') {
        probe.held = true;
        heldOrigin = headerValue(head.headers, 'origin') ?? '*';
      } else if (fate === 'pass') {
        probe.add(exchange);
        unanswered.push({ exchange, record: probe });
      }
      return requestFraming(head);
    },
    end: () => {
      ended = true;
      if (fate === 'hold') client.write(heldResponse(heldOrigin));
    },
  });
  const responses = new MessageReader({
    head: (head) => {
      const status = statusOf(head.startLine);
      const [first] = unanswered;
      if (first !== undefined && !isInterim(status)) {
        first.exchange.response = { status, headers: head.headers, fromCache: false };
        first.record.changed();
      }
      return responseFraming(head, first?.exchange.method ?? 'GET');
    },
    end: () => {
      if (unanswered[0]?.exchange.response) unanswered.shift();
    },
  });

  client.on('data', (chunk: Buffer) => {
    withheld.push(chunk);
    requests.push(chunk);
    if (fate === 'refuse') {
      client.destroy();
      return;
    }
    if (fate === 'hold') withheld = [];
    else if (fate === 'pass' || !records().hold) {
      for (const part of withheld.splice(0)) if (!upstream.write(part)) client.pause();
    }
    if (ended) fate = 'unknown';
    ended = false;
  });
  upstream.on('drain', () => client.resume());
  upstream.on('data', (chunk: Buffer) => {
    responses.push(chunk);
    if (!client.write(chunk)) upstream.pause();
  });
  client.on('drain', () => upstream.resume());

  const fail = (code: string): void => {
    responses.close();
    const failure = responses.isUnreadable ? 'unreadable' : code;
    // A response that is still here has not come to its end.
    for (const { exchange, record } of unanswered) {
      if (exchange.response?.status !== 101) exchange.failure ??= failure;
      record.changed();
    }
  };
  upstream.on('end', () => {
    fail('closed');
    client.end();
  });
  upstream.on('error', (error) => {
    fail(codeOf(error));
    client.destroy();
  });
  upstream.on('close', () => {
    fail('closed');
    client.end();
  });
  client.on('end', () => upstream.end());
  client.on('close', () => upstream.destroy());
  client.on('error', () => upstream.destroy());
  client.resume();
}

/** Returns the system's or the TLS library's own code for `error`. */
export function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

function openExchange({ startLine, headers }: MessageHead, origin: string): OpenExchange {
  const [method = '', target = '/'] = startLine.split(' ');
  const preflight = method === 'OPTIONS' && headerValue(headers, 'access-control-request-method') !== null;
  return {
    purpose: preflight ? 'preflight' : 'actual',
    method,
    url: origin + target,
    requestHeaders: headers,
    response: null,
    failure: null,
  };
}

function heldResponse(origin: string): string {
  return [
    'HTTP/1.1 204 No Content',
    `Access-Control-Allow-Origin: ${origin}`,
    ...(origin === '*' ? [] : ['Access-Control-Allow-Credentials: true']),
    'Cache-Control: no-store',
    '',
    '',
  ].join('\r\n');
}

/** Reports whether the response proper is still to come. Its status can be 000, which is none of HTTP's. */
const isInterim = (status: number): boolean => status >= 100 && status < 200 && status !== 101;
