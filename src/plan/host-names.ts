import { getDomain, getPublicSuffix } from 'tldts';

/** No name that anybody has. */
export const stranger = 'untrusted.test';
/** Letters alone, as a pattern for any label may take nothing else. */
export const label = 'untrusted';

/** Returns the origin of the same host and port over plain http. */
export const insecureOf = (origin: string): string => origin.replace(/^https:/, 'http:');

/** Returns the same host under a port that is neither its own nor the scheme's. */
export function otherPortOf(origin: string): string {
  const { protocol, hostname, port } = new URL(origin);
  return `${protocol}//${hostname}:${port === '8443' ? '9443' : '8443'}`;
}

/** Where plain http is tried, beside the port of the scheme. */
export const insecurePort = '8080';

export const isLoopbackName = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');

/** Returns what the company of a host is known by: its registrable domain or, where it has none, the host itself. */
export const domainOf = (hostname: string): string =>
  getDomain(hostname, { allowPrivateDomains: true }) ?? hostname;

export const authority = (host: string, port: string): string => (port === '' ? host : `${host}:${port}`);

/** Where a name stands: what is beside it, and whose that is. */
export interface Place {
  readonly first: string;
  readonly parent: string;
  /** Under co.uk, github.io or vercel.app everybody may have a name, so no page beside it is its owner's. */
  readonly isBesideStrangers: boolean;
  readonly hasParent: boolean;
}

/** Returns where `hostname` stands, by the public suffixes. */
export function placeOf(hostname: string): Place {
  const labels = hostname.split('.');
  const [first = '', ...rest] = labels;
  const parent = rest.join('.');
  const suffix = getPublicSuffix(hostname, { allowPrivateDomains: true });
  const isBesideStrangers = labels.length >= 3 && suffix === parent;
  return { first, parent, isBesideStrangers, hasParent: labels.length >= 3 && !isBesideStrangers };
}

/** Returns the plain name beside `origin` in its owner's own domain; `null` where there is none. */
export function besideOf(origin: string): string | null {
  const { protocol, hostname, port } = new URL(origin);
  const { parent, hasParent } = placeOf(hostname);
  return hasParent ? `${protocol}//${authority(`${label}.${parent}`, port)}` : null;
}

/** Reports whether everybody may have a name under `hostname`, as under co.uk. */
export const isPublicSuffix = (hostname: string): boolean =>
  hostname.includes('.') && getPublicSuffix(hostname, { allowPrivateDomains: true }) === hostname;

/**
 * Returns the first labels of other previews beside one that is called `name`: a preview differs from them by a number, or
 * by what stands between hyphens.
 */
export function otherPreviews(name: string): string[] {
  const parts = name.split('-');
  const [head = ''] = parts;
  const tail = parts.at(-1) ?? '';
  const numbered = name.replace(/\d+(?!.*\d)/, (digits) =>
    String(BigInt(digits) + 1n).padStart(digits.length, '0'),
  );
  const site = name.split('--').at(-1) ?? '';
  return [
    ...(numbered === name ? [] : [numbered]),
    ...(parts.length < 2 ? [] : [`${head}-${label}`]),
    ...(parts.length < 3 ? [] : [`${head}-${label}-${tail}`]),
    ...(parts.length < 4 ? [] : [[...parts.slice(0, -2), label, tail].join('-')]),
    ...(site === name ? [] : [`${label}--${site}`]),
  ];
}
