import type { Observation } from '../model.ts';
import { carriedCookie } from './set-cookie.ts';

/**
 * Reports whether the browser does not tell if a cookie went with the request: of a handshake to another origin than the page's,
 * Chromium's protocol leaves the Cookie line out.
 */
export const hidesCookies = (observation: Observation): boolean =>
  observation.engine.id === 'chromium' &&
  observation.request.api === 'WebSocket' &&
  !carriedCookie(observation);
