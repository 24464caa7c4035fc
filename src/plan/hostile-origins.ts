import { getPublicSuffix } from 'tldts';
import { parseUrl } from '../fetch-standard/urls.ts';
import type { OriginRole } from '../model.ts';

/** A page origin and how it stands to the policy. */
export interface RatedOrigin {
  /** A serialized origin; `null` (the string) if the page's origin is opaque. */
  readonly origin: string;
  readonly role: OriginRole;
  /** A subdomain of the same parent: where it reads too, every subdomain does, and this one is no look-alike. */
  readonly sibling?: string;
}

const stranger = 'untrusted.test';
/** Letters alone, as a pattern for any label may take nothing else. */
const label = 'untrusted';

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

/**
 * The origins that must not read what is kept for `trusted`, without those in `trusted` itself: a stranger,
 * the opaque origin, those of `elsewhere`, which are trusted on other routes, for each trusted origin the forms that a wrong comparison lets through, and loopback. Only
 * origins that a browser can really have are returned; each once, in the role that it has first. None is at the
 * host and port of `target`, a serialized origin: a page there is the API's own, not somebody else's.
 */
export function hostileOrigins(
  trusted: readonly string[],
  target: string,
  elsewhere: readonly string[] = [],
): RatedOrigin[] {
  const rated: RatedOrigin[] = [
    { origin: untrustedOrigin, role: 'untrusted' },
    { origin: 'null', role: 'opaque' },
    ...elsewhere.map((origin) => ({ origin, role: 'other-route' as const })),
    ...trusted.flatMap(lookalikes),
    ...loopbackOrigins.map((origin) => ({ origin, role: 'loopback' as const })),
    // A pattern for any port of localhost, without an end.
    { origin: `http://localhost.${stranger}`, role: 'prefix' },
  ];
  const known = new Set(trusted);
  const { host } = new URL(target);
  const withoutTrustedSibling = ({ origin, role, sibling }: RatedOrigin): RatedOrigin =>
    sibling === undefined || trusted.includes(sibling) ? { origin, role } : { origin, role, sibling };
  return rated.map(withoutTrustedSibling).filter(({ origin }) => {
    if (known.has(origin) || !isReachable(origin)) return false;
    if (origin !== 'null' && new URL(origin).host === host) return false;
    known.add(origin);
    return true;
  });
}

function lookalikes(origin: string): RatedOrigin[] {
  const { protocol, hostname, port } = new URL(origin);
  const isAddress = hostname.startsWith('[') || /^[0-9.]+$/.test(hostname);
  const rated = (role: OriginRole, origins: readonly string[]): RatedOrigin[] =>
    origins.map((value) => ({ origin: value, role }));
  return [
    ...rated(
      'insecure',
      protocol === 'https:' ? [`http://${authority(hostname, port)}`, `http://${hostname}:8080`] : [],
    ),
    ...(isAddress ? [] : lookalikeNames(protocol, hostname, port)),
    // A bracket ends an address of the other kind.
    ...rated(
      'prefix',
      isAddress && !hostname.startsWith('[')
        ? [`${protocol}//${authority(`${hostname}.${stranger}`, port)}`]
        : [],
    ),
    ...rated('truncated', port === '' ? [] : [`${protocol}//${hostname}`]),
    ...rated('port', [
      `${protocol}//${hostname}:${port === '8443' ? '9443' : '8443'}`,
      // What begins like it, where its port is no end.
      ...(port !== '' && Number(`${port}1`) <= 65_535 ? [`${protocol}//${hostname}:${port}1`] : []),
    ]),
  ];
}

function lookalikeNames(protocol: string, hostname: string, port: string): RatedOrigin[] {
  const at = (host: string): string => `${protocol}//${authority(host, port)}`;
  const rated = (role: OriginRole, hosts: readonly string[]): RatedOrigin[] =>
    hosts.map((host) => ({ origin: at(host), role }));
  const labels = hostname.split('.');
  const [first = '', ...rest] = labels;
  const parent = rest.join('.');
  const suffix = getPublicSuffix(hostname, { allowPrivateDomains: true });
  const dots = [...hostname].flatMap((character, index) => (character === '.' ? [index] : []));
  const isPublicSuffix = labels.length >= 2 && suffix === hostname;
  // Under co.uk, github.io or vercel.app everybody may have a name, so no page beside it is its owner's.
  const isBesideStrangers = labels.length >= 3 && suffix === parent;
  const hasParent = labels.length >= 3 && !isBesideStrangers;
  const beside = `${label}.${parent}`;
  // As deployments are named, which anybody may start where a host has many customers.
  const hyphenated = { after: `${first}-${label}.${parent}`, before: `${label}-${hostname}` };
  return [
    ...rated(isPublicSuffix ? 'suffix' : 'subdomain', [`${label}.${hostname}`]),
    ...(hasParent
      ? [...rated('subdomain', [beside, hyphenated.after, hyphenated.before]), ...rated('parent', [parent])]
      : []),
    ...(isBesideStrangers ? rated('suffix', [beside, hyphenated.after]) : []),
    ...rated('prefix', [`${hostname}.${stranger}`, `${hostname}${stranger}`]),
    ...(labels.length === 2 ? rated('prefix', [hyphenated.after]) : []),
    ...(hasParent
      ? rated('suffix', [`${label}${hostname}`]).map((one) => ({ ...one, sibling: at(beside) }))
      : rated('suffix', [`${label}${hostname}`, hyphenated.before])),
    ...(hasParent ? rated('suffix', [`${label}${parent}`]) : []),
    ...rated(
      'unescaped-dot',
      dots.map((dot) => `${hostname.slice(0, dot)}x${hostname.slice(dot + 1)}`),
    ),
    ...rated('truncated', port === '' ? [hostname.slice(0, -1)] : []),
    ...rated(
      'top-level-domain',
      labels.length >= 2
        ? [[...labels.slice(0, -1), labels.at(-1) === 'test' ? 'example' : 'test'].join('.')]
        : [],
    ),
  ];
}

const authority = (host: string, port: string): string => (port === '' ? host : `${host}:${port}`);

function isReachable(origin: string): boolean {
  return origin === 'null' || parseUrl(origin)?.origin === origin;
}
