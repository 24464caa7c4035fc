import type { RefusalId } from '../diagnoses/vocabulary.ts';
import { getHeader } from '../fetch-standard/header-list.ts';
import { isRedirectStatus } from '../fetch-standard/statuses.ts';
import { hasHttpScheme, parseUrl } from '../fetch-standard/urls.ts';
import type { Exchange, Observation } from '../model.ts';
import { isOfLogin } from '../responder/login-address.ts';
import { lastAnswered, quoted, type Filling } from './finding.ts';
import { say } from '../words/say.ts';

/** An answer that sends the request on. */
export interface Redirect {
  readonly url: string;
  readonly status: number;
  /** As it was sent. */
  readonly location: string;
  /** What it is for, as far as the two addresses tell. */
  readonly kind: RedirectKind;
}

type RedirectKind = 'slash' | 'scheme' | 'host' | 'login' | 'other';

/** Returns the first redirect among the exchanges of `purpose`; `null` if there is none. Without Location none is one. */
export function redirectIn(
  { exchanges }: Pick<Observation, 'exchanges'>,
  purpose: Exchange['purpose'] = 'actual',
): Redirect | null {
  for (const { purpose: own, url, response } of exchanges) {
    if (own !== purpose || response === null || !isRedirectStatus(response.status)) continue;
    const location = response.headers.find(([name]) => name.toLowerCase() === 'location')?.[1];
    if (location !== undefined)
      return { url, status: response.status, location, kind: kindOf(url, location) };
  }
  return null;
}

/**
 * Returns the redirect that `diagnosis`, the reason of a refusal, comes of; `null` if it comes of none. That is so where
 * the redirect itself is refused, where another origin refuses the opaque origin that it makes of the page's, and where
 * it leads to a login page. What else an address behind it answers is the fault of that answer.
 */
export function redirectBehind(observation: Observation, diagnosis: RefusalId): Redirect | null {
  if (diagnosis === 'redirect-with-credentials' || diagnosis === 'redirect-scheme-unsupported') return null;
  const redirect = redirectIn(observation);
  const last = lastAnswered(observation);
  if (redirect === null || last?.response == null) return null;
  const isItself = last.purpose === 'actual' && isRedirectStatus(last.response.status);
  const isTainted = diagnosis === 'origin-mismatch' && getHeader(last.requestHeaders, 'Origin') === 'null';
  return isItself || isTainted || redirect.kind === 'login' ? redirect : null;
}

/** Returns what fills the sentences on `redirect`. */
export const redirectFilling = (redirect: Redirect): Filling => ({
  url: redirect.url,
  value: quoted([redirect.location]),
  status: redirect.status,
  // The remedy says the same of any redirect.
  ...(redirect.kind === 'other' ? {} : redirectCure(redirect)),
});

type Cure = Pick<Filling, 'cure' | 'remedy'>;

/** Returns what to do, by what the two addresses say of the redirect. */
export function redirectCure({ url, location, kind }: Redirect): Cure {
  const to = parseUrl(location, url);
  const final = to === null || !hasHttpScheme(to) ? say('the final URL') : `${to.origin}${to.pathname}`;
  switch (kind) {
    case 'slash':
      return { cure: say('Call {final}: the two addresses differ in a slash at the end alone.', { final }) };
    case 'scheme':
      return { cure: say('Call {final}: the two addresses differ in their scheme alone.', { final }) };
    case 'host':
      return { cure: say('Call {final}: the two addresses differ in their host alone.', { final }) };
    case 'login':
      return { remedy: insteadOfLogin };
    case 'other':
      return {
        cure: say('Call {final}, if clients can: each address on the way has to allow the page.', { final }),
      };
    default:
      return kind satisfies never;
  }
}

const insteadOfLogin = say(
  'Answer 401, with the CORS headers of every other response, in place of a redirect to a login page: headers on the redirect cure nothing, as no script can sign in there. The front end then sends its user to that page itself.',
);

/** Returns the cure for a redirected CORS-preflight request, which follows no redirect. */
export function preflightRedirectCure(observation: Observation): Cure {
  const redirect = redirectIn(observation, 'preflight');
  if (redirect === null) return {};
  return redirect.kind === 'login'
    ? {
        remedy: `${say('Let OPTIONS past the check for a session, as a CORS-preflight request carries no cookie.')} ${insteadOfLogin}`,
      }
    : redirectCure(redirect);
}

function kindOf(url: string, location: string): RedirectKind {
  const [from, to] = [parseUrl(url), parseUrl(location, url)];
  if (from === null || to === null) return 'other';
  const isSame = (...names: readonly ('protocol' | 'host' | 'pathname' | 'search')[]): boolean =>
    names.every((name) => from[name] === to[name]);
  const withoutSlash = ({ pathname }: URL): string => pathname.replace(/\/+$/, '');
  const isSlash = from.pathname !== to.pathname && withoutSlash(from) === withoutSlash(to);
  if (isSlash && isSame('protocol', 'host')) return 'slash';
  if (isSame('pathname', 'search')) {
    // The port goes with the scheme.
    if (from.protocol !== to.protocol && from.hostname === to.hostname) return 'scheme';
    if (from.hostname !== to.hostname) return 'host';
  }
  return isOfLogin(to, from) ? 'login' : 'other';
}
