import type { EngineQuirks } from './engine.ts';
import type { QuirkFlag } from './quirk-readings.ts';

/** Reports whether http on a loopback address is mixed content for a secure page of `engine`. */
export const refusesHttpOnLoopback = (engine: EngineQuirks): boolean =>
  isFlagged(engine, 'loopback-mixed-content');

/** Reports whether a fresh context of `engine` sends CORS-preflight requests that its cache could spare. */
export const needsWarmUp = (engine: EngineQuirks): boolean => isFlagged(engine, 'preflight-cache-warm-up');

/** Reports whether `engine` blocks a redirect to a URL with a user name or a password in every request mode. */
export const blocksUserinfo = (engine: EngineQuirks): boolean => isFlagged(engine, 'userinfo-in-url');

/** Reports whether a page in `engine` is told that a body of multipart/x-mixed-replace broke off, whatever came of it. */
export const hidesMultipartReplace = (engine: EngineQuirks): boolean =>
  isFlagged(engine, 'multipart-replace-unread');

const isFlagged = ({ quirks }: EngineQuirks, flag: QuirkFlag): boolean =>
  quirks.some(({ id }) => id === flag);
