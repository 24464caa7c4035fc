import { fingerprintOf } from '../baseline/fingerprint.ts';
import type { RoutePromise } from '../plan/server-promise.ts';
import type { DerivedCheck } from '../plan/derived-check.ts';
import { definitionOf, type Definition, type DiagnosisId, type Severity } from '../diagnoses/vocabulary.ts';
import { isAppOrigin } from '../fetch-standard/urls.ts';
import { isOkStatus } from '../fetch-standard/statuses.ts';
import { headersToSend } from './headers-to-send.ts';
import type { CurlRun } from './curl-run.ts';
import type { Filling, Finding, Judgement } from './finding.ts';
import type { Observation, ProbeRequest, Verdict } from '../model.ts';
import { reproduce } from './reproduce.ts';

export interface VerdictContext {
  readonly engine: Verdict['engine'];
  readonly route: RoutePromise;
  /** What came of the printed curl line; absent: it was not tried. */
  readonly curl?: CurlRun | undefined;
}

/** Dresses a judgement as the verdict that every report shows. Pure. */
export function verdictOf(check: DerivedCheck, judgement: Judgement, context: VerdictContext): Verdict {
  const { finding, observation, remark, followsFrom } = judgement;
  const { diagnosis, severity, seen, filling } = partsOf(finding);
  const definition = diagnosis === null ? null : definitionOf(diagnosis);
  const fill = filler(check, observation, filling);
  const { expectation, ...described } = check;
  const shown = shownOf(judgement);
  return {
    ...described,
    status: finding.status,
    followsFrom: followsFrom ?? null,
    diagnosis,
    kind: definition?.kind ?? null,
    severity: severity ?? definition?.severity ?? null,
    owner: definition?.owner ?? null,
    engine: context.engine,
    held: observation?.outcome.kind === 'held' && observation.exchanges.length > 0,
    // What is compared are answers, to a request header that no user sends.
    console: check.check === 'vary' && definition?.kind !== 'refusal' ? [] : (shown?.console ?? []),
    exchanges: observation?.exchanges ?? [],
    seen: [
      seen ??
        fill(diagnosis === null ? '' : seenWithStatus(definitionOf(filling.seenAs ?? diagnosis), filling)),
      ...(remark === undefined ? [] : [remark]),
    ].join(' '),
    why: fill(definition?.why ?? ''),
    remedy: filling.remedy ?? `${filling.cure ?? ''} ${fill(definition?.remedy ?? '')}`.trim(),
    spec: definition?.spec ?? '',
    ...(isAppOrigin(check.origin) ? { withoutBrowser: true as const } : {}),
    headersToSend:
      finding.status === 'violates'
        ? headersToSend(finding.diagnosis, check.origin, check.credentialsMode, context.route)
        : [],
    proof: null,
    reproduce:
      shown === null ? { curl: '', fetch: '' } : reproduce(shown, diagnosis, filling.url, context.curl),
    fingerprint: fingerprintOf(check, diagnosis),
  };
}

/** Returns what a person is shown of a judgement: the observation, or what its answers grant. */
export const shownOf = ({ observation, shownBy }: Judgement): Observation | null =>
  observation === null || shownBy === undefined ? observation : asking(observation, shownBy);

/** The parts of a finding; `seen` is `null` where its diagnosis says what was seen. */
interface FindingParts {
  readonly diagnosis: DiagnosisId | null;
  /** `null`: that of the diagnosis. */
  readonly severity: Severity | null;
  readonly seen: string | null;
  readonly filling: Filling;
}

function partsOf(finding: Finding): FindingParts {
  switch (finding.status) {
    case 'conforms':
    case 'inapplicable':
      return { diagnosis: null, severity: null, seen: finding.seen, filling: {} };
    case 'inconclusive':
      return { ...finding, severity: null };
    case 'violates':
      return { ...finding, seen: null };
    default:
      return finding satisfies never;
  }
}

/**
 * Returns the observation that `request` would be granted, by the CORS-preflight responses that were seen: nothing was
 * printed about it.
 */
const asking = (observation: Observation, request: ProbeRequest): Observation => ({
  ...observation,
  request,
  outcome: { kind: 'held' },
  console: [],
  exchanges: observation.exchanges.filter(({ purpose }) => purpose === 'preflight'),
});

/**
 * Returns what was seen, with the status of a refused response that is not ok: an error is often answered before the
 * code that sends the CORS headers is reached.
 */
function seenWithStatus({ kind, seen }: Definition, { status = null }: Filling): string {
  if (kind !== 'refusal' || status === null || isOkStatus(status) || seen.includes('{status}')) return seen;
  return seen.replace(/\.$/, ' (status {status}).');
}

function filler(
  check: DerivedCheck,
  observation: Observation | null,
  filling: Filling,
): (text: string) => string {
  const values: Readonly<Record<string, string>> = {
    origin: filling.origin ?? check.origin,
    url: observation?.request.url ?? check.url,
    method: observation?.request.method ?? check.method,
    names: filling.names ?? '',
    value: filling.value ?? 'absent',
    status: String(filling.status ?? 'unknown'),
  };
  // One pass: what fills a placeholder may look like a placeholder itself.
  return (text) => text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
