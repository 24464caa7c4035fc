import type { Engine } from '../engines/engine.ts';
import type { Verdict } from '../model.ts';
import type { ProbeLimits } from '../probe/probe.ts';

export interface PageRun {
  readonly engine: Verdict['engine'];
  readonly definition: Engine;
  readonly limits: ProbeLimits;
  /** `host:port` values that may be contacted. */
  readonly authorities: ReadonlySet<string>;
  /** Milliseconds since the epoch after which no further page is asked. */
  readonly deadline: number;
}
