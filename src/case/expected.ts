import type { CaseOutcome, CaseRequest, MisconfigurationCase } from '../case.ts';
import type { Engine } from '../engine.ts';
import { fillAddresses, type CaseAddresses } from './addresses.ts';
import { consoleTexts, isRefusal, type Announced } from './console-texts.ts';
import type { Sight } from './evidence.ts';
import { expectedWireLines, pageOriginOf } from './log.ts';

/** What must be seen while the case is misconfigured. */
export function expectedSight(
  definition: MisconfigurationCase,
  engine: Engine,
  addresses: CaseAddresses,
): Sight {
  const { expected, request, before = [] } = definition;
  const fill = (text: string): string =>
    fillAddresses(text, addresses).replaceAll('{page}', pageOriginOf(request));
  const code =
    typeof expected.chromium === 'string' ? expected.chromium : (expected.chromium?.map(fill) ?? null);
  return {
    before: before.map((earlier) => ({ outcome: success(earlier), console: [] })),
    outcome: expected.outcome,
    console: consoleTexts(request, expected, announcedBy(definition, code), engine, addresses),
    code,
    log: expected.exchanges,
    wire: expectedWireLines(expected.wire ?? expected.exchanges, addresses),
  };
}

/** What must be seen once it is corrected. */
export interface CorrectedSight {
  readonly outcome: CaseOutcome;
  readonly console: readonly string[];
  readonly diagnosis: unknown;
  /** What the page on the allow list gets; `null` if the case's own page is on it. */
  readonly trusted: CaseOutcome | null;
}

export function expectedCorrection(
  definition: MisconfigurationCase,
  engine: Engine,
  addresses: CaseAddresses,
): CorrectedSight {
  const request = correctedRequest(definition);
  const correction = definition.expected.corrected ?? success(request);
  const announced: Announced =
    correction.kind === 'refused'
      ? { refusal: correction.as, parameter: correction.parameter ?? '' }
      : { status: correction.kind === 'response' ? correction.status : 0 };
  return {
    outcome: correction.kind === 'refused' ? { kind: 'network-error' } : correction,
    console: consoleTexts(request, {}, announced, engine, addresses),
    diagnosis: null,
    trusted: definition.check?.check === 'unreadable' ? success(request) : null,
  };
}

/** The request of the corrected case. */
export const correctedRequest = (definition: MisconfigurationCase): CaseRequest => ({
  ...definition.request,
  ...definition.correctedRequest,
});

function announcedBy(
  { expected: { diagnosis, outcome } }: MisconfigurationCase,
  code: string | readonly string[] | null,
): Announced {
  if (outcome.kind === 'response') return { status: outcome.status };
  const [first = '', parameter = ''] = typeof code === 'string' ? [code] : (code ?? []);
  return isRefusal(diagnosis) ? { refusal: diagnosis, parameter } : { code: first };
}

/** What an API tells of a response of status 200. */
function success({ api = 'fetch', mode }: CaseRequest): CaseOutcome {
  const status = api === 'WebSocket' ? 101 : tellsStatus.has(api) && mode !== 'no-cors' ? 200 : 0;
  return { kind: 'response', status };
}

const tellsStatus: ReadonlySet<string> = new Set(['fetch', 'XMLHttpRequest', 'EventSource', 'worker']);
