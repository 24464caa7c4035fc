import type { HeaderList } from '../../src/model.ts';
import type { BodyFraming, MessageHead } from './message-reader.ts';

/** Returns how the body of a request is framed. */
export function requestFraming({ headers }: MessageHead): BodyFraming {
  return declared(headers) ?? { bytes: 0 };
}

/** Returns how the body of a response to `method` is framed. */
export function responseFraming({ startLine, headers }: MessageHead, method: string): BodyFraming {
  const status = statusOf(startLine);
  if (method === 'HEAD' || status === 204 || status === 304 || (status >= 100 && status < 200)) {
    return status === 101 ? 'until-close' : { bytes: 0 };
  }
  return declared(headers) ?? 'until-close';
}

/** Returns the status of a status line; 0 if it has none. */
export function statusOf(startLine: string): number {
  return Number(/^\S+ +(\d{3})(?: |$)/.exec(startLine)?.[1] ?? 0);
}

/** Returns the value of the first header line called `name` (lower case), or null. */
export function headerValue(headers: HeaderList, name: string): string | null {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1] ?? null;
}

function declared(headers: HeaderList): BodyFraming | null {
  if (/\bchunked\s*$/i.test(headerValue(headers, 'transfer-encoding') ?? '')) return 'chunked';
  const length = headerValue(headers, 'content-length');
  return length !== null && /^\d+$/.test(length) ? { bytes: Number(length) } : null;
}
