import type { OriginRole } from '../model.ts';
import {
  authority,
  besideOf,
  insecureOf,
  insecurePort,
  isLoopbackName,
  isPublicSuffix,
  label,
  otherPortOf,
  otherPreviews,
  placeOf,
  stranger,
} from './host-names.ts';
import { evidenceOf, mistakesOver, withMistakes, type RatedOrigin } from './mistakes.ts';

/** Returns the origins that a wrong comparison with `origin` lets through. */
export function lookalikes(origin: string): RatedOrigin[] {
  const all = ratedOf(origin);
  const evidence = evidenceOf(origin, all);
  return all.map((one) => withMistakes(one, mistakesOver(one, evidence)));
}

/** Returns those that show by which mistake `origin` is compared: what else a mistake lets through is left out. */
export function tellingLookalikes(origin: string): RatedOrigin[] {
  const all = lookalikes(origin);
  const { anyStart, anyEnd, anySubdomain } = evidenceOf(origin, all);
  const telling = new Set([...anyStart, ...anyEnd, ...anySubdomain].flatMap(({ shownBy }) => shownBy));
  const firstOf = (role: OriginRole): RatedOrigin[] => all.filter((one) => one.role === role).slice(0, 1);
  return [
    ...firstOf('insecure'),
    ...(anySubdomain.length > 0 ? [] : firstOf('subdomain')),
    ...all.filter((one) => telling.has(one.origin)),
  ];
}

function ratedOf(origin: string): RatedOrigin[] {
  const { protocol, hostname, port } = new URL(origin);
  const isAddress = hostname.startsWith('[') || /^[0-9.]+$/.test(hostname);
  const names = isAddress ? [] : lookalikeNames(protocol, hostname, port);
  const rated = (role: OriginRole, origins: readonly string[]): RatedOrigin[] =>
    origins.map((value) => ({ origin: value, role }));
  return [
    ...rated('insecure', protocol === 'https:' ? insecurePages(origin) : []),
    ...names,
    // A bracket ends an address of the other kind.
    ...rated(
      'prefix',
      isAddress && !hostname.startsWith('[')
        ? [`${protocol}//${authority(`${hostname}.${stranger}`, port)}`]
        : [],
    ),
    ...rated('truncated', port === '' ? [] : [`${protocol}//${hostname}`]),
    ...rated('port', [
      otherPortOf(origin),
      // What begins like it, where its port is no end.
      ...(port !== '' && Number(`${port}1`) <= 65_535 ? [`${protocol}//${hostname}:${port}1`] : []),
      // A pattern for the ports that a development server takes when the first one is in use.
      ...(port !== '' && isLoopbackName(hostname) && Number(port) < 65_535
        ? [`${protocol}//${hostname}:${Number(port) + 1}`]
        : []),
    ]),
  ];
}

/** Returns what is tried over plain http: the host itself, on another port too, and a name beside it. */
function insecurePages(origin: string): string[] {
  const { hostname } = new URL(origin);
  const beside = besideOf(origin);
  return [
    insecureOf(origin),
    `http://${hostname}:${insecurePort}`,
    ...(beside === null ? [] : [insecureOf(beside)]),
  ];
}

function lookalikeNames(protocol: string, hostname: string, port: string): RatedOrigin[] {
  const rated = (role: OriginRole, hosts: readonly string[]): RatedOrigin[] =>
    hosts.map((host) => ({ origin: `${protocol}//${authority(host, port)}`, role }));
  const labels = hostname.split('.');
  const { first, parent, isBesideStrangers, hasParent } = placeOf(hostname);
  const dots = [...hostname].flatMap((character, index) => (character === '.' ? [index] : []));
  const beside = `${label}.${parent}`;
  // As deployments are named, which anybody may start where a host has many customers.
  const hyphenated = { after: `${first}-${label}.${parent}`, before: `${label}-${hostname}` };
  const previews = otherPreviews(first).map((name) => `${name}.${parent}`);
  return [
    ...rated(isPublicSuffix(hostname) ? 'suffix' : 'subdomain', [`${label}.${hostname}`]),
    ...(hasParent
      ? [
          ...rated('subdomain', [beside, hyphenated.after, hyphenated.before, ...previews]),
          ...rated('parent', [parent]),
        ]
      : []),
    ...(isBesideStrangers ? rated('suffix', [beside, hyphenated.after, ...previews]) : []),
    ...rated('prefix', [`${hostname}.${stranger}`, `${hostname}${stranger}`]),
    ...(labels.length === 2 ? rated('prefix', [hyphenated.after]) : []),
    ...rated('suffix', [`${label}${hostname}`, ...(hasParent ? [`${label}${parent}`] : [hyphenated.before])]),
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
