import { alsoOwnersOf } from '../diagnoses/also-owners.ts';
import { sentencesOf } from '../diagnoses/sentences.ts';
import { definitionOf, type DiagnosisId, type Owner } from '../diagnoses/vocabulary.ts';
import { headersToSend } from '../judge/headers-to-send.ts';
import type { CredentialsMode, Verdict } from '../model.ts';
import type { InEach, Language } from '../words/language.ts';
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

/** Fills the sentences of `diagnosis` in `language` with what is known. */
export function adviceFor(diagnosis: DiagnosisId, known: Known, language: Language = 'en'): Advice {
  if (known.origin === 'null' && /(^|-)origin-/.test(diagnosis))
    return adviceOfOpaqueOrigin(diagnosis, known, language);
  const asServed = known.method?.toUpperCase();
  if (diagnosis !== 'method-not-allowed' || asServed === undefined || asServed === known.method) {
    return generalAdvice(diagnosis, known, language);
  }
  const { headers } = generalAdvice(diagnosis, { ...known, method: asServed }, language);
  return {
    ...generalAdvice(diagnosis, known, language),
    changers: ['front end', 'back end'],
    remedy: inUpperCase[language](asServed),
    headers,
  };
}

const inUpperCase: InEach<(method: string) => string> = {
  en: (method) =>
    `Have the page ask for ${method}: of the methods that a page writes in lower case, only delete, get, head, options, post and put are sent in upper case, and names are compared by case.`,
  ja: (method) =>
    `ページでは ${method} と大文字で書いてリクエストしてください。小文字で書いたメソッドのうち、大文字にして送信されるのは delete、get、head、options、post、put だけです。メソッド名は大文字と小文字を区別して比較されます。`,
};

// Whoever allows `null` lets every sandboxed page in, so that nothing is said of headers.
const adviceOfOpaqueOrigin = (diagnosis: DiagnosisId, known: Known, language: Language): Advice => ({
  ...generalAdvice(diagnosis, known, language),
  changers: ['front end'],
  remedy: ownOrigin[language],
  headers: [],
});

const ownOrigin: InEach = {
  en: 'Do not allow null, which is the origin of every sandboxed page: serve the page from an origin of its own, and not from a file, a data: URL or a sandboxed frame. If a redirect led to another origin, ask for its last address instead.',
  ja: 'null を許可しないでください。null は、サンドボックス化されたすべてのページのオリジンです。ページは、ファイル、data: URL、サンドボックス化されたフレームではなく、固有のオリジンから提供してください。別のオリジンへのリダイレクトが原因の場合は、最後のアドレスに直接リクエストしてください。',
};

function generalAdvice(diagnosis: DiagnosisId, known: Known, language: Language): Advice {
  const { owner, spec } = definitionOf(diagnosis);
  const { seen, why, remedy } = sentencesOf(diagnosis, language);
  const unknown = unknowns[language];
  const fill = (sentence: string): string =>
    reworded(sentence, known, language).replace(
      /\{(\w+)\}/g,
      (placeholder, name: string) => valueOf(name, known, unknown) ?? placeholder,
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
        methods: [known.method ?? unknown.methodOfHeader],
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
const reworded = (sentence: string, known: Known, language: Language): string =>
  rewordings[language]
    .filter(({ where }) => where(known))
    .reduce((said, { from, to }) => said.replaceAll(from, to), sentence);

const noMethod = ({ method }: Known): boolean => method === undefined;
const noStatus = ({ status }: Known): boolean => status === undefined;
// An engine shows a header that is absent as it shows an empty one.
const emptyValue = ({ value }: Known): boolean => value === '';
const noValue = ({ value }: Known): boolean => value === undefined;
// A console's text has the engine's code in its place.
const noDuration = ({ value }: Known): boolean => !/^\d+$/.test(value ?? '');

interface Rewording {
  readonly where: (known: Known) => boolean;
  readonly from: string;
  readonly to: string;
}

const rewordings: InEach<readonly Rewording[]> = {
  en: [
    { where: noMethod, from: '{method} {url}', to: 'the request to {url}' },
    { where: emptyValue, from: ' is {value}', to: ' is absent or empty' },
  ],
  ja: [
    { where: noMethod, from: '{method} {url} ', to: '{url} へのリクエスト' },
    { where: emptyValue, from: ' は {value} です', to: ' がないか、空です' },
    { where: noValue, from: ' は {value} です', to: ' は別の値です' },
    { where: noValue, from: ' に {value} が', to: ' に別の値が' },
    { where: noValue, from: '（{value}）', to: '' },
    { where: noDuration, from: ' {value} ミリ秒以内に', to: '制限時間内に' },
    { where: noStatus, from: '（ステータス {status}）', to: '（ステータスはコンソールに表示されません）' },
    {
      where: noStatus,
      from: 'ステータスは {status} です',
      to: 'ステータスは、コンソールには表示されません',
    },
  ],
};

type Unknown = Readonly<
  Record<'url' | 'origin' | 'method' | 'methodOfHeader' | 'name' | 'value' | 'status', string>
>;

/** What stands for what is not known. */
const unknowns: InEach<Unknown> = {
  en: {
    url: 'the URL',
    origin: "<the page's origin>",
    method: 'the method',
    methodOfHeader: '<the method>',
    name: 'the header',
    value: 'another value',
    status: 'unknown, as the console does not say it',
  },
  ja: {
    url: '<URL>',
    origin: '<ページのオリジン>',
    method: '<メソッド>',
    methodOfHeader: '<メソッド>',
    name: '<ヘッダー名>',
    value: '<別の値>',
    status: '<不明>',
  },
};

function valueOf(name: string, known: Known, unknown: Unknown): string | null {
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
