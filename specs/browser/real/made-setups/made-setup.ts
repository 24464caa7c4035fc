import type { RequestListener } from 'node:http';
import type { PolicyInput } from '../../../../src/policy/policy.ts';

/** An API, with what stands in front of it, that answers as people have reported it, and what has to be said of it. */
export interface MadeSetup {
  /** What the report was, or what it was made after: an issue (`owner/name#1`), a manual's page. */
  readonly source: string;
  /** Makes what answers; each run has its own. */
  readonly reported: () => RequestListener;
  /** The same, in order; absent: no answer of it is in order for this policy. */
  readonly corrected?: () => RequestListener;
  readonly policy: Omit<PolicyInput, 'target'>;
  /** What pages do differently where all is in order. */
  readonly correctedPolicy?: Omit<PolicyInput, 'target'>;
  /** Look-alikes of the trusted pages that are asked from; absent: none, as they are let in by no setup but those for them. */
  readonly lookalikes?: readonly string[];
  /** The findings of the one as reported, as `setup-report.ts` says them. */
  readonly right: readonly string[];
  /** How the remedy of each finding begins; absent: as its diagnosis says. */
  readonly cures?: readonly string[];
  /** What each finding says of its curl line. */
  readonly curls?: readonly string[];
  /** What is inconclusive, and why, as `setup-report.ts` says it; absent: nothing. */
  readonly unsure?: readonly string[];
}

/** Setups by what is wrong with them. */
export type MadeSetups = Readonly<Record<string, MadeSetup>>;

/** The page that the setups are for, and the second one of some. */
export const app = 'https://app.example.com';
export const admin = 'https://admin.example.com';
