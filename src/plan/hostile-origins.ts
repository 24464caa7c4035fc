import { isAppOrigin, parseUrl } from '../fetch-standard/urls.ts';
import { instanceOf, parentOf, readPattern } from '../policy/origin-pattern.ts';
import {
  isTrusted,
  pagesOf,
  patternsOf,
  type TrustedOrigin,
  type TrustedPattern,
} from '../policy/trusted.ts';
import {
  besideOf,
  domainOf,
  insecureOf,
  isLoopbackName,
  label,
  otherPortOf,
  stranger,
} from './host-names.ts';
import { lookalikes, tellingLookalikes } from './lookalikes.ts';
import type { OriginRole } from '../model.ts';
import { withMistakes, type Mistake, type RatedOrigin } from './mistakes.ts';

/** An origin that no allow list has a reason to hold. */
export const untrustedOrigin = `https://${stranger}`;

/** What an allow list is left with after development: the bare names, and the ports of the usual dev servers. */
const loopbackOrigins = [
  'http://localhost',
  // Where the pages of a mobile app are that is built on a web view.
  'https://localhost',
  'http://localhost:3000',
  'http://localhost:4200',
  'http://localhost:5173',
  'http://localhost:8080',
  'http://127.0.0.1',
];

/** Hosts under which everybody may have a name, and where a pattern lets previews of deployments in. */
const sharedHosts = [
  'vercel.app',
  'netlify.app',
  'pages.dev',
  'github.io',
  'web.app',
  'herokuapp.com',
  'onrender.com',
  'ngrok-free.app',
];

/**
 * Returns the origins that must not read what is kept for `trusted`, without those that `trusted` covers: a stranger, the
 * opaque origin, those of `elsewhere`, which are trusted on other routes, for each trusted origin the forms that a
 * wrong comparison lets through, for each pattern its neighbours, the API's own host elsewhere, names on shared hosts, and
 * loopback. Only origins that a
 * browser can really have are returned; each once, in the role that it has first. None is at the host and port of
 * `target`, a serialized origin: a page there is the API's own, not somebody else's.
 */
export function hostileOrigins(
  trusted: readonly TrustedOrigin[],
  target: string,
  elsewhere: readonly string[] = [],
): RatedOrigin[] {
  const pages = pagesOf(trusted).filter((origin) => !isAppOrigin(origin));
  const apps = pagesOf(trusted).filter(isAppOrigin);
  const listed = trusted.flatMap((one) => (typeof one === 'string' && !isAppOrigin(one) ? [one] : []));
  const rated: RatedOrigin[] = [
    { origin: untrustedOrigin, role: 'untrusted' },
    { origin: 'null', role: 'opaque' },
    ...elsewhere.map((origin) => fromElsewhere(origin, pages)),
    ...boundedLookalikes(listed),
    ...patternsOf(trusted).flatMap(neighboursOf),
    ...apps.flatMap(besideApp),
    ...besideTarget(target, pages),
    ...sharedHosts.map((host) => ({ origin: `https://untrusted.${host}`, role: 'shared-host' as const })),
    ...loopbackOrigins.map((origin) => loopback(origin, pages)),
    // A pattern for any port of localhost, without an end.
    { origin: `http://localhost.${stranger}`, role: 'prefix' },
  ];
  const known = new Set<string>();
  const { host } = new URL(target);
  return rated.map(onlyByHostile(trusted)).filter(({ origin }) => {
    if (known.has(origin) || isTrusted(trusted, origin) || !isReachable(origin)) return false;
    if (origin !== 'null' && !isAppOrigin(origin) && new URL(origin).host === host) return false;
    known.add(origin);
    return true;
  });
}

/** Returns the rated origin without the mistakes that a trusted page would show, which may read. */
function onlyByHostile(trusted: readonly TrustedOrigin[]): (one: RatedOrigin) => RatedOrigin {
  const mayRead = (origin: string): boolean => isTrusted(trusted, origin);
  const isShown = ({ shownBy, unless }: Mistake): boolean =>
    !shownBy.some(mayRead) && (unless === null || !mayRead(unless));
  return ({ origin, role, under = [] }) => withMistakes({ origin, role }, under.filter(isShown));
}

