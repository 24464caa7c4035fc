import { parseUrl } from './fetch-standard/origin.ts';
import type { OriginRole } from './model.ts';

/** A page origin and how it stands to the policy. */
export interface RatedOrigin {
  /** A serialized origin; `null` (the string) if the page's origin is opaque. */
  readonly origin: string;
  readonly role: OriginRole;
}

const stranger = 'untrusted.test';
const label = 'cors-conformance';

/** An origin that no allow list has a reason to hold. */
export const untrustedOrigin = `https://${stranger}`;

/** What an allow list is left with after development: the bare names, and the ports of the usual dev servers. */
const loopbackOrigins = [
  'http://localhost',
  'http://localhost:3000',
  'http://localhost:5173',
  'http://localhost:8080',
  'http://127.0.0.1',
];

/**
 * The origins that must not read what is kept for `trusted`, without those in `trusted` itself: a stranger,
 * the opaque origin, for each trusted origin the forms that a wrong comparison lets through, and loopback. Only
 * origins that a browser can really have are returned; each once, in the role that it has first. None is at the
 * host and port of `target`, a serialized origin: a page there is the API's own, not somebody else's.
 */
export function hostileOrigins(trusted: readonly string[], target: string): RatedOrigin[] {
  const rated: RatedOrigin[] = [
    { origin: untrustedOrigin, role: 'untrusted' },
    { origin: 'null', role: 'opaque' },
    ...trusted.flatMap(lookalikes),
    ...loopbackOrigins.map((origin) => ({ origin, role: 'loopback' as const })),
    // A pattern for any port of localhost, without an end.
    { origin: `http://localhost.${stranger}`, role: 'prefix' },
  ];
  const known = new Set(trusted);
  const { host } = new URL(target);
  return rated.filter(({ origin }) => {
    if (known.has(origin) || !isReachable(origin)) return false;
    if (origin !== 'null' && new URL(origin).host === host) return false;
    known.add(origin);
    return true;
  });
}

function lookalikes(origin: string): RatedOrigin[] {
  const { protocol, hostname, port } = new URL(origin);
  const at = (host: string, scheme = protocol): string =>
    `${scheme}//${host}${port === '' ? '' : `:${port}`}`;
  const labels = hostname.split('.');
  const isAddress = hostname.startsWith('[') || /^[0-9.]+$/.test(hostname);
  const parent = labels.slice(1).join('.');
  const dots = [...hostname].flatMap((character, index) => (character === '.' ? [index] : []));
  const withRole = (role: OriginRole, origins: readonly string[]): RatedOrigin[] =>
    origins.map((value) => ({ origin: value, role }));
  return [
    ...withRole('insecure', protocol === 'https:' ? [at(hostname, 'http:')] : []),
    ...(isAddress
      ? []
      : [
          ...withRole('subdomain', [
            at(`${label}.${hostname}`),
            ...(labels.length >= 3 ? [at(`${label}.${parent}`)] : []),
          ]),
          ...withRole('prefix', [at(`${hostname}.${stranger}`), at(`${hostname}${stranger}`)]),
          ...withRole('suffix', [
            at(`untrusted${hostname}`),
            ...(labels.length >= 3 ? [at(`untrusted${parent}`)] : []),
          ]),
          ...withRole(
            'unescaped-dot',
            dots.map((dot) => at(`${hostname.slice(0, dot)}x${hostname.slice(dot + 1)}`)),
          ),
          ...withRole('truncated', port === '' ? [at(hostname.slice(0, -1))] : []),
          ...withRole(
            'top-level-domain',
            labels.length >= 2
              ? [at([...labels.slice(0, -1), labels.at(-1) === 'test' ? 'example' : 'test'].join('.'))]
              : [],
          ),
        ]),
    ...withRole('truncated', port === '' ? [] : [`${protocol}//${hostname}`]),
    ...withRole('port', [`${protocol}//${hostname}:${port === '8443' ? '9443' : '8443'}`]),
  ];
}

function isReachable(origin: string): boolean {
  return origin === 'null' || parseUrl(origin)?.origin === origin;
}
