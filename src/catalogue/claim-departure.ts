import type { ClaimExpectation, ClaimExperiment, ClaimStep } from './claim.ts';

/** What an engine shows otherwise in one experiment of a claim. Inert data. */
export interface ClaimDeparture {
  /** Why it is so, in one sentence. */
  readonly reason: string;
  readonly link?: string;
  /** The experiment shows nothing of the claim in this engine, for the same reason; what is seen is asserted. */
  readonly inapplicable?: true;
  /** What takes the place of these members of what is expected, by the number of the step, from 1. */
  readonly steps: Readonly<Partial<Record<string, Partial<ClaimExpectation>>>>;
}

/** By the id of the claim, a space, and the number of the experiment, from 1. */
export type ClaimDepartures = Readonly<Partial<Record<string, ClaimDeparture>>>;

/** Returns the experiment as an engine that departs from it shows it. */
export function experimentIn(
  experiment: ClaimExperiment,
  departure: ClaimDeparture | undefined,
): ClaimExperiment {
  const [first, ...rest] = experiment.steps;
  const own = (step: ClaimStep, index: number): ClaimStep => ({
    ...step,
    expected: { ...step.expected, ...departure?.steps[index + 1] },
  });
  return { ...experiment, steps: [own(first, 0), ...rest.map((step, index) => own(step, index + 1))] };
}
