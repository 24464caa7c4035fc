import { isDeepStrictEqual } from 'node:util';
import type { CaseCheck, CaseOutcome } from './case.ts';
import { headerValues } from '../fetch-standard/header-list.ts';
import type { Observation, ProbeRequest } from '../model.ts';
import type { CaseAddresses } from './addresses.ts';
import { logLine, type LoggedRequest } from './log.ts';
import { wireLines, type WireLine } from './wire.ts';

/**
 * The same request from another page, which a promise is judged by: the page that the server trusts, a
 * stranger's, one that sends no Origin; or from the same page once more, at its address or at one that no cache knows.
 */
export type Companion = 'trusted' | 'stranger' | 'absent' | 'second' | 'uncached';

/** Everything that was seen of one side of a case. Plain JSON. */
export interface CaseEvidence {
  readonly addresses: CaseAddresses;
  readonly before: readonly Observation[];
  readonly main: Observation;
  /** What the servers logged of `before` and `main`. */
  readonly log: readonly LoggedRequest[];
  readonly companions: Readonly<Partial<Record<Companion, Observation>>>;
}

/** What a case makes a promise of, in comparable form. */
export interface Sight {
  readonly request: ProbeRequest;
  readonly before: readonly { readonly outcome: CaseOutcome; readonly console: readonly string[] }[];
  readonly outcome: CaseOutcome;
  readonly console: readonly string[];
  /** The engine's own code and parameter of a refusal, or its code of another failure. */
  readonly code: readonly string[] | string | null;
  /** The requests as the servers logged them. */
  readonly log: readonly string[];
  /** The cookies that the servers set. */
  readonly cookies: readonly string[];
  /** The requests as the browser recorded them. */
  readonly wire: readonly WireLine[];
}

/** Returns the companions that a promise needs. */
export function companionsOf(check: CaseCheck | undefined): readonly Companion[] {
  switch (check?.check) {
    case 'unreadable':
      return ['trusted', 'stranger'];
    case 'vary':
      return ['trusted', 'stranger', 'absent'];
    case 'preflight-cache':
      return ['second'];
    case 'shared-cache':
      return ['uncached'];
    default:
      return [];
  }
}

/** Reduces evidence to what a case promises of it. */
export function sightOf({ before, main, log }: CaseEvidence): Sight {
  return {
    request: main.request,
    before: before.map((observation) => ({ outcome: outcomeOf(observation), console: observation.console })),
    outcome: outcomeOf(main),
    console: main.console,
    code: main.refusal === null ? main.failure : [main.refusal.code, main.refusal.parameter],
    log: log.map((request) => logLine(request, main.pageOrigin)),
    cookies: log.flatMap(({ answer }) => headerValues(answer?.headers ?? [], 'Set-Cookie')),
    wire: [...before, main].flatMap(wireLines),
  };
}

export const isSame = (a: unknown, b: unknown): boolean => isDeepStrictEqual(a, b);

export function outcomeOf({ outcome }: Observation): CaseOutcome {
  switch (outcome.kind) {
    case 'response': {
      const { status, bodyError } = outcome;
      return { kind: 'response', status, ...(bodyError === null ? {} : { bodyError }) };
    }
    case 'held':
      return { kind: 'held' };
    case 'network-error':
      return { kind: 'network-error' };
    case 'timeout':
      return { kind: 'timeout' };
    default:
      return outcome satisfies never;
  }
}
