import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { TextExplained } from './explain.ts';
import {
  FixValueError,
  isCuredByFix,
  stacks,
  type FixValues,
  type LibraryFix,
  type StackId,
} from '../fix/fix.ts';
import { fixesFor } from '../fix/for-diagnosis.ts';
import { isOfApi, printFix, standIns } from '../fix/print.ts';
import type { InEach, Language } from '../words/language.ts';
import { factsOf, isCause } from './facts.ts';
import { labelled } from './labels.ts';
import { plainText } from '../words/plain-text.ts';

/** More diagnoses than these are no diagnosis, and a fix of them a guess. */
const mostCured = 8;

/**
 * Names the files of `library` that cure what a text means: where it means one thing, those of which a defect was seen
 * to end in that text come first, with the defect. Empty where no header of a server cures it. Pure.
 */
export function fixNameLines(
  explained: TextExplained,
  library: readonly LibraryFix[],
  language: Language,
): string[] {
  const [diagnosis, ...more] = curedBy(explained);
  // No server should allow an opaque origin.
  if (diagnosis === undefined || explained.values['origin'] === 'null') return [];
  const { proven } = fixesFor(diagnosis, more.length === 0 ? library : []);
  const isNamed = (stack: StackId): boolean => proven.some(({ fix }) => fix.stack === stack);
  const others = new Set(library.filter(isOfApi).map(({ stack }) => stack));
  const unnamed = [...others].filter((stack) => !isNamed(stack));
  const { file, others: otherFiles, printOne } = said[language];
  return [
    ...proven.map(({ fix, twin }) => row('edit', file(fix, twin.defect), language)),
    ...(unnamed.length === 0 ? [] : [row('edit', otherFiles(unnamed, proven.length === 0), language)]),
    row('print', printOne, language),
  ];
}

/** Prints the fix of `stack`, filled with what the text says and stand-ins for the rest. Pure. */
export function fixFileLines(
  explained: readonly TextExplained[],
  stack: StackId,
  library: readonly LibraryFix[],
  language: Language,
): string[] {
  const { name } = stacks[stack];
  const { noFile, noneOfStack, theFix, replace, credentials, cannotHold } = said[language];
  const wanted = explained.find((each) => curedBy(each).length > 0);
  if (wanted === undefined) return ['', noFile(name, whyNone(explained, language))];
  const cured = curedBy(wanted);
  const own = library.filter((fix) => fix.stack === stack);
  const proven = own.filter((fix) => cured.some((id) => fixesFor(id, [fix]).proven.length > 0));
  const preferred = own.filter((fix) => fix.preferred || !isOfApi(fix));
  const [chosen] = proven.length > 0 ? proven : preferred;
  if (chosen === undefined) return ['', noneOfStack(name)];
  const { values, stoodIn } = valuesFrom(wanted, cured, language);
  try {
    const { path, variant, install, notes, text } = printFix(chosen, values, language);
    return [
      '',
      theFix(name, variant, path),
      ...(install === '' ? [] : [row('install', install, language)]),
      ...[...notes, replace(stoodIn), credentials(values.credentials)].map((note) =>
        row('note', note, language),
      ),
      '',
      ...text.trimEnd().split('\n').map(plainCode),
    ];
  } catch (error) {
    if (!(error instanceof FixValueError)) throw error;
    return ['', cannotHold(name, error.problems)];
  }
}

/** Returns why none of the texts has a file. */
function whyNone(explained: readonly TextExplained[], language: Language): string {
  const open = explained.find((each) => curable(each).length > 0);
  if (open === undefined) return said[language].nothingCures;
  return said[language].tooManyCauses(idsOf(open).length, curable(open).length);
}

/** Returns the diagnoses of a text that a fix of the server's headers cures; none where they are too many. */
function curedBy(explained: TextExplained): readonly DiagnosisId[] {
  const cured = curable(explained);
  return cured.length > mostCured ? [] : cured;
}

const curable = (explained: TextExplained): readonly DiagnosisId[] => idsOf(explained).filter(isCuredByFix);

function idsOf(explained: TextExplained): readonly DiagnosisId[] {
  switch (explained.kind) {
    case 'diagnosis':
      return [explained.advice.diagnosis];
    case 'ambiguous':
      return explained.candidates.map(({ diagnosis }) => diagnosis);
    case 'other':
      return [];
    default:
      return explained satisfies never;
  }
}

const example = {
  origin: 'https://app.example.com',
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  requestHeaders: ['content-type', 'authorization'],
} as const;

