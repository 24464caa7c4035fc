import { authorityOf } from '../../fetch-standard/urls.ts';
import type { HeaderList } from '../../model.ts';
import { headOfAnswer } from '../head-of-answer.ts';
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
  headOfAnswer({ url, method, headers, usual, body, timeoutMs }).catch(
    ({ name, code }: NodeJS.ErrnoException): 'timeout' | `net::${string}` => {
      if (name === 'AbortError' || name === 'TimeoutError') return 'timeout';
      return code === 'ECONNREFUSED' ? 'net::ERR_CONNECTION_REFUSED' : `net::${code ?? 'ERR_FAILED'}`;
    },
  );
