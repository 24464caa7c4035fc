import { defaultPath, domainMatch, pathMatch } from 'tough-cookie';
import type { SessionFaultId } from '../diagnoses/sessions.ts';
import { isLoopbackHost } from '../fetch-standard/urls.ts';
import type { EngineId } from '../model.ts';
import { isPublicSuffix } from '../plan/host-names.ts';
import { siteOf } from '../plan/site-of.ts';
import type { SetCookie } from './set-cookie.ts';

/** Between whom a cookie was set and is to be sent. */
export interface CookieWay {
  readonly engine: EngineId;
  /** The address whose answer set it. */
  readonly setBy: string;
  /** The page whose request was answered so; `null`: it was put into the browser without one. */
  readonly setFrom: string | null;
  /** The page that asks, by its origin. */
  readonly page: string;
  /** The address that it asks. */
  readonly url: string;
  readonly nowMs: number;
}

/**
 * Returns why `cookie` does not go with the request, by what its attributes say to the engine as it is set up for its
 * users; `null` if nothing in them keeps it away. Pure. What the browser really sent is seen on the wire, and is believed.
 *
 * https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html
 */
export function cookieFault(cookie: SetCookie, way: CookieWay): SessionFaultId | null {
  const { engine, nowMs } = way;
  if (cookie.expiresAtMs !== null && cookie.expiresAtMs <= nowMs) return 'session-cookie-expired';
  const setBy = new URL(way.setBy);
  const url = new URL(way.url);
  const host = bareHost(setBy);
  const domain = domainFault(cookie, host);
  if (domain !== null) return domain;
  const isSecureWay = isSecure(setBy, engine);
  if (breaksPrefix(cookie, setBy.protocol === 'https:')) return 'session-cookie-prefix';
  if (cookie.secure && !(isSecureWay && isSecure(url, engine))) return 'session-cookie-secure-over-http';
  if (cookie.sameSite === 'none' && !cookie.secure && engine !== 'webkit')
    return 'session-cookie-secure-missing';
  const isThirdParty =
    isAcross(way.page, url.href, engine) ||
    (way.setFrom !== null && isAcross(way.setFrom, way.setBy, engine));
  const site = isThirdParty ? siteFault(cookie, way) : null;
  if (site !== null) return site;
  const path = cookie.path ?? defaultPath(setBy.pathname);
  return pathMatch(url.pathname, path) ? null : 'session-cookie-path';
}

/**
 * Reports whether a form on a page of any site sends `cookie` along, by what its attributes say. A form leads to a page of
 * the API, so that no browser takes it for the cookie of a third party. Without SameSite it is sent as well: in Chromium
 * for the first two minutes. One that is Partitioned is not, if pages of another site alone have it. Pure.
 */
export function goesWithForms(cookie: SetCookie, way: CookieWay): boolean {
  const { sameSite, partitioned } = cookie;
  if (sameSite === 'lax' || sameSite === 'strict') return false;
  const api = new URL(way.url).origin;
  if (partitioned && isAcross(way.setFrom ?? way.page, api, way.engine)) return false;
  return cookieFault(cookie, { ...way, setFrom: null, page: api }) === null;
}

function domainFault({ domain }: SetCookie, host: string): SessionFaultId | null {
  if (domain === null || domain === host) return null;
  if (isPublicSuffix(domain) || !domain.includes('.')) return 'session-cookie-public-suffix';
  return domainMatch(host, domain) === true ? null : 'session-cookie-domain';
}

/** Reports whether a name that begins so is refused. Engines compare the prefix in any case. */
function breaksPrefix({ name, secure, path, domain }: SetCookie, isHttps: boolean): boolean {
  const lower = name.toLowerCase();
  if (lower.startsWith('__host-')) return !secure || !isHttps || path !== '/' || domain !== null;
  return lower.startsWith('__secure-') && (!secure || !isHttps);
}

/** Reports whether the engine gives and takes cookies with Secure there: Chromium and Firefox trust this machine, too. */
const isSecure = ({ protocol, hostname }: URL, engine: EngineId): boolean =>
  protocol === 'https:' || (engine !== 'webkit' && isLoopbackHost(hostname));

/** Returns why a cookie does not go from a page of one site to another. */
function siteFault(
  { sameSite, partitioned }: SetCookie,
  { engine, page, setFrom }: CookieWay,
): SessionFaultId | null {
  if (sameSite === 'lax' || sameSite === 'strict') return 'session-cookie-samesite';
  switch (engine) {
    case 'chromium':
      if (sameSite === null) return 'session-cookie-samesite-missing';
      if (!partitioned) return 'session-cookie-third-party';
      break;
    // Without SameSite it is as with None, and each site has a jar of its own.
    case 'firefox':
      break;
    case 'webkit':
      return 'session-cookie-third-party';
    default:
      return engine satisfies never;
  }
  const isSameJar = setFrom !== null && siteOf(setFrom) === siteOf(page);
  return isSameJar ? null : 'session-cookie-third-party';
}

/** Reports whether page and address are of different sites. */
const isAcross = (page: string, url: string, engine: EngineId): boolean =>
  siteIn(engine, new URL(page)) !== siteIn(engine, new URL(url));

/** Returns what is one site to the engine. To Chromium alone http and https of one name are two. */
function siteIn(engine: EngineId, { origin, hostname }: URL): string {
  if (engine === 'chromium') return siteOf(origin);
  // WebKitGTK takes each name below localhost for a site of its own.
  const isOwnSite = engine === 'webkit' && hostname.endsWith('.localhost');
  return isOwnSite ? `//${hostname}` : siteOf(origin).replace(/^[^:]*:/, '');
}

const bareHost = ({ hostname }: URL): string => hostname.replace(/\.$/, '');
