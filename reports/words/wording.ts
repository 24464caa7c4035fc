import type { DiagnosisKind, Owner } from '../../src/diagnoses/vocabulary.ts';
import type { CheckKind, EngineId, OriginRole, Report, Verdict } from '../../src/model.ts';
import { say, type Phrase } from '../../src/words/say.ts';
import { counted } from '../../src/words/spoken.ts';

/** What a kind of diagnosis means to a reader, in two words. */
const kindLabels = {
  refusal: 'too closed',
  concealment: 'hidden header',
  exposure: 'too open',
  hazard: 'hazard',
  neighbour: 'not CORS',
} as const satisfies Record<DiagnosisKind, Phrase>;

export const kindLabel = (kind: DiagnosisKind): string => say(kindLabels[kind]);

/** How an origin stands to the policy, as a column or a list names it. */
const roleLabels = {
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
} as const satisfies Record<OriginRole, Phrase>;

export const roleLabel = (role: OriginRole): string => say(roleLabels[role]);

/** What a check asks of the target. */
const checkLabels = {
  readable: 'the page reads the response',
  unreadable: 'the page cannot read the response',
  'method-refused': 'an undeclared method is refused',
  'header-refused': 'an undeclared request header is refused',
  'headers-exposed': 'declared response headers are exposed',
  'error-readable': 'the page reads an error response',
  'redirect-free': 'no redirect answers',
  vary: 'Vary names Origin',
  'preflight-cache': 'the CORS-preflight cache time is as declared',
  session: "the session's cookie arrives",
  'cross-site-post': "strangers cannot send it with the session's cookie",
  status: 'the answer has a declared status',
} as const satisfies Record<CheckKind, Phrase>;

export const checkLabel = (check: CheckKind): string => say(checkLabels[check]);

const ownerSentences = {
  'back end': 'The back end has to change.',
  'front end': 'The front end has to change.',
  operator: 'Whoever operates the network, the proxy or the certificates has to change something.',
} as const satisfies Record<Owner, Phrase>;

const owners = {
  'back end': 'the back end',
  'front end': 'the front end',
  operator: 'whoever operates a server in front of it',
} as const satisfies Record<Owner, Phrase>;

/** Returns who made the response, as a sentence; empty where it is not known, and nobody was refused. */
export const whoAnswered = ({ kind, responder }: Verdict): string =>
  responder === undefined || (responder.kind === 'unknown' && kind !== 'refusal') ? '' : responder.said;

/** Returns who has to act, as a list names it; null where nobody is known to. */
export function ownerName({ owner, responder }: Verdict): string | null {
  if (owner === null) return null;
  if (owner !== 'operator') return say(owners[owner]);
  return isOperated(responder)
    ? say('whoever operates {name}', { name: responder?.name ?? 'it' })
    : say('whoever operates the network, the proxy or the certificates');
}

const isOperated = (responder: Verdict['responder']): boolean =>
  responder?.kind === 'proxy' || responder?.kind === 'authorizer';

/** Returns who has to change something, and who else can, as sentences. */
export function whoChanges({ owner, alsoOwners = [], responder }: Verdict): string {
  if (owner === null) return '';
  const first =
    owner === 'operator' && isOperated(responder)
      ? say('Whoever operates {name} has to change something.', { name: responder?.name ?? 'it' })
      : say(ownerSentences[owner]);
  return alsoOwners.reduce(
    (before, one) =>
      say('{sentence}, or else {who}.', { sentence: before.replace(/[.。]$/, ''), who: say(owners[one]) }),
    first,
  );
}

export const engineNames = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'WebKit',
} as const satisfies Record<EngineId, string>;

/** Returns `Firefox 153.7.0`; one that made no check has no version. */
export const engineText = ({ id, version }: { readonly id: EngineId; readonly version: string }): string =>
  version === 'unknown'
    ? say('{engine} (made no check)', { engine: engineNames[id] })
    : `${engineNames[id]} ${version}`;

/** Returns `600 of 979 checks ran, 379 follow from these`: what follows from another check never counts as run. */
export function ranText(
  { ran, planned, follow, withoutBrowser = 0 }: Report['gate'],
  noun: 'check' | 'planned check' = 'check',
): string {
  const inBrowsers = say('{count} of {checks} ran', { count: ran, checks: counted(planned, noun) });
  const made =
    withoutBrowser === 0
      ? inBrowsers
      : say('{made}, {count} without a browser', { made: inBrowsers, count: withoutBrowser });
  if (follow === 0) return made;
  return say(follow === 1 ? '{made}, {follow} follows from these' : '{made}, {follow} follow from these', {
    made,
    follow,
  });
}

/** Returns `credentials mode “include”`. */
export const modeText = ({ credentialsMode: mode }: Pick<Verdict, 'credentialsMode'>): string =>
  say('credentials mode “{mode}”', { mode });

/** Returns a part of a sentence as one. */
export const asSentence = (text: string): string =>
  say('{text}.', { text: `${text.charAt(0).toUpperCase()}${text.slice(1)}` });

export { counted, inRow, listed, type Noun } from '../../src/words/spoken.ts';
export { andDetail } from '../../src/plan/report-contract.ts';
