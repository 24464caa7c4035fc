import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { containsHeader, fromRawHeaders } from '../fetch-standard/header-list.ts';
import type { Head } from '../judge/curl-run.ts';
import type { HeaderList } from '../model.ts';

/** A request that no browser makes. */
export interface RawRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: HeaderList;
  /** What is sent as well, where `headers` does not say otherwise. */
  readonly usual: HeaderList;
  readonly body: string | null;
  readonly timeoutMs: number;
}

/** Resolves to the head of the answer; the body is left unread. Rejects with Node's error if there is none in time. */
export function headOfAnswer({ url, method, headers, usual, body, timeoutMs }: RawRequest): Promise<Head> {
  const lines = [...usual.filter(([name]) => !containsHeader(headers, name)), ...headers];
  const options: RequestOptions = {
    method,
    headers: Object.fromEntries(lines),
    agent: false,
    insecureHTTPParser: true,
    signal: AbortSignal.timeout(timeoutMs),
  };
  return new Promise<Head>((resolve, reject) => {
    const answer = (response: IncomingMessage): void => {
      resolve({ status: response.statusCode ?? 0, headers: fromRawHeaders(response.rawHeaders) });
      response.on('error', () => {});
      response.destroy();
    };
    const request = url.startsWith('https:')
      ? requestHttps(url, options, answer)
      : requestHttp(url, options, answer);
    request.on('error', reject);
    request.end(body ?? undefined);
  });
}
