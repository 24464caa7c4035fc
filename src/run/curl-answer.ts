import type { Head } from '../judge/curl-run.ts';
import type { CurlRequest } from '../judge/reproduce.ts';
import type { HeaderList } from '../model.ts';
import { headOfAnswer } from './head-of-answer.ts';

/** Resolves to the head of the answer that the program curl would get. Rejects if there is none. */
export function curlAnswer(
  { method, url, headers, isCompressed }: CurlRequest,
  more: HeaderList,
  timeoutMs: number,
): Promise<Head> {
  const usual: HeaderList = [
    ['User-Agent', 'curl/8.5.0'],
    ['Accept', '*/*'],
    ...(isCompressed ? [['Accept-Encoding', 'deflate, gzip, br, zstd'] as const] : []),
  ];
  return headOfAnswer({ url, method, headers: [...headers, ...more], usual, body: null, timeoutMs });
}