/** Returns an origin that other routes trust: what lets any name of its domain in lets it in as well. */
function fromElsewhere(origin: string, trusted: readonly string[]): RatedOrigin {
  if (isAppOrigin(origin)) return { origin, role: 'other-route' };
  const placeOfPage = (one: string): string => {
    const { protocol, hostname, port } = new URL(one);
    return `${protocol} ${domainOf(hostname)} ${port}`;
  };
  const kin = trusted.find((one) => placeOfPage(one) === placeOfPage(origin));
  const beside = kin === undefined ? undefined : lookalikes(kin).find(({ role }) => role === 'suffix');
  return withMistakes({ origin, role: 'other-route' }, beside?.under ?? []);
}

/**
 * Returns what is beside the origins that a pattern covers: the look-alikes of one that has one label in front, the bare host
 * behind the star, and what is beside that in its owner's domain or on its shared host. Some of it may be covered.
 */
function neighboursOf({ pattern, sample }: TrustedPattern): RatedOrigin[] {
  const parts = readPattern(pattern);
  const [first] = sample;
  if (parts === null || first === undefined) return [];
  const { hostname, port } = new URL(first);
  const own = { ...parts, port };
  const [name = ''] = hostname.split('.');
  const parent = parentOf(own);
  if (parent === null) return lookalikes(instanceOf(own, name));
  return [
    ...lookalikes(parent).filter(({ role }) => besideParent.has(role)),
    ...lookalikes(instanceOf(own, name)).map(unlessBeside(parent)),
    { origin: parent, role: 'parent' },
  ];
}

const besideParent: ReadonlySet<OriginRole> = new Set(['subdomain', 'parent', 'suffix']);

/**
 * Returns a rated origin whose mistakes count what is written in front of `parent` as a name beside it where it is one: it
 * shows more only where a plain one is refused. Where that reads, any subdomain does.
 */
function unlessBeside(parent: string): (one: RatedOrigin) => RatedOrigin {
  const beside = besideOf(parent);
  const prefixed = parent.replace('://', `://${label}`);
  const domain = domainOf(new URL(parent).hostname);
  const isOf = (origin: string): boolean => domainOf(new URL(origin).hostname) === domain;
  return (one) => {
    if (beside === null) return one;
    const { origin, role, under = [] } = one;
    const isShown = ({ unless, shownBy }: Mistake): boolean => unless === null && shownBy.includes(prefixed);
    return withMistakes({ origin, role }, [
      ...under.map((mistake) => (isShown(mistake) ? { ...mistake, unless: beside } : mistake)),
      ...(inDomain.has(role) && isOf(origin)
        ? [{ diagnosis: 'subdomain-trusted' as const, shownBy: [beside], unless: null }]
        : []),
    ]);
  };
}

const inDomain: ReadonlySet<OriginRole> = new Set(['subdomain', 'parent', 'suffix', 'unescaped-dot']);

/**
 * Returns what a comparison lets through that knows of an app's origin no more than its scheme, its name or its beginning:
 * another id, another scheme, the same name as a site, a longer name.
 */
function besideApp(origin: string): RatedOrigin[] {
  const [scheme = '', host = ''] = origin.split('://');
  const isExtension = scheme.endsWith('-extension');
  const other = isExtension ? otherId(host) : label;
  const schemes = isExtension
    ? ['chrome-extension', 'moz-extension']
    : ['capacitor', 'ionic', 'tauri', 'app'];
  return [
    { origin: `${scheme}://${other}`, role: 'prefix' },
    { origin: `${scheme}://${host}.${stranger}`, role: 'prefix' },
    ...schemes
      .filter((one) => one !== scheme)
      .slice(0, 1)
      .map((one) => ({ origin: `${one}://${host}`, role: 'suffix' as const })),
    ...(parseUrl(`https://${host}`) === null ? [] : [siteNamed(host)]),
  ];
}

/** Returns the site of the same name as an app; on loopback it is what is left over from development. */
const siteNamed = (host: string): RatedOrigin => ({
  origin: `https://${host}`,
  role: isLoopbackName(host.replace(/:\d+$/, '')) ? 'loopback' : 'suffix',
});

/** Returns an id of the same form: its digits and letters are moved on by one. */
const otherId = (id: string): string =>
  id.replace(/[a-o0-8]/gi, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 1)).replaceAll('g', 'f');

