import type { Engine } from '../engines/engine.ts';
import type { Verdict } from '../model.ts';
import type { ProbeLimits } from '../probe/probe.ts';
import type { Pace } from './pace.ts';
import type { SessionKeeper } from './session-keeper.ts';

export interface PageRun {
  readonly engine: Verdict['engine'];
  readonly definition: Engine;
  readonly limits: ProbeLimits;
  /** `host:port` values that may be contacted. */
  readonly authorities: ReadonlySet<string>;
  /** What no report may show. */
  readonly secrets: readonly string[];
  /** How fast is asked, and how long, by all that the run asks. */
  readonly pace: Pace;
  /** The session that its trusted pages are signed in by; absent: none. */
  readonly session?: SessionKeeper;
}
