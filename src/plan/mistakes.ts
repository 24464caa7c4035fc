import type { ExposureId } from '../diagnoses/vocabulary.ts';
import type { OriginRole } from '../model.ts';
import { authority, besideOf, insecureOf, insecurePort, label, otherPortOf, placeOf } from './host-names.ts';

/** A page origin and how it stands to the policy. */
export interface RatedOrigin {
  /** A serialized origin; `null` (the string) if the page's origin is opaque. */
  readonly origin: string;
  readonly role: OriginRole;
  /** The wider mistakes that let it through as well, widest first; absent where there is none. */
  readonly under?: readonly Mistake[];
}

/** A mistake of a comparison, and the origins by which it shows. */
export interface Mistake {
  readonly diagnosis: ExposureId;
  /** It is this mistake only where pages at all of these read as well, */
  readonly shownBy: readonly string[];
  /** and a page at this one does not; `null` if that says nothing. */
  readonly unless: string | null;
}

export const withMistakes = (one: RatedOrigin, under: readonly Mistake[]): RatedOrigin =>
  under.length === 0 ? one : { ...one, under };

/** The look-alikes of one origin that tell its wider mistakes apart: each list holds alternatives. */
export interface Evidence {
  /** What stands before the end that is compared may be anything. */
  readonly anyStart: readonly Shown[];
  /** What stands behind the beginning that is compared may be anything. */
  readonly anyEnd: readonly Shown[];
  /** Any subdomain of the same domain is let in. */
  readonly anySubdomain: readonly Shown[];
  /** It is, by any scheme. */
  readonly anySchemeOfSubdomain: readonly Shown[];
  /** Neither the scheme nor the port is compared. */
  readonly hostAlone: readonly Shown[];
  /** What is cut off a trusted origin may be another one as well: its port or, where it has none, its top-level domain. */
  readonly instead: readonly Mistake[];
  /** A part of the name is compared that is shorter than all of it, where `anyEnd` shows as well. */
  readonly shorter: readonly Shown[];
}

type Shown = Omit<Mistake, 'diagnosis'>;

/** Returns the evidence on `trusted` among `all` its look-alikes. */
export function evidenceOf(trusted: string, all: readonly RatedOrigin[]): Evidence {
  const { protocol, hostname, port } = new URL(trusted);
  const { first, parent, hasParent } = placeOf(hostname);
  const at = (host: string): string => `${protocol}//${authority(host, port)}`;
  const shownByEach = (role: OriginRole, unless: string | null = null): Shown[] =>
    all.filter((one) => one.role === role).map(({ origin }) => ({ shownBy: [origin], unless }));
  const beside = besideOf(trusted);
  // A name under the same domain is a subdomain, so it shows more only where a plain one is refused.
  const withinDomain = hasParent ? at(`${label}${hostname}`) : null;
  return {
    anyStart: shownByEach('suffix').map((shown) =>
      withinDomain !== null && shown.shownBy.includes(withinDomain) ? { ...shown, unless: beside } : shown,
    ),
    anyEnd: shownByEach('prefix'),
    anySubdomain: beside === null ? [] : [{ shownBy: [beside], unless: null }],
    anySchemeOfSubdomain:
      beside === null || protocol !== 'https:'
        ? []
        : [{ shownBy: [beside, insecureOf(beside)], unless: null }],
    hostAlone:
      protocol === 'https:' ? [{ shownBy: [`http://${hostname}:${insecurePort}`], unless: null }] : [],
    instead:
      port === ''
        ? named('origin-top-level-domain-trusted', shownByEach('top-level-domain'))
        : named('origin-port-trusted', [{ shownBy: [otherPortOf(trusted)], unless: null }]),
    shorter: [
      ...(hasParent ? [{ shownBy: [at(`${first}-${label}.${parent}`)], unless: beside }] : []),
      ...shownByEach('top-level-domain'),
    ],
  };
}

const named = (diagnosis: ExposureId, shown: readonly Shown[]): Mistake[] =>
  shown.map((one) => ({ diagnosis, ...one }));

/** Returns what has to show together. */
const together = (some: readonly Shown[], others: readonly Shown[]): Shown[] =>
  some.flatMap((one) =>
    others.map((other) => ({
      shownBy: [...one.shownBy, ...other.shownBy],
      unless: one.unless ?? other.unless,
    })),
  );

/** Returns the mistakes that let `one` in although it shows none of them, or another one, by itself. */
export function mistakesOver({ origin, role }: RatedOrigin, evidence: Evidence): Mistake[] {
  const { anyStart, anyEnd, anySubdomain, anySchemeOfSubdomain, hostAlone, instead, shorter } = evidence;
  const contained = named('origin-substring-trusted', together(anyEnd, [...anyStart, ...anySubdomain]));
  const suffix = named('origin-suffix-trusted', anyStart);
  const prefix = named('origin-prefix-trusted', anyEnd);
  const subdomain = named('subdomain-trusted', anySchemeOfSubdomain);
  switch (role) {
    case 'insecure':
      return [...contained, ...suffix, ...subdomain];
    case 'parent':
      return [...contained, ...suffix];
    case 'subdomain': {
      const begins = shorter.filter(({ shownBy }) => shownBy.includes(origin));
      return [...contained, ...suffix, ...named('origin-prefix-trusted', together(anyEnd, begins))];
    }
    case 'suffix':
      return [...contained, ...suffix, ...named('subdomain-trusted', anySubdomain)];
    case 'prefix':
      return contained;
    case 'unescaped-dot':
      // Where only a part of the name is compared, a dot beside that part is let in with all the rest.
      return [
        ...named('origin-substring-trusted', together(anyEnd, anyStart)),
        ...suffix,
        ...named('origin-prefix-trusted', together(anyEnd, shorter)),
      ];
    case 'port':
      return [
        ...contained,
        ...named('origin-suffix-trusted', together(anyStart, hostAlone)),
        ...prefix,
        ...named('subdomain-trusted', together(anySchemeOfSubdomain, hostAlone)),
        ...named('insecure-origin-trusted', hostAlone),
      ];
    case 'truncated':
      return [...contained, ...prefix, ...instead];
    case 'top-level-domain':
      return [...contained, ...prefix];
    default:
      return [];
  }
}
