import { STATUS_CODES } from 'node:http';
import type { CaseExpectation, CaseRequest } from '../case.ts';
import { refusals } from '../diagnoses/refusals.ts';
import type { RefusalId } from '../diagnoses.ts';
import type { Engine } from '../engine.ts';
import type { ProbeRequest } from '../model.ts';
import { fillAddresses, type CaseAddresses } from './addresses.ts';
import { pageOriginOf } from './log.ts';
import { toProbeRequest } from './to-probe-request.ts';

/** What the console texts are about. */
export type Announced =
  | { readonly refusal: RefusalId; readonly parameter: string }
  /** The engine's own code of something that is not CORS, or that it refuses before CORS. */
  | { readonly code: string }
  | { readonly status: number };

/** The whole list of console texts that `engine` owes to a request, filled from its case. */
export function consoleTexts(
  request: CaseRequest,
  details: Pick<CaseExpectation, 'endsAt' | 'value'>,
  announced: Announced,
  engine: Engine,
  addresses: CaseAddresses,
): string[] {
  const probed = toProbeRequest(request, addresses);
  const from = probed.url;
  const pageOrigin = pageOriginOf(request);
  const endsAt = details.endsAt === undefined ? from : fillAddresses(details.endsAt, addresses);
  const parameter = 'parameter' in announced ? announced.parameter : '';
  const value = details.value === undefined ? parameter : fillAddresses(details.value, addresses);
  const values: Readonly<Record<string, string>> = {
    api: engine.apiNames?.[probed.api] ?? probed.api,
    url: endsAt,
    redirected: endsAt === from ? '' : engine.redirectedNote.replace('{from}', from),
    origin: pageOrigin,
    page: `${pageOrigin}/`,
    value: value.replaceAll('{page}', pageOrigin),
    method: parameter,
    name: parameter,
    kind: probed.api === 'XMLHttpRequest' ? 'XMLHttpRequest endpoint' : 'resource',
    webSocketUrl: endsAt.replace(/^http/, 'ws'),
    failure: 'code' in announced ? announced.code.replace(/^(net::\S+) .*$/, '$1') : '',
    status: 'status' in announced ? String(announced.status) : '',
    reason: 'status' in announced ? (STATUS_CODES[announced.status] ?? '') : '',
  };
  return templates(announced, engine, probed.api).map((text) =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder),
  );
}

/** Whether a diagnosis is one of the network errors that CORS makes. */
export const isRefusal = (id: string): id is RefusalId => id !== null && Object.hasOwn(refusals, id);

function templates(announced: Announced, engine: Engine, api: ProbeRequest['api']): readonly string[] {
  if ('status' in announced) return announced.status >= 400 ? (engine.errorStatusTexts ?? []) : [];
  if ('code' in announced) {
    const { code } = announced;
    return (
      engine.failureTexts?.find(([prefix]) => code.split(' ').some((part) => part.startsWith(prefix)))?.[1] ??
      []
    );
  }
  const { texts, suffix } = engine.refusals[announced.refusal];
  const printed = engine.apisWithOneText?.includes(api) === true ? texts.slice(0, 1) : texts;
  return printed.map((text, index) => (index === 0 ? text + (suffix?.[api] ?? '') : text));
}
