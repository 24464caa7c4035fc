import type { PageTap } from '../tapped/page-tap.ts';
import type { PageDriver } from '../tapped/page-driver.ts';

/** One of the two ways in which WebKit can be started. */
export interface StartedWebKit {
  readonly version: string;
  /** Whether pages ask for work, as there is no protocol to drive them. */
  readonly asksForWork: boolean;
  drive(tap: PageTap): PageDriver;
  close(): Promise<void>;
}
