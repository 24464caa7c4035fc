import type { EngineQuirks } from '../engines/engine.ts';
import { refusesHttpOnLoopback } from '../engines/quirk-flags.ts';
import { isLoopbackHost } from '../policy/lint-url.ts';

/**
 * Returns why `engine` could only be inconclusive about a target at `origin`, as a phrase; null if it could say
 * something. Hostile pages are at https too, and an engine that takes http on loopback for mixed content never
 * lets them ask.
 */
export function whyBlind(engine: EngineQuirks, origin: string): string | null {
  if (!refusesHttpOnLoopback(engine)) return null;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'http:' && isLoopbackHost(hostname)
    ? 'to it http on loopback is mixed content: give the target an https address'
    : null;
}
