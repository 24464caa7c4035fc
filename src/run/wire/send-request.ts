import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import { containsHeader, fromRawHeaders, type HeaderList } from '../../fetch-standard/header-list.ts';
import { authorityOf } from '../../fetch-standard/urls.ts';
import type { Send } from './wire-page.ts';

/** What `fetch()` sends beside the headers of the CORS protocol: what stands in front of an API may ask for it. */
const usual: HeaderList = [
  ['User-Agent', 'Mozilla/5.0'],
  ['Accept', '*/*'],
  ['Accept-Language', 'en'],
  ['Accept-Encoding', 'gzip, deflate, br'],
  ['Sec-Fetch-Mode', 'cors'],
  ['Sec-Fetch-Site', 'cross-site'],
  ['Sec-Fetch-Dest', 'empty'],
];

/**
 * Returns what makes a request without a browser, and resolves with the head of its answer; the body is left unread. Only
 * `authorities` (`host:port`) are asked: a request for another one fails without being made.
 */
export const sendWithin =
  (authorities: ReadonlySet<string>): Send =>
  (url, ...asked) =>
    authorities.has(authorityOf(url)) ? sendRequest(url, ...asked) : Promise.resolve('net::ERR_ELSEWHERE');

const sendRequest: Send = (url, method, headers, body, timeoutMs) =>
  new Promise((resolve) => {
    const lines = [...usual.filter(([name]) => !containsHeader(headers, name)), ...headers];
    const options: RequestOptions = {
      method,
      headers: Object.fromEntries(lines),
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
    };
    const answer = (response: IncomingMessage): void => {
      resolve({ status: response.statusCode ?? 0, headers: fromRawHeaders(response.rawHeaders) });
      response.on('error', () => {});
      response.destroy();
    };
    const request = url.startsWith('https:')
      ? requestHttps(url, options, answer)
      : requestHttp(url, options, answer);
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.name === 'AbortError' || error.name === 'TimeoutError') resolve('timeout');
      else
        resolve(
          error.code === 'ECONNREFUSED'
            ? 'net::ERR_CONNECTION_REFUSED'
            : `net::${error.code ?? 'ERR_FAILED'}`,
        );
    });
    request.end(body ?? undefined);
  });
