import type { SessionFaultId } from '../diagnoses/sessions.ts';

/** What comes in an engine of the example of a diagnosis, and what the engine says of it. */
export interface CookieSight {
  /** What the wrong line comes to, where that is not the diagnosis; `null`: nothing keeps the cookie away. */
  readonly comesTo?: SessionFaultId | null;
  /** What the corrected line comes to, where that is not that the cookie arrives. */
  readonly corrected?: SessionFaultId;
  /** The exact texts on the console, in order; absent: none. */
  readonly console?: readonly string[];
  /** The engine's own names for the reason, in its protocol and then in its issues; absent: none. */
  readonly reasons?: readonly string[];
  /** Why it cannot be played on one machine. */
  readonly unplayed?: string;
}

export type CookieSights = Readonly<Record<SessionFaultId, CookieSight>>;
