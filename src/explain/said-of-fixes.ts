import type { LibraryFix } from '../fix/fix.ts';
import type { InEach } from '../words/language.ts';

/** What is said of the files that cure a text. */
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

export const saidOfFixes: InEach<Said> = {
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
