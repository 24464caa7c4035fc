import type { BackendId } from '../../../../servers/setups/backends.ts';
import type { FrontId } from '../../../../servers/setups/fronts.ts';
import type { PolicyInput } from '../../../../src/policy/policy.ts';

/** One program in front of an application, set up as people have reported it, and what has to be said of it. */
export interface Setup {
  /** What the report was, or what it was made after: an issue (`owner/name#1`), a manual's page. */
  readonly source: string;
  readonly front: FrontId;
  readonly backend: BackendId;
  /**
   * Its configuration as reported. `{{port}}`, `{{backend}}` and `{{nobody}}`, where nothing listens, are `host:port`.
   */
  readonly reported: string;
  /** The same, in order; absent: what cures it is no matter of this configuration. */
  readonly corrected?: string;
  readonly policy: Omit<PolicyInput, 'target'>;
  /** The findings of the one as reported, as `setups.spec.ts` says them. The other has none. */
  readonly right: readonly string[];
}

export const defineSetup = (setup: Setup): Setup => setup;

/** The page that the setups are for. */
export const app = 'https://app.example.com';
