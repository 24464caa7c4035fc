import type { CaseCorrection } from './case.ts';
import { failures } from '../diagnoses/neighbours.ts';
import { refusals } from '../diagnoses/refusals.ts';
import type { FailureId, NeighbourId, RefusalId } from '../diagnoses/vocabulary.ts';
import type { Engine } from '../engines/engine.ts';
import { fillAddresses, type CaseAddresses } from './addresses.ts';
import type { CaseInEngine } from './departure.ts';
import type { Sight } from './evidence.ts';
import { pageOriginOf } from './log.ts';

/** What the console texts are about. */
export type Announced =
  | { readonly refusal: RefusalId; readonly parameter: string }
  /** Something that is not CORS, or that the engine refuses before CORS, by its own code if it has one. */
  | { readonly neighbour: NeighbourId | null; readonly code: string }
  | { readonly status: number };

/** Reports whether a diagnosis is one of the network errors that CORS makes. */
export const isRefusal = (id: string | null): id is RefusalId => id !== null && Object.hasOwn(refusals, id);

const isNeighbour = (id: string | null): id is FailureId => id !== null && Object.hasOwn(failures, id);

/** Returns what the engine tells of the request of a case. */
export function announcedBy({ expected }: CaseInEngine): Announced {
  const { outcome, diagnosis, chromium, shownBy } = expected;
  if (outcome.kind === 'timeout') return { status: 0 };
  // A body that breaks off fails after its response was shared.
  if (outcome.kind === 'response' && typeof chromium !== 'string') return { status: outcome.status };
  const [code, parameter] = typeof chromium === 'string' ? [chromium, ''] : (chromium ?? ['', '']);
  if (isRefusal(diagnosis)) return { refusal: diagnosis, parameter };
  if (shownBy !== undefined) return { refusal: shownBy, parameter };
  return { neighbour: isNeighbour(diagnosis) ? diagnosis : null, code };
}

/** Returns what it tells of the corrected request. */
export function announcedByCorrection(correction: CaseCorrection): Announced {
  switch (correction.kind) {
    case 'refused':
      return { refusal: correction.as, parameter: correction.parameter ?? '' };
    case 'failed':
      return { neighbour: correction.as, code: correction.code };
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

/** Returns Chromium's code of the refusal that `definition` shows, or `null` if it shows none. */
export const corsErrorOf = ({ expected: { chromium } }: CaseInEngine): string | null =>
  typeof chromium === 'string' ? null : (chromium?.[0] ?? null);

/** Returns the engine's own code of what it announced, as a sight shows it. */
export function codeOf(
  { expected, request }: CaseInEngine,
  announced: Announced,
  engine: Engine,
  addresses: CaseAddresses,
): Sight['code'] {
  if (engine.id === 'chromium') {
    if (expected.chromium === null || typeof expected.chromium === 'string') return expected.chromium;
    const pageOrigin = pageOriginOf(request);
    return expected.chromium.map((text) => fillAddresses(text, addresses).replaceAll('{page}', pageOrigin));
  }
  const { codes, refusals: texts } = engine;
  const listed = (code: string): Sight['code'] => (Object.hasOwn(codes, code) ? [code, ''] : code);
  if (expected.code !== undefined) return expected.code === null ? null : listed(expected.code);
  if ('status' in announced) return null;
  if ('neighbour' in announced) {
    const seen = announced.neighbour === null ? undefined : engine.neighbours?.[announced.neighbour];
    return seen?.code === undefined ? (expected.tapFailure ?? null) : listed(seen.code);
  }
  const { refusal } = announced;
  if (texts[refusal].texts.length === 0) return null;
  const naming = Object.entries(codes)
    .map(([code, causes]) => ({ code, causes: [causes].flat() }))
    .filter(({ causes }) => causes.some((cause) => cause === refusal));
  // A code that stands for less says more.
  const [most] = naming.sort((one, other) => one.causes.length - other.causes.length);
  return most === undefined ? null : listed(most.code);
}
