import { alsoOwnersOf } from '../diagnoses/also-owners.ts';
import { definitionOf, type DiagnosisId, type Owner } from '../diagnoses/vocabulary.ts';
import { headersToSend } from '../judge/headers-to-send.ts';
import type { CredentialsMode, Verdict } from '../model.ts';
import { factsOf, isCause } from './facts.ts';
import type { Changer } from './template.ts';

/** What is known of the request that failed; what is not known is left out. */
export interface Known {
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly method?: string | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  readonly status?: string | undefined;
  readonly credentialsMode?: CredentialsMode | undefined;
}

/** What a diagnosis means for whoever has to correct it. */
export interface Advice {
  readonly diagnosis: DiagnosisId;
  readonly cause: string;
  readonly why: string;
  /** Who has to change something; the likeliest first. */
  readonly changers: readonly Changer[];
  readonly remedy: string;
  /** The response header lines that would make it right; empty where headers cannot. */
  readonly headers: Verdict['headersToSend'];
  readonly spec: string;
}

/** Fills the sentences of `diagnosis` with what is known. */
export function adviceFor(diagnosis: DiagnosisId, known: Known): Advice {
  if (known.origin === 'null' && /(^|-)origin-/.test(diagnosis))
    return adviceOfOpaqueOrigin(diagnosis, known);
  const asServed = known.method?.toUpperCase();
  if (diagnosis !== 'method-not-allowed' || asServed === undefined || asServed === known.method) {
    return generalAdvice(diagnosis, known);
  }
  const { headers } = generalAdvice(diagnosis, { ...known, method: asServed });
  return {
    ...generalAdvice(diagnosis, known),
    changers: ['front end', 'back end'],
    remedy: `Have the page ask for ${asServed}: of the methods that a page writes in lower case, only delete, get, head, options, post and put are sent in upper case, and names are compared by case.`,
    headers,
  };
}

// Whoever allows `null` lets every sandboxed page in, so that nothing is said of headers.
const adviceOfOpaqueOrigin = (diagnosis: DiagnosisId, known: Known): Advice => ({
  ...generalAdvice(diagnosis, known),
  changers: ['front end'],
  remedy:
    'Do not allow null, which is the origin of every sandboxed page: serve the page from an origin of its own, and not from a file, a data: URL or a sandboxed frame. If a redirect led to another origin, ask for its last address instead.',
  headers: [],
});

function generalAdvice(diagnosis: DiagnosisId, known: Known): Advice {
  const { seen, why, remedy, owner, spec } = definitionOf(diagnosis);
  const fill = (sentence: string): string =>
    inWords(sentence, known).replace(
      /\{(\w+)\}/g,
      (placeholder, name: string) => valueOf(name, known) ?? placeholder,
    );
  return {
    diagnosis,
    cause: fill(seen),
    why: fill(why),
    changers: changersOf(diagnosis, owner),
    remedy: fill(remedy),
    headers: headersToSend(
      diagnosis,
      known.origin ?? unknown.origin,
      known.credentialsMode ??
        (isCause(diagnosis) && factsOf(diagnosis).credentials ? 'include' : 'same-origin'),
      {
        methods: [known.method ?? '<the method>'],
        requestHeaders: known.name === undefined ? [] : [known.name],
        exposedHeaders:
          diagnosis === 'response-header-not-exposed' && known.name !== undefined ? [known.name] : [],
        preflightCacheSeconds: null,
        public: false,
      },
    ),
    spec,
  };
}

/** Returns `sentence` without the placeholders for which what is known has no value to show. */
function inWords(sentence: string, { method, value }: Known): string {
  const named =
    method === undefined ? sentence.replaceAll('{method} {url}', 'the request to {url}') : sentence;
  // An engine shows a header that is absent as it shows an empty one.
  return value === '' ? named.replaceAll(' is {value}', ' is absent or empty') : named;
}

const unknown = {
  url: 'the URL',
  origin: "<the page's origin>",
  method: 'the method',
  name: 'the header',
  value: 'another value',
  status: 'unknown, as the console does not say it',
} as const;

function valueOf(name: string, known: Known): string | null {
  switch (name) {
    case 'url':
      return known.url ?? unknown.url;
    case 'origin':
      return known.origin ?? unknown.origin;
    case 'method':
      return known.method ?? unknown.method;
    case 'names':
      return known.name ?? unknown.name;
    case 'value':
      return known.value === undefined ? unknown.value : JSON.stringify(known.value);
    case 'status':
      return known.status ?? unknown.status;
    default:
      return null;
  }
}

const ownerAsChanger = {
  'back end': 'back end',
  'front end': 'front end',
  operator: 'proxy or operator',
} as const satisfies Record<Owner, Changer>;

/** What a browser asks its user, or does by itself. */
const browserChanges: ReadonlySet<DiagnosisId> = new Set([
  'local-network-access-denied',
  'connection-blocked',
]);

function changersOf(diagnosis: DiagnosisId, owner: Owner): readonly Changer[] {
  const owners = [owner, ...alsoOwnersOf(diagnosis)].map((each) => ownerAsChanger[each]);
  return browserChanges.has(diagnosis) ? [...owners, 'browser'] : owners;
}
