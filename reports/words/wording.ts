import type { DiagnosisKind, Owner } from '../../src/diagnoses/vocabulary.ts';
import type { CheckKind, EngineId, OriginRole, Report, Verdict } from '../../src/model.ts';
import { counted } from '../../src/words/counted.ts';

/** What a kind of diagnosis means to a reader, in two words. */
export const kindLabels = {
  refusal: 'too closed',
  concealment: 'hidden header',
  exposure: 'too open',
  hazard: 'hazard',
  neighbour: 'not CORS',
} as const satisfies Record<DiagnosisKind, string>;

/** How an origin stands to the policy, as a column or a list names it. */
export const roleLabels = {
  trusted: 'trusted',
  untrusted: 'untrusted',
  'other-route': 'trusted elsewhere',
  opaque: 'opaque origin',
  insecure: 'plain http',
  subdomain: 'undeclared subdomain',
  parent: 'parent domain',
  prefix: 'prefix look-alike',
  suffix: 'suffix look-alike',
  'unescaped-dot': 'dot look-alike',
  truncated: 'cut-off look-alike',
  'top-level-domain': 'other top-level domain',
  port: 'other port',
  loopback: 'loopback',
  'shared-host': 'shared host',
  absent: 'no Origin',
} as const satisfies Record<OriginRole, string>;

/** What a check asks of the target. */
export const checkLabels = {
  readable: 'the page reads the response',
  unreadable: 'the page cannot read the response',
  'method-refused': 'an undeclared method is refused',
  'header-refused': 'an undeclared request header is refused',
  'headers-exposed': 'declared response headers are exposed',
  'error-readable': 'the page reads an error response',
  'redirect-free': 'no redirect answers',
  vary: 'Vary names Origin',
  'preflight-cache': 'the CORS-preflight cache time is as declared',
  status: 'the answer has a declared status',
} as const satisfies Record<CheckKind, string>;

export const ownerSentences = {
  'back end': 'The back end has to change.',
  'front end': 'The front end has to change.',
  operator: 'Whoever operates the network, the proxy or the certificates has to change something.',
} as const satisfies Record<Owner, string>;

const owners = {
  'back end': 'the back end',
  'front end': 'the front end',
  operator: 'whoever operates a server in front of it',
} as const satisfies Record<Owner, string>;

/** Returns who made the response, as a sentence; empty where it is not known, and nobody was refused. */
export const whoAnswered = ({ kind, responder }: Verdict): string =>
  responder === undefined || (responder.kind === 'unknown' && kind !== 'refusal') ? '' : responder.said;

/** Returns who has to change something, and who else can, as sentences. */
export function whoChanges({ owner, alsoOwners = [], responder }: Verdict): string {
  if (owner === null) return '';
  const isNamed = responder?.kind === 'proxy' || responder?.kind === 'authorizer';
  const first =
    owner === 'operator' && isNamed
      ? `Whoever operates ${responder.name ?? 'it'} has to change something.`
      : ownerSentences[owner];
  const others = alsoOwners.map((one) => `, or else ${owners[one]}`);
  return first.replace(/\.$/, `${others.join('')}.`);
}

export const engineNames = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
} as const satisfies Record<EngineId, string>;

/** Returns `Firefox 153.7.0`; one that made no check has no version. */
export const engineText = ({ id, version }: { readonly id: EngineId; readonly version: string }): string =>
  version === 'unknown' ? `${engineNames[id]} (made no check)` : `${engineNames[id]} ${version}`;

/** Returns `600 of 979 checks ran, 379 follow`: what follows from another check never counts as run. */
export const ranText = ({ ran, planned, follow }: Report['gate'], noun = 'check'): string =>
  `${ran} of ${counted(planned, noun)} ran${follow === 0 ? '' : `, ${follow} ${follow === 1 ? 'follows' : 'follow'}`}`;

export { andDetail } from '../../src/plan/report-contract.ts';
export { counted } from '../../src/words/counted.ts';
