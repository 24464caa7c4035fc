import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { containsHeader, fromRawHeaders } from '../fetch-standard/header-list.ts';
import type { Head } from '../judge/curl-run.ts';
import type { CurlRequest } from '../judge/reproduce.ts';
import type { HeaderList } from '../model.ts';

/** Resolves to the head of the answer that the program curl would get. Rejects if there is none. */
export function curlAnswer(
  { method, url, headers, isCompressed }: CurlRequest,
  more: HeaderList,
  timeoutMs: number,
): Promise<Head> {
  const sent = [...headers, ...more];
  const own: HeaderList = [
    ['User-Agent', 'curl/8.5.0'],
    ['Accept', '*/*'],
    ...(isCompressed ? [['Accept-Encoding', 'deflate, gzip, br, zstd'] as const] : []),
  ];
  const lines = [...own.filter(([name]) => !containsHeader(sent, name)), ...sent];
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
      // Whatever the body is: curl writes it below.
      response.on('error', () => {});
      response.destroy();
    };
    const request = url.startsWith('https:')
      ? requestHttps(url, options, answer)
      : requestHttp(url, options, answer);
    request.on('error', reject);
    request.end();
  });
}
