import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { CaseAnswer, CaseFault } from '../../src/catalogue/case.ts';
import type { CaseAddresses } from '../../src/catalogue/addresses.ts';
import { filledHeaders } from '../../src/catalogue/answer-for.ts';
import type { LoggedRequest } from '../../src/catalogue/log.ts';
import { containsHeader, getHeader } from '../../src/fetch-standard/header-list.ts';
import type { HeaderList } from '../../src/model.ts';
import type { RawAnswer, RawRequest } from './raw-http.ts';
import { samples } from './samples.ts';

export interface AnswerContext {
  readonly request: RawRequest;
  readonly addresses: CaseAddresses;
  /** The origin of the case's page. */
  readonly pageOrigin: string;
  readonly trusts: readonly string[];
}

/** What is sent, and what the log says of it: `null` if the connection fails instead. */
export interface SentAnswer {
  readonly raw: RawAnswer;
  readonly logged: LoggedRequest['answer'];
}

/** Returns the bytes of `answer` to one request: its header lines as they are written, and no others but framing. */
export function answerBytes(answer: CaseAnswer | CaseFault, context: AnswerContext): SentAnswer {
  if ('fault' in answer) {
    const bytes = answer.fault === 'garbage' ? 'this is not HTTP\r\n\r\n' : '';
    return { raw: { bytes, then: afterFault[answer.fault] }, logged: null };
  }
  const { request } = context;
  const headers = filledFor(answer, context).map(
    ([name, value]) => [name, value.replaceAll('{accept}', webSocketAccept(request.headers))] as const,
  );
  const upgrades = answer.status === 101;
  const unended = answer.unended === true;
  const body = upgrades ? '' : bodyOf(answer);
  const framing: HeaderList = [
    ...(upgrades || [204, 304].includes(answer.status) || isFramed(headers)
      ? []
      : [['Content-Length', String(body.length + (unended ? 1 : 0))] as const]),
    ...(upgrades ? [] : [['Connection', 'close'] as const]),
  ];
  const lines = [...headers, ...framing].map(([name, value]) => `${name}: ${value}`);
  const statusLine = `HTTP/1.1 ${String(answer.status).padStart(3, '0')} ${STATUS_CODES[answer.status] ?? ''}`;
  const sent = request.method === 'HEAD' || answer.status === 204 ? '' : body;
  return {
    raw: { bytes: [statusLine, ...lines, '', sent].join('\r\n'), then: upgrades || unended ? 'stay' : 'end' },
    logged: { status: answer.status, headers },
  };
}

/** Returns the header lines of an answer, filled for the request. */
export const filledFor = ({ headers }: CaseAnswer, { request, ...context }: AnswerContext): HeaderList =>
  filledHeaders(headers, { ...context, origin: getHeader(request.headers, 'Origin') });

const afterFault = { reset: 'reset', close: 'end', garbage: 'end', silence: 'stay' } as const;

/** Reports whether the case says itself where the body ends; it may do so wrongly. */
const isFramed = (headers: HeaderList): boolean =>
  containsHeader(headers, 'Content-Length') || containsHeader(headers, 'Transfer-Encoding');

export function bodyOf({ body }: CaseAnswer): string {
  if (body === undefined) return 'hello';
  return typeof body === 'string' ? body : Buffer.from(samples[body.sample], 'base64').toString('latin1');
}

/** Returns the value of `Sec-WebSocket-Accept`. https://www.rfc-editor.org/rfc/rfc6455#section-4.2.2 */
function webSocketAccept(headers: HeaderList): string {
  const key = getHeader(headers, 'Sec-WebSocket-Key') ?? '';
  return createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64');
}
