import type { EngineId } from '../model.ts';
import type { InEach, Language } from '../words/language.ts';
import { factsOf, type AllowOriginSeen, type CauseId } from './facts.ts';

/** One question of the decision tree, and what each answer leaves. */
export interface Question {
  readonly id: 'options-failed' | 'says-preflight' | 'curl-answers' | 'credentials' | 'allow-origin';
  readonly ask: string;
  readonly answers: readonly Answer[];
}

export interface Answer {
  readonly answer: string;
  /** The causes that are left; none twice. */
  readonly leaves: readonly CauseId[];
}

/**
 * Returns the questions whose answers tell `candidates` apart, in the order in which they are best asked. Those to
 * which every answer leaves the same are left out. `engines` are those that may have printed the text.
 */
export function questionsFor(
  candidates: readonly CauseId[],
  engines: readonly EngineId[],
  language: Language = 'en',
): Question[] {
  return questions
    .filter(({ onlyIn }) => onlyIn === null || engines.includes(onlyIn))
    .map(({ id, ask, answers }) => ({
      id,
      ask: ask[language],
      answers: answers.map(({ answer, keeps }) => ({
        answer: answer[language],
        leaves: candidates.filter(keeps),
      })),
    }))
    .filter(({ answers }) => new Set(answers.map(({ leaves }) => leaves.join())).size > 1)
    .filter(({ answers }) => answers.filter(({ leaves }) => leaves.length > 0).length > 1);
}

interface AskedQuestion {
  readonly id: Question['id'];
  readonly onlyIn: EngineId | null;
  readonly ask: InEach;
  readonly answers: readonly { readonly answer: InEach; readonly keeps: (id: CauseId) => boolean }[];
}

const preflightFailed = (id: CauseId): boolean => ['preflight', 'any'].includes(factsOf(id).failed);
const otherFailed = (id: CauseId): boolean => factsOf(id).failed !== 'preflight';

const holds = (seen: AllowOriginSeen) => (id: CauseId) => {
  const { allowOrigin } = factsOf(id);
  return allowOrigin === 'any' || allowOrigin.includes(seen);
};

const yes = { en: 'yes', ja: 'はい' } as const satisfies InEach;
const no = { en: 'no', ja: 'いいえ' } as const satisfies InEach;

const questions: readonly AskedQuestion[] = [
  {
    id: 'options-failed',
    onlyIn: null,
    ask: {
      en: 'Does the Network panel, with the filter "All", show an OPTIONS request to this URL that failed?',
      ja: 'ネットワークパネルのフィルターを「すべて」（All）にしたとき、この URL への失敗した OPTIONS リクエストが見えますか？',
    },
    answers: [
      { answer: yes, keeps: preflightFailed },
      {
        answer: {
          en: 'no, there is none (none was needed, or it was granted less than 5 s ago or by Access-Control-Max-Age), or it is in order',
          ja: 'いいえ。OPTIONS リクエストがない（必要がなかった、5 秒以内に許可された、または Access-Control-Max-Age により許可済み）か、成功している',
        },
        keeps: otherFailed,
      },
    ],
  },
  {
    id: 'says-preflight',
    onlyIn: 'chromium',
    ask: {
      en: 'Does the whole console text of Chromium hold the word "preflight"?',
      ja: 'Chromium のコンソールのテキスト全体に "preflight" という語がありますか？',
    },
    answers: [
      { answer: yes, keeps: (id) => factsOf(id).failed === 'preflight' },
      { answer: no, keeps: otherFailed },
    ],
  },
  {
    id: 'curl-answers',
    onlyIn: null,
    ask: {
      en: 'Does curl --include --header "Origin: <the page\'s origin>" <the URL> get an answer?',
      ja: 'curl --include --header "Origin: <ページのオリジン>" <URL> を実行すると、応答がありますか？',
    },
    answers: [
      {
        answer: { en: 'yes, whatever its status', ja: 'はい（ステータスは問いません）' },
        keeps: (id) => factsOf(id).answersCurl,
      },
      { answer: no, keeps: (id) => !factsOf(id).answersCurl },
    ],
  },
  {
    id: 'credentials',
    onlyIn: null,
    ask: {
      en: 'Is the request made with credentials: "include", or with withCredentials = true?',
      ja: 'リクエストに credentials: "include" または withCredentials = true を指定していますか？',
    },
    answers: [
      { answer: yes, keeps: () => true },
      { answer: no, keeps: (id) => !factsOf(id).credentials },
    ],
  },
  {
    id: 'allow-origin',
    onlyIn: null,
    ask: {
      en: 'What does the failed response hold as Access-Control-Allow-Origin?',
      ja: '失敗したレスポンスの Access-Control-Allow-Origin には何が入っていますか？',
    },
    answers: [
      { answer: { en: 'nothing, the header is absent', ja: 'ヘッダー自体がない' }, keeps: holds('absent') },
      { answer: { en: '*', ja: '*' }, keeps: holds('wildcard') },
      { answer: { en: 'one other value', ja: '* 以外の値が 1 つ' }, keeps: holds('one value') },
      {
        answer: { en: 'several values, or the header twice', ja: '値が複数ある、またはヘッダーが 2 つある' },
        keeps: holds('several'),
      },
    ],
  },
];
