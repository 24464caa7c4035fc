import { STATUS_CODES } from 'node:http';
import type { CaseExpectation, CaseRequest } from './case.ts';
import type { EngineTexts } from '../engines/engine.ts';
import { getHeader } from '../fetch-standard/header-list.ts';
import type { HeaderList, ProbeRequest } from '../model.ts';
import { fillAddresses, type CaseAddresses } from './addresses.ts';
import type { Announced } from './announced.ts';
import { pageOriginOf } from './log.ts';
import { toProbeRequest } from './to-probe-request.ts';

/** What fills the placeholders of console texts. */
export interface TextDetails {
  readonly endsAt?: CaseExpectation['endsAt'] | undefined;
  readonly value?: CaseExpectation['value'] | undefined;
  /** The response that is at fault; `null` if there is none. */
  readonly faulty: { readonly status: number; readonly headers: HeaderList } | null;
  /** Instead of the texts that the engine's file has. */
  readonly texts?: readonly string[] | undefined;
}

/** Returns the whole list of console texts that `engine` owes to a request, filled from its case. */
export function consoleTexts(
  request: CaseRequest,
  details: TextDetails,
  announced: Announced,
  engine: EngineTexts,
  addresses: CaseAddresses,
): string[] {
  const probed = toProbeRequest(request, addresses);
  const from = probed.url;
  const pageOrigin = pageOriginOf(request);
  const fill = (text: string): string => fillAddresses(text, addresses).replaceAll('{page}', pageOrigin);
  const endsAt = details.endsAt === undefined ? from : fill(details.endsAt);
  const parameter = 'parameter' in announced ? announced.parameter : '';
  const location = getHeader(details.faulty?.headers ?? [], 'Location') ?? '';
  const values: Readonly<Record<string, string>> = {
    api: engine.apiNames?.[probed.api] ?? probed.api,
    url: endsAt,
    urlOrigin: URL.canParse(endsAt) ? new URL(endsAt).origin : '',
    redirected: endsAt === from ? '' : engine.redirectedNote.replace('{from}', from),
    origin: pageOrigin,
    page: `${pageOrigin}/`,
    document: `${pageOrigin}/`,
    value: fill(details.value ?? parameter),
    method: parameter,
    name: parameter,
    headerName: namedInRequest(parameter, probed),
    to: location.replace(/^(\w+:\/\/)[^/]*@/, '$1'),
    location,
    kind: probed.api === 'XMLHttpRequest' ? 'XMLHttpRequest endpoint' : 'resource',
    webSocketUrl: endsAt.replace(/^http/, 'ws'),
    failure: 'code' in announced ? announced.code.replace(/^(net::\S+) .*$/, '$1') : '',
    status: String(('status' in announced ? announced.status : details.faulty?.status) ?? ''),
    reason: 'status' in announced ? (STATUS_CODES[announced.status] ?? '') : '',
  };
  const filled = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
  const texts = (details.texts ?? templates(announced, engine, probed.api)).map(filled);
  // `{api}` is the API's name in a text, so the addresses come last.
  return texts.map((text) => fillAddresses(text.replace('{first}', texts[0] ?? ''), addresses));
}

/** Returns the name of a request header as the request has it; that of the body's type where the page set none. */
const namedInRequest = (parameter: string, { headers }: ProbeRequest): string =>
  headers.find(([name]) => name.toLowerCase() === parameter)?.[0] ?? parameter;

function templates(announced: Announced, engine: EngineTexts, api: ProbeRequest['api']): readonly string[] {
  if ('status' in announced) return announced.status >= 400 ? (engine.errorStatusTexts ?? []) : [];
  if ('neighbour' in announced) {
    if (engine.silentApis?.includes(api) === true) return [];
    const { neighbour, code } = announced;
    const byCode = engine.failureTexts?.find(
      ([prefix, , onlyOf = api]) => onlyOf === api && code.split(' ').some((part) => part.startsWith(prefix)),
    );
    return (
      byCode?.[1].slice(0, engine.apiTexts?.[api]?.first) ??
      (neighbour === null ? [] : (engine.neighbours?.[neighbour]?.texts ?? []))
    );
  }
  const { texts, suffix } = engine.refusals[announced.refusal];
  const { first, then = [] } = engine.apiTexts?.[api] ?? {};
  const printed = [...texts.slice(0, first), ...(texts.length === 0 ? [] : then)];
  return printed.map((text, index) => (index === 0 ? text + (suffix?.[api] ?? '') : text));
}
