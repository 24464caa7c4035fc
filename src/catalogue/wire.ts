import type { CaseAnswers, CaseRequest } from './case.ts';
import { headerValues } from '../fetch-standard/header-list.ts';
import type { HeaderList, Observation } from '../model.ts';
import type { CaseAddresses } from './addresses.ts';
import { answerFor, filledHeaders, trustsOf, type Asked } from './answer-for.ts';
import type { CaseInEngine } from './departure.ts';
import { pageOriginOf } from './log.ts';

/** One exchange as the browser's own protocol recorded it. */
export interface WireLine {
  readonly request: string;
  /** The status and the header lines that decide; `null` if no response came. */
  readonly response: readonly string[] | null;
}

/** Returns what the browser recorded; an answer from its HTTP cache is none on the wire. */
export function wireLines(observation: Observation): WireLine[] {
  return observation.exchanges
    .filter(({ response }) => response?.fromCache !== true)
    .map(({ method, url, response }) => ({
      request: `${method} ${url}`,
      response: response === null ? null : [String(response.status), ...decisiveLines(response.headers)],
    }));
}

/** An answer of a case, with its placeholders filled. */
interface FilledAnswer {
  readonly status: number;
  readonly headers: HeaderList;
}

/** Returns what it has to record while the case is misconfigured: the answers that the case holds, verbatim. */
export function expectedWireLines(definition: CaseInEngine, addresses: CaseAddresses): WireLine[] {
  const { expected, request } = definition;
  const answers = expectedAnswers(definition, addresses);
  const lines = expected.exchanges.map((line, index): WireLine => {
    const { method, server, path } = parseLine(line, pageOriginOf(request));
    const answer = answers[index] ?? null;
    const isUntold = expected.lastResponseUntold === true && index === expected.exchanges.length - 1;
    return {
      request: `${method} ${(Object.entries(addresses).find(([name]) => name === server)?.[1] ?? '') + path}`,
      response:
        answer === null || isUntold ? null : [String(answer.status), ...linesOver(server, answer.headers)],
    };
  });
  // What a browser sends again, because the connection ended without an answer, it tells of once.
  return lines.filter(
    ({ request: sent, response }, index) => response !== null || lines[index + 1]?.request !== sent,
  );
}

/** Returns what each request is answered while the case is misconfigured; `null` where the connection fails instead. */
export function expectedAnswers(definition: CaseInEngine, addresses: CaseAddresses): (FilledAnswer | null)[] {
  const { misconfigured, expected, request } = definition;
  const pageOrigin = pageOriginOf(request);
  return expected.exchanges.map((line) => {
    const { method, path, origin, hasCookie } = parseLine(line, pageOrigin);
    const asked = { path, isPreflight: method === 'OPTIONS', origin, hasCookie };
    return filled(misconfigured, asked, pageOrigin, addresses);
  });
}

/** Returns what the first request of the corrected case, or its CORS-preflight request, is answered. */
export function correctedAnswer(
  { corrected }: CaseInEngine,
  request: CaseRequest,
  purpose: 'preflight' | 'actual',
  addresses: CaseAddresses,
): FilledAnswer | null {
  const origin = pageOriginOf(request);
  const asked = { path: request.path ?? '/', isPreflight: purpose === 'preflight', origin, hasCookie: false };
  return filled(corrected, asked, origin, addresses);
}

function filled(
  answers: CaseAnswers,
  asked: Asked,
  pageOrigin: string,
  addresses: CaseAddresses,
): FilledAnswer | null {
  const answer = answerFor(answers, asked);
  if (answer === null || 'fault' in answer) return null;
  const context = { origin: asked.origin, trusts: trustsOf(answers), pageOrigin, addresses };
  return { status: answer.status, headers: filledHeaders(answer.headers, context) };
}

/** Returns the cookies that the servers set while the case is misconfigured; an observation does not show them. */
export function expectedCookies({ misconfigured, expected, request }: CaseInEngine): string[] {
  return expected.exchanges.flatMap((line) => {
    const { method, path, origin, hasCookie } = parseLine(line, pageOriginOf(request));
    const answer = answerFor(misconfigured, { path, isPreflight: method === 'OPTIONS', origin, hasCookie });
    return answer === null || 'fault' in answer ? [] : headerValues(answer.headers, 'Set-Cookie');
  });
}

/** Returns the parts of a line of `expected.exchanges`. */
export function parseLine(line: string, pageOrigin: string) {
  const [, method = '', server = 'api', path = '/', rest = ''] =
    /^(\S+) (?:\{(\w+)\})?(\/\S*)(.*)$/.exec(line) ?? [];
  const origin = rest.includes(' without Origin') ? null : (/ from (\S+)/.exec(rest)?.[1] ?? pageOrigin);
  return { method, server, path, origin, hasCookie: rest.includes(' with Cookie ') };
}

/** Returns the decisive lines as a server sends them: HTTP/2 knows no upper case in names. */
const linesOver = (server: string, headers: HeaderList): string[] =>
  decisiveLines(
    server === 'http2' ? headers.map(([name, value]) => [name.toLowerCase(), value] as const) : headers,
  );

/** Returns the lines without framing, dates and cookies, which are redacted. */
const decisiveLines = (headers: HeaderList): string[] =>
  headers
    .filter(([name]) => /^(access-control-|cross-origin-|vary$|location$|content-type$|x-)/i.test(name))
    .map(([name, value]) => `${name}: ${value}`);
