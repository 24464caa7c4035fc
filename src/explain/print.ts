import type { Advice, Question, TextExplained } from './explain.ts';
import type { LibraryFix } from '../fix/fix.ts';
import type { InEach, Language } from '../words/language.ts';
import { labelled } from './labels.ts';
import { plainText } from '../words/plain-text.ts';
import { fixNameLines } from './server-fixes.ts';
import type { Changer } from './template.ts';

/**
 * Returns what is said of a text as lines to read. `engineNames` are the names of the engines by their ids,
 * `library` the fixes that can be named. `language` is the one that `explained` is in.
 */
export function explanationLines(
  explained: readonly TextExplained[],
  engineNames: Readonly<Record<string, string>>,
  library: readonly LibraryFix[],
  language: Language = 'en',
): string[] {
  return explained.flatMap((each, index) => [
    ...(index === 0 ? [] : ['']),
    ...[heading(each, engineNames, language), ...body(each, library, language)].map(plainText),
  ]);
}

function heading(
  { engines, text }: TextExplained,
  names: Readonly<Record<string, string>>,
  language: Language,
): string {
  const { byLibrary, byEngines } = said[language];
  return engines.length === 0
    ? byLibrary(text)
    : byEngines(
        engines.map((id) => names[id] ?? id),
        text,
      );
}

function body(explained: TextExplained, library: readonly LibraryFix[], language: Language): string[] {
  const fixes = fixNameLines(explained, library, language);
  switch (explained.kind) {
    case 'diagnosis':
      return [
        `  ${explained.advice.diagnosis}`,
        ...noted(explained, language),
        ...adviceLines(explained.advice, language),
        ...fixes,
        ...matched(explained, language),
      ];
    case 'ambiguous':
      return [
        ...noted(explained, language),
        ...candidateLines(explained.candidates, language),
        ...fixes,
        ...matched(explained, language),
        ...questionLines(explained.questions, language),
      ];
    case 'other':
      return [
        `  ${said[language].noRefusal}`,
        labelled('cause', explained.cause, language),
        labelled('who', said[language].changers(explained.changers), language),
        labelled('fix', explained.remedy, language),
        ...matched(explained, language),
      ];
    default:
      return explained satisfies never;
  }
}

function adviceLines({ cause, why, changers, remedy, headers, spec }: Advice, language: Language): string[] {
  const { onPreflight, onResponse } = said[language];
  return [
    labelled('cause', cause, language),
    labelled('why', why, language),
    labelled('who', said[language].changers(changers), language),
    labelled('fix', remedy, language),
    ...headers.map(({ on, line }) =>
      labelled('header', `${line}  ${on === 'preflight' ? onPreflight : onResponse}`, language),
    ),
    labelled('spec', spec, language),
  ];
}

/** More candidates than these are no help to a reader: the questions are. */
const mostCandidates = 8;

function candidateLines(candidates: readonly Advice[], language: Language): string[] {
  if (candidates.length > mostCandidates) return [`  ${said[language].tooMany(candidates.length)}`];
  return [
    `  ${said[language].oneOf(candidates.length)}`,
    ...candidates.flatMap(({ diagnosis, cause, changers, remedy }) => [
      `  ${diagnosis}`,
      labelled('cause', cause, language),
      labelled('who', said[language].changers(changers), language),
      labelled('fix', remedy, language),
    ]),
  ];
}

const questionLines = (questions: readonly Question[], language: Language): string[] =>
  questions.flatMap(({ ask, answers }) => [
    `  ? ${ask}`,
    ...answers.map(({ answer, leaves }) => `      ${said[language].answer(answer, leaves)}`),
  ]);

const matched = ({ values }: TextExplained, language: Language): string[] =>
  Object.entries(values).map(([name, value]) => labelled('matched', `${name} = ${value}`, language));

const noted = ({ note }: TextExplained, language: Language): string[] =>
  note === null ? [] : [labelled('note', note, language)];

interface Said {
  readonly byLibrary: (text: string) => string;
  readonly byEngines: (names: readonly string[], text: string) => string;
  readonly noRefusal: string;
  readonly changers: (changers: readonly Changer[]) => string;
  readonly onPreflight: string;
  readonly onResponse: string;
  readonly oneOf: (candidates: number) => string;
  readonly tooMany: (candidates: number) => string;
  /** One answer to a question, with the diagnoses that it leaves. */
  readonly answer: (answer: string, leaves: readonly string[]) => string;
}

const said: InEach<Said> = {
  en: {
    byLibrary: (text) => `A library of the page says: ${text}`,
    byEngines: (names, text) => `${names.join(' or ')} says: ${text}`,
    noRefusal: 'not a refusal by CORS',
    changers: (changers) => changers.join(', or '),
    onPreflight: '(on the CORS-preflight response)',
    onResponse: '(on the response)',
    oneOf: (candidates) => `one of ${candidates}:`,
    tooMany: (candidates) =>
      `This text alone fits ${candidates} causes, CORS and others. The console holds more.`,
    answer: (answer, leaves) => {
      if (leaves.length === 0) return `${answer}: none of them`;
      return `${answer}: ${leaves.length > mostCandidates ? `${leaves.length} of them are left` : leaves.join(', ')}`;
    },
  },
  ja: {
    byLibrary: (text) => `ページのライブラリのメッセージ：${text}`,
    byEngines: (names, text) => `${names.join(' または ')} のメッセージ：${text}`,
    noRefusal: 'CORS による拒否ではありません',
    changers: (changers) => {
      const names = changers.map((changer) => changersInJapanese[changer]);
      return [names.slice(0, -1).join('、'), ...names.slice(-1)]
        .filter((name) => name !== '')
        .join('、または');
    },
    onPreflight: '（プリフライトレスポンスに付ける）',
    onResponse: '（レスポンスに付ける）',
    oneOf: (candidates) => `次の ${candidates} つのいずれかです：`,
    tooMany: (candidates) =>
      `このテキストだけでは、CORS とそれ以外を合わせて ${candidates} 個の原因が考えられます。コンソールにはもっと詳しい情報があります。`,
    answer: (answer, leaves) => {
      if (leaves.length === 0) return `${answer}：当てはまるものはありません`;
      return `${answer}：${leaves.length > mostCandidates ? `${leaves.length} 個が残ります` : leaves.join(', ')}`;
    },
  },
};

const changersInJapanese: Readonly<Record<Changer, string>> = {
  'front end': 'フロントエンド',
  'back end': 'バックエンド',
  'proxy or operator': 'プロキシなどの運用担当',
  browser: 'ブラウザ',
};
