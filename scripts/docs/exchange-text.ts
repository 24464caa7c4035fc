import type { CaseAnswers, MisconfigurationCase } from '../../src/catalogue/case.ts';
import type { CaseAddresses } from '../../src/catalogue/addresses.ts';
import { answerFor, filledHeaders, trustsOf } from '../../src/catalogue/answer-for.ts';
import { pageOriginOf } from '../../src/catalogue/log.ts';
import { parseLine } from '../../src/catalogue/wire.ts';

const addresses: CaseAddresses = {
  api: 'https://api.example',
  other: 'https://files.example',
  secure: 'https://api.example',
  untrusted: 'https://api.example',
  apiOverTls: 'https://api.example',
  http2: 'https://api.example',
  closed: 'https://api.example',
  unreachable: 'https://api.example',
  unknown: 'https://api.example',
  loopback: 'http://127.0.0.1:8080',
  unspecified: 'http://0.0.0.0:8080',
  insecure: 'http://api.example',
};

/** Returns the exchanges of a case as a reader of HTTP expects them; an empty list if nothing is sent. */
export function exchangeText(
  definition: MisconfigurationCase,
  side: 'misconfigured' | 'corrected',
): string[] {
  const answers: CaseAnswers = definition[side];
  const { request, expected } = definition;
  const pageOrigin = pageOriginOf(request);
  const shown = side === 'misconfigured' ? expected.exchanges : correctedLines(definition);
  return shown.slice(0, 3).flatMap((line) => {
    const { method, server, path, origin, hasCookie } = parseLine(line, pageOrigin);
    const isPreflight = method === 'OPTIONS';
    const answer = answerFor(answers, { path, isPreflight, origin, hasCookie });
    const host = new URL(Object.entries(addresses).find(([name]) => name === server)?.[1] ?? addresses.api)
      .host;
    const context = { origin, trusts: trustsOf(answers), pageOrigin, addresses };
    const names = request.headers?.map(([name]) => name.toLowerCase()).join(',') ?? '';
    return [
      `> ${method} ${path} HTTP/1.1`,
      `> Host: ${host}`,
      ...(origin === null ? [] : [`> Origin: ${origin}`]),
      ...(isPreflight ? [`> Access-Control-Request-Method: ${request.method ?? 'GET'}`] : []),
      ...(isPreflight && names !== '' ? [`> Access-Control-Request-Headers: ${names}`] : []),
      '>',
      ...(answer === null || 'fault' in answer
        ? ['* the connection fails']
        : [
            `< HTTP/1.1 ${answer.status}`,
            ...filledHeaders(answer.headers, context).map(([name, value]) => `< ${name}: ${value}`),
          ]),
      '',
    ];
  });
}

/** Returns the line of the first request, and that of the request itself where something else comes first. */
function correctedLines({ request, expected }: MisconfigurationCase): string[] {
  const [first] = expected.exchanges;
  if (first === undefined) return [];
  const { method = 'GET', server = 'api', path = '/' } = request;
  const itself = `${method} ${server === 'api' ? '' : `{${server}}`}${path}`;
  const isOther = first.startsWith('OPTIONS ') || / (without Origin|from )/.test(first);
  return request.held !== true && isOther ? [first, itself] : [first];
}
