import type { NeighbourId } from '../diagnoses.ts';
import type { Observation } from '../model.ts';
import type { Testimony } from '../witnesses.ts';

/** What came of one probe: what was seen, or why its page could not be made. */
export type Probed =
  | { readonly kind: 'observed'; readonly observation: Observation; readonly testimony: Testimony }
  /** The engine lets no page be at that origin. */
  | { readonly kind: 'impossible'; readonly reason: string }
  /** Not made, for a reason that says nothing about the policy. */
  | { readonly kind: 'unmade'; readonly diagnosis: NeighbourId | null; readonly reason: string };
