import { getPublicSuffix } from 'tldts';
import { parseUrl } from '../fetch-standard/urls.ts';

/** A pattern of origins, taken apart. */
export interface OriginPattern {
  /** With its colon. */
  readonly protocol: string;
  /** What stands for labels in front of `host`: exactly one, one or more, or none. */
  readonly labels: '*' | '**' | '';
  readonly host: string;
  /** `*`: any; the empty string: the scheme's own. */
  readonly port: string;
}

/** Returns the parts of `pattern`, which is well-formed; `null` of any other text. */
export function readPattern(pattern: string): OriginPattern | null {
  const parts = /^(https?:)\/\/(?:(\*\*?)\.)?([^/*?#@\\]+?)(?::(\*|\d+))?$/.exec(pattern);
  if (parts === null) return null;
  const [, protocol = '', stars = '', host = '', port = ''] = parts;
  return { protocol, labels: stars === '*' || stars === '**' ? stars : '', host, port };
}

/** Reports whether `pattern` covers `origin`. The host behind `*.` and `**.` is not covered itself. */
export function covers(pattern: string, origin: string): boolean {
  const parts = readPattern(pattern);
  const url = parseUrl(origin);
  if (parts === null || url === null || url.origin !== origin) return false;
  if (url.protocol !== parts.protocol) return false;
  if (parts.port !== '*' && url.port !== parts.port) return false;
  if (parts.labels === '') return url.hostname === parts.host;
  const end = `.${parts.host}`;
  if (!url.hostname.endsWith(end)) return false;
  const labels = url.hostname.slice(0, -end.length).split('.');
  return labels.every((one) => one !== '') && (parts.labels === '**' || labels.length === 1);
}

/** Returns an origin that the pattern covers, with `label` where it has a star in front of its host. */
export function instanceOf({ protocol, labels, host, port }: OriginPattern, label: string): string {
  const name = labels === '' ? host : `${label}.${host}`;
  return `${protocol}//${name}${port === '' || port === '*' ? '' : `:${port}`}`;
}

/** Returns the origin behind the star of a pattern, which it does not cover; `null` where only the port is any. */
export function parentOf(pattern: OriginPattern): string | null {
  return pattern.labels === '' ? null : instanceOf({ ...pattern, labels: '' }, '');
}

/**
 * Returns the pattern as a regular expression that begins and ends with it, for the software of a server: it is the same in
 * JavaScript, PCRE, RE2, Java and Python.
 */
export function anchoredExpression({ protocol, labels, host, port }: OriginPattern): string {
  const label = '[a-z0-9_-]+\\.';
  const front = labels === '' ? '' : labels === '*' ? label : `(?:${label})+`;
  const end = port === '' ? '' : port === '*' ? '(?::[0-9]+)?' : `:${port}`;
  return `^${protocol}//${front}${host.replace(/[.[\]]/g, '\\$&')}${end}$`;
}

/**
 * Returns the public suffix by which anybody can have a name that a star in front of `host` stands for: `host` itself, or one
 * that is known to lie below it. `null` if there is none. Nobody can have a name under `localhost`.
 */
export function suffixUnder(host: string): string | null {
  const name = host.replace(/\.$/, '');
  if (name === 'localhost') return null;
  return ['', ...hosting].map((front) => `${front}${name}`).find(isPublicSuffix) ?? null;
}

/** Reports whether everybody may have a name under `name`; of a top-level domain that nobody knows, too. */
const isPublicSuffix = (name: string): boolean =>
  getPublicSuffix(name, { allowPrivateDomains: true }) === name;

/** How hosts begin under which companies let everybody have a name, in a domain that is no public suffix itself. */
const hosting = [
  's3.',
  'blob.core.',
  'blob.',
  'web.core.',
  'web.',
  'cloudapp.',
  'compute.',
  'elb.',
  'a.',
  'storage.',
  'apps.',
  'pages.',
  'static.',
] as const;
