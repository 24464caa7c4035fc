import type { CookieReason, Observation, ProbeRequest } from '../../model.ts';
import { lostBeacon } from '../page/beacon-end.ts';
import { exchangesOf } from './cdp-exchanges.ts';
import type { CorsIssue } from './cdp-issues.ts';
import type { ProbeRecord } from './cdp-recorder.ts';
import type { PageOutcome } from '../page/page-request.ts';
import { outcomeOf } from '../page/probe-expression.ts';

/** What the page and the DevTools protocol said of one request. */
export interface ChromiumWitness {
  readonly version: string;
  readonly pageOrigin: string;
  readonly request: ProbeRequest;
  readonly outcome: PageOutcome | undefined;
  /** Null if the engine announced no request. */
  readonly record: ProbeRecord | null;
  readonly held: boolean;
  /** The errors on the console that the engine tied to no request. */
  readonly stray: readonly string[];
  /** What the engine refused without announcing it. */
  readonly unannounced: CorsIssue | null;
  /** The page's own Content Security Policy forbade it before it was announced. */
  readonly isBlockedByPolicy: boolean;
  readonly incomplete: string | null;
  /** What its issues say of cookies; `null` of a page without a session. */
  readonly cookieIssues: readonly CookieReason[] | null;
}

/** Returns the observation that they come to. Pure. */
export function chromiumObservation(witness: ChromiumWitness): Observation {
  const { request, record, stray, cookieIssues } = witness;
  const cookieReasons = cookieIssues === null ? [] : [...(record?.main.cookieReasons ?? []), ...cookieIssues];
  return {
    engine: { id: 'chromium', version: witness.version },
    pageOrigin: witness.pageOrigin,
    request,
    outcome: outcomeBy(witness),
    // An error that the engine ties to no request is shown with each that it may belong to, never dropped.
    console: [...(record?.console ?? []), ...stray.filter((text) => text.includes(request.url))],
    exchanges: record === null ? [] : exchangesOf(record.main, record.preflights),
    refusal: record === null ? refusalIn(witness.unannounced) : record.main.corsError,
    failure: failureBy(witness),
    incomplete: witness.incomplete,
    ...(cookieReasons.length === 0 ? {} : { cookieReasons }),
  };
}

function outcomeBy({ held, request: { api }, record, outcome }: ChromiumWitness): Observation['outcome'] {
  if (held) return { kind: 'held' };
  const isLost = api === 'sendBeacon' && record !== null && record.main.failure !== null;
  return isLost ? lostBeacon : outcomeOf(outcome);
}

const refusalIn = (issue: CorsIssue | null): Observation['refusal'] =>
  issue === null ? null : { code: issue.code, parameter: issue.parameter };

/** Returns the engine's failure, or `null`. That the page gave up is its outcome, and no failure of the engine's. */
function failureBy({ held, outcome, record, isBlockedByPolicy }: ChromiumWitness): string | null {
  if (held || outcome?.kind === 'timeout') return null;
  if (record === null) return isBlockedByPolicy ? 'csp' : null;
  const { failure, blockedReason } = record.main;
  return blockedReason === null ? failure : `${failure ?? ''} ${blockedReason}`.trim();
}