/** Returns the API's own host elsewhere: another server there is as much a stranger as any. */
function besideTarget(target: string, trusted: readonly string[]): RatedOrigin[] {
  const { protocol, hostname } = new URL(target);
  // Loopback is tried with the ports of loopback.
  if (hostname === 'localhost' || hostname === '127.0.0.1') return [];
  const isSecure = protocol === 'https:';
  const other = isSecure ? `http://${hostname}:8080` : `https://${hostname}:9443`;
  const kin = trusted.find((origin) => domainOf(new URL(origin).hostname) === domainOf(hostname));
  const inDomain = kin === undefined ? [] : mistakesOnPorts(kin);
  const alone: Mistake[] = isSecure
    ? [{ diagnosis: 'insecure-origin-trusted', shownBy: [other], unless: null }]
    : [];
  return [
    withMistakes({ origin: other, role: isSecure ? 'insecure' : 'port' }, inDomain),
    withMistakes({ origin: otherPortOf(target), role: 'port' }, [...inDomain, ...alone]),
  ];
}

/** Returns the mistakes by which another name of the same domain is let in on any port. */
const mistakesOnPorts = (trusted: string): readonly Mistake[] =>
  lookalikes(trusted)
    .filter(({ origin }) => origin === otherPortOf(trusted))
    .flatMap(({ under = [] }) => under)
    .filter(({ diagnosis }) => diagnosis !== 'origin-prefix-trusted');

/** Returns a rated origin on loopback; where a trusted one is on the same host, any port of it may be let in. */
function loopback(origin: string, trusted: readonly string[]): RatedOrigin {
  const { hostname } = new URL(origin);
  const beside = trusted.filter((one) => new URL(one).hostname === hostname);
  return withMistakes(
    { origin, role: 'loopback' },
    beside.map((one) => ({ diagnosis: 'origin-port-trusted', shownBy: [otherPortOf(one)], unless: null })),
  );
}

/** A few are asked everything about where more origins than this are alike. */
const askedInFull = 8;

/**
 * Returns the look-alikes of `trusted`: all of them where few origins are alike. Three of many stand for the comparison,
 * which is one for all: the first, the last and one between, as a list that is joined to one pattern goes wrong at its ends
 * otherwise than in the middle. The others are asked what they may differ in. That is the page over plain http for a
 * further name of a domain, as each entry of a list is written with its scheme, and for a further domain what shows the
 * mistakes that open it.
 */
function boundedLookalikes(trusted: readonly string[]): RatedOrigin[] {
  const domains = alike(trusted, (origin) => `${kindOf(origin)} ${domainOf(new URL(origin).hostname)}`);
  const leaders = domains.flatMap(([leader]) => leader ?? []);
  const inFull = new Set(alike(leaders, kindOf).flatMap(standingFor));
  const tried = new Map(
    domains.flatMap((domain) => {
      const [leader = ''] = domain;
      const isWhole = inFull.has(leader);
      const full = new Set(isWhole ? standingFor(domain) : []);
      const insecure = lookalikes(leader).find(({ role }) => role === 'insecure');
      return domain.map((origin): [string, RatedOrigin[]] => {
        if (full.has(origin)) return [origin, lookalikes(origin)];
        if (origin === leader) return [origin, tellingLookalikes(origin)];
        // Over plain http, under the mistakes that the first name of its domain shows.
        return [origin, insecure === undefined ? [] : [{ ...insecure, origin: insecureOf(origin) }]];
      });
    }),
  );
  return trusted.flatMap((origin) => tried.get(origin) ?? []);
}

/** Returns the kind of an origin: origins of one kind differ in nothing but names and numbers. */
function kindOf(origin: string): string {
  const { protocol, hostname, port } = new URL(origin);
  return `${protocol} ${hostname.split('.').length} ${port === ''}`;
}

const standingFor = (origins: readonly string[]): readonly string[] =>
  origins.length <= askedInFull
    ? origins
    : origins.filter((_, index) => [0, Math.floor(origins.length / 2), origins.length - 1].includes(index));

function alike(origins: readonly string[], keyOf: (origin: string) => string): string[][] {
  const groups = new Map<string, string[]>();
  for (const origin of origins) {
    const key = keyOf(origin);
    groups.set(key, [...(groups.get(key) ?? []), origin]);
  }
  return [...groups.values()];
}

function isReachable(origin: string): boolean {
  return origin === 'null' || isAppOrigin(origin) || parseUrl(origin)?.origin === origin;
}
