import type { CaseCorrection, CaseOutcome, CaseRequest, MisconfigurationCase } from '../case.ts';
import type { Engine } from '../engine.ts';
import type { ProbeRequest } from '../model.ts';
import { redacted } from '../probe/redact.ts';
import { fillAddresses, type CaseAddresses } from './addresses.ts';
import { consoleTexts, isRefusal, type Announced } from './console-texts.ts';
import type { Sight } from './evidence.ts';
import { pageOriginOf } from './log.ts';
import { toProbeRequest } from './to-probe-request.ts';
import { expectedCookies, expectedWireLines } from './wire.ts';

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
    request: withoutSecrets(toProbeRequest(request, addresses)),
    before: before.map((earlier) => ({ outcome: success(earlier), console: [] })),
    outcome: expected.outcome,
    console: consoleTexts(request, expected, announcedBy(definition, code, engine), engine, addresses),
    code,
    log: expected.exchanges,
    cookies: expectedCookies(definition),
    wire: expectedWireLines(definition, addresses),
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
  return {
    outcome:
      correction.kind === 'refused' || correction.kind === 'failed' ? { kind: 'network-error' } : correction,
    console: consoleTexts(request, {}, announcedByCorrection(correction), engine, addresses),
    diagnosis: correction.kind === 'failed' ? correction.as : null,
    trusted: definition.check?.check === 'unreadable' ? success(request) : null,
  };
}

function announcedByCorrection(correction: CaseCorrection): Announced {
  switch (correction.kind) {
    case 'refused':
      return { refusal: correction.as, parameter: correction.parameter ?? '' };
    case 'failed':
      return { code: correction.code };
    case 'response':
      return { status: correction.status };
    case 'held':
    case 'network-error':
    case 'timeout':
      return { status: 0 };
    default:
      return correction satisfies never;
  }
}

/** As an observation shows it. */
function withoutSecrets(request: ProbeRequest): ProbeRequest {
  const headers = request.headers.map(
    ([name, value]) => [name, name.toLowerCase() === 'authorization' ? redacted : value] as const,
  );
  return { ...request, headers };
}

/** The request of the corrected case. */
export const correctedRequest = (definition: MisconfigurationCase): CaseRequest => ({
  ...definition.request,
  ...definition.correctedRequest,
});

function announcedBy(
  { expected: { diagnosis, outcome } }: MisconfigurationCase,
  code: string | readonly string[] | null,
  engine: Engine,
): Announced {
  if (outcome.kind === 'timeout') return { status: 0 };
  // A body that breaks off fails after its response was shared.
  if (outcome.kind === 'response' && typeof code !== 'string') return { status: outcome.status };
  const [first = '', parameter = ''] = typeof code === 'string' ? [code] : (code ?? []);
  const causes = [engine.codes[first] ?? []].flat().filter(isRefusal);
  // A hazard, too, may show itself by a refusal.
  const refusal = causes.find((cause) => cause === diagnosis) ?? causes[0];
  return refusal === undefined ? { code: first } : { refusal, parameter };
}

/** What an API tells of a response of status 200. */
function success({ api = 'fetch', mode, held }: CaseRequest): CaseOutcome {
  if (held === true) return { kind: 'held' };
  const status = api === 'WebSocket' ? 101 : tellsStatus.has(api) && mode !== 'no-cors' ? 200 : 0;
  return { kind: 'response', status };
}

const tellsStatus: ReadonlySet<string> = new Set(['fetch', 'XMLHttpRequest', 'EventSource', 'worker']);