function valuesFrom(
  { values }: TextExplained,
  cured: readonly DiagnosisId[],
  language: Language,
): { readonly values: FixValues; readonly stoodIn: readonly string[] } {
  const { origin, method, name } = values;
  const isNamed = (known: readonly string[], one: string): boolean =>
    known.some((each) => each.toLowerCase() === one.toLowerCase());
  const { requestHeaders, methods } = example;
  return {
    values: {
      origins: [origin ?? example.origin],
      methods: method === undefined || isNamed(methods, method) ? methods : [...methods, method],
      requestHeaders:
        name === undefined || isNamed(requestHeaders, name) ? requestHeaders : [...requestHeaders, name],
      exposedHeaders: [],
      maxAgeSeconds: null,
      credentials: cured.every((id) => isCause(id) && factsOf(id).credentials),
      ...standIns,
    },
    stoodIn: [
      ...(origin === undefined ? [said[language].origin(example.origin)] : []),
      said[language].methods,
      said[language].requestHeaders,
    ],
  };
}

/** Returns a line of code as plain text; it keeps its tabs. */
const plainCode = (line: string): string => line.split('\t').map(plainText).join('\t');

const row = (label: Parameters<typeof labelled>[0], text: string, language: Language): string =>
  labelled(label, plainText(text), language);

interface Said {
  /** A file, and one mistake that is made in it. */
  readonly file: (fix: LibraryFix, defect: string) => string;
  /** The files of `names`; `alone` where no other is named. */
  readonly others: (names: readonly string[], alone: boolean) => string;
  readonly printOne: string;
  readonly noFile: (stack: string, why: string) => string;
  readonly nothingCures: string;
  readonly tooManyCauses: (causes: number, cured: number) => string;
  readonly noneOfStack: (stack: string) => string;
  readonly theFix: (stack: string, variant: string, path: string) => string;
  readonly replace: (values: readonly string[]) => string;
  readonly credentials: (included: boolean) => string;
  readonly cannotHold: (stack: string, problems: readonly string[]) => string;
  readonly origin: (origin: string) => string;
  readonly methods: string;
  readonly requestHeaders: string;
}

const said: InEach<Said> = {
  en: {
    file: ({ printed, stack, variant }, defect) =>
      `${printed} of ${stack} (${variant}). One way to get it wrong: ${defect}`,
    others: (names, alone) => `${alone ? '' : 'or '}the file of ${names.join(', ')}`,
    printOne: 'one of them whole: cors-conformance explain --stack <name> "<the text>"',
    noFile: (stack, why) => `No file of ${stack} is printed: ${why}`,
    nothingCures: 'no header of a server cures this.',
    tooManyCauses: (causes, cured) =>
      `the text does not say which of its ${causes} causes it is, and a fix of the server cures ${cured} of them. Narrow it down by the questions, or give the console's whole text.`,
    noneOfStack: (stack) => `There is no file of ${stack}.`,
    theFix: (stack, variant, path) => `The fix for ${stack} (${variant}), as the tests ran it: ${path}`,
    replace: (values) => `The text does not say it all. Put your own in place of ${values.join(', ')}.`,
    credentials: (included) => `It is for requests ${included ? 'with' : 'without'} credentials.`,
    cannotHold: (stack, problems) => `No file of ${stack} can hold what the text says: ${problems.join(' ')}`,
    origin: (origin) => `the origin ${origin}`,
    methods: 'the methods',
    requestHeaders: 'the request headers',
  },
  ja: {
    file: ({ printed, stack, variant }, defect) =>
      `${stack} の ${printed}（${variant}）。間違いの例：${defect}`,
    others: (names, alone) =>
      `${alone ? '' : 'または、'}${names.length > 1 ? '次のいずれかの' : '次の'}スタックのファイル：${names.join(', ')}`,
    printOne: 'ファイルの全文を表示するには：cors-conformance explain --stack <名前> "<テキスト>"',
    noFile: (stack, why) => `${stack} のファイルは表示しません。${why}`,
    nothingCures: 'これはサーバーのヘッダーでは解決しません。',
    tooManyCauses: (causes, cured) =>
      `このテキストからは、${causes} 個の原因のどれなのかが分かりません。そのうちサーバーの修正で解決するのは ${cured} 個です。質問に答えて絞り込むか、コンソールのテキスト全体を渡してください。`,
    noneOfStack: (stack) => `${stack} のファイルはありません。`,
    theFix: (stack, variant, path) => `${stack}（${variant}）の修正。テストで実行したものです：${path}`,
    replace: (values) =>
      `このテキストからは分からない値があります。次のものをご自身の値に置き換えてください：${values.join('、')}。`,
    credentials: (included) => `資格情報${included ? '付き' : 'なし'}のリクエスト用です。`,
    cannotHold: (stack, problems) =>
      `テキストにある値は、${stack} のどのファイルにも書けません：${problems.join(' ')}`,
    origin: (origin) => `オリジン ${origin}`,
    methods: 'メソッド',
    requestHeaders: 'リクエストヘッダー',
  },
};
