import type { CaseCorrection, CaseOutcome, CaseRequest } from './case.ts';
import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { Engine } from '../engines/engine.ts';
import type { ProbeRequest } from '../model.ts';
import { redacted } from '../words/hide-secrets.ts';
import type { CaseAddresses } from './addresses.ts';
import { announcedBy, announcedByCorrection, codeOf, type Announced } from './announced.ts';
import { consoleTexts, type TextDetails } from './console-texts.ts';
import type { CaseInEngine } from './departure.ts';
import type { Sight } from './evidence.ts';
import { toProbeRequest } from './to-probe-request.ts';
import { correctedAnswer, expectedAnswers, expectedCookies, expectedWireLines } from './wire.ts';

/** Returns what must be seen while the case is misconfigured. */
export function expectedSight(definition: CaseInEngine, engine: Engine, addresses: CaseAddresses): Sight {
  const { expected, request, before = [] } = definition;
  const announced = announcedBy(definition);
  const { endsAt, value, console: texts, consoleBefore = [] } = expected;
  const faulty = expectedAnswers(definition, addresses).findLast((answer) => answer !== null) ?? null;
  const details: TextDetails = { endsAt, value, texts, faulty };
  return {
    request: withoutSecrets(toProbeRequest(request, addresses)),
    before: before.map((earlier, index) => ({
      outcome: success(earlier),
      console: consoleTexts(
        earlier,
        { texts: consoleBefore[index] ?? [], faulty: null },
        { status: 0 },
        engine,
        addresses,
      ),
    })),
    outcome: expected.outcome,
    console: consoleTexts(request, details, announced, engine, addresses),
    code: codeOf(definition, announced, engine, addresses),
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
  definition: CaseInEngine,
  engine: Engine,
  addresses: CaseAddresses,
): CorrectedSight {
  const request = correctedRequest(definition);
  const { expected, check } = definition;
  const correction = expected.corrected ?? success(request);
  const announced = announcedByCorrection(correction);
  const purpose = isOfPreflight(announced) ? 'preflight' : 'actual';
  const details = {
    texts: expected.correctedConsole,
    faulty: correctedAnswer(definition, request, purpose, addresses),
  };
  return {
    outcome: correctedOutcome(correction),
    console: consoleTexts(request, details, announced, engine, addresses),
    diagnosis: correctedDiagnosis(correction),
    trusted: check?.check === 'unreadable' ? success(request) : null,
  };
}

function correctedOutcome(correction: CaseCorrection): CaseOutcome {
  if (correction.kind === 'refused' || correction.kind === 'failed') return { kind: 'network-error' };
  if (!('unread' in correction)) return correction;
  const { unread, ...outcome } = correction;
  return outcome;
}

function correctedDiagnosis(correction: CaseCorrection): DiagnosisId | null {
  if (correction.kind === 'failed') return correction.as;
  if (correction.kind === 'timeout') return 'response-timeout';
  return 'unread' in correction ? correction.unread : null;
}

const isOfPreflight = (announced: Announced): boolean =>
  'refusal' in announced && /^(preflight|method|header)/.test(announced.refusal);

/** Returns the request as an observation shows it. */
function withoutSecrets(request: ProbeRequest): ProbeRequest {
  const headers = request.headers.map(
    ([name, value]) => [name, name.toLowerCase() === 'authorization' ? redacted : value] as const,
  );
  return { ...request, headers };
}

/** Returns the request of the corrected case. */
export const correctedRequest = (definition: CaseInEngine): CaseRequest => ({
  ...definition.request,
  ...definition.correctedRequest,
});

/** Returns what an API tells of a response of status 200. */
function success({ api = 'fetch', mode, held }: CaseRequest): CaseOutcome {
  if (held === true) return { kind: 'held' };
  const status = api === 'WebSocket' ? 101 : tellsStatus.has(api) && mode !== 'no-cors' ? 200 : 0;
  return { kind: 'response', status };
}

const tellsStatus: ReadonlySet<string> = new Set(['fetch', 'XMLHttpRequest', 'EventSource', 'worker']);
