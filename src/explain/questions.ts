import type { EngineId } from '../model.ts';
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
export function questionsFor(candidates: readonly CauseId[], engines: readonly EngineId[]): Question[] {
  return questions
    .filter(({ onlyIn }) => onlyIn === null || engines.includes(onlyIn))
    .map(({ id, ask, answers }) => ({
      id,
      ask,
      answers: answers.map(({ answer, keeps }) => ({ answer, leaves: candidates.filter(keeps) })),
    }))
    .filter(({ answers }) => new Set(answers.map(({ leaves }) => leaves.join())).size > 1)
    .filter(({ answers }) => answers.filter(({ leaves }) => leaves.length > 0).length > 1);
}

interface AskedQuestion {
  readonly id: Question['id'];
  readonly onlyIn: EngineId | null;
  readonly ask: string;
  readonly answers: readonly { readonly answer: string; readonly keeps: (id: CauseId) => boolean }[];
}

const preflightFailed = (id: CauseId): boolean => ['preflight', 'any'].includes(factsOf(id).failed);
const otherFailed = (id: CauseId): boolean => factsOf(id).failed !== 'preflight';

const holds = (seen: AllowOriginSeen) => (id: CauseId) => {
  const { allowOrigin } = factsOf(id);
  return allowOrigin === 'any' || allowOrigin.includes(seen);
};

const questions: readonly AskedQuestion[] = [
  {
    id: 'options-failed',
    onlyIn: null,
    ask: 'Does the Network panel, with the filter "All", show an OPTIONS request to this URL that failed?',
    answers: [
      { answer: 'yes', keeps: preflightFailed },
      {
        answer:
          'no, there is none (none was needed, or it was granted less than 5 s ago or by Access-Control-Max-Age), or it is in order',
        keeps: otherFailed,
      },
    ],
  },
  {
    id: 'says-preflight',
    onlyIn: 'chromium',
    ask: 'Does the whole console text of Chromium hold the word "preflight"?',
    answers: [
      { answer: 'yes', keeps: (id) => factsOf(id).failed === 'preflight' },
      { answer: 'no', keeps: otherFailed },
    ],
  },
  {
    id: 'curl-answers',
    onlyIn: null,
    ask: 'Does curl --include --header "Origin: <the page\'s origin>" <the URL> get an answer?',
    answers: [
      { answer: 'yes, whatever its status', keeps: (id) => factsOf(id).answersCurl },
      { answer: 'no', keeps: (id) => !factsOf(id).answersCurl },
    ],
  },
  {
    id: 'credentials',
    onlyIn: null,
    ask: 'Is the request made with credentials: "include", or with withCredentials = true?',
    answers: [
      { answer: 'yes', keeps: () => true },
      { answer: 'no', keeps: (id) => !factsOf(id).credentials },
    ],
  },
  {
    id: 'allow-origin',
    onlyIn: null,
    ask: 'What does the failed response hold as Access-Control-Allow-Origin?',
    answers: [
      { answer: 'nothing, the header is absent', keeps: holds('absent') },
      { answer: '*', keeps: holds('wildcard') },
      { answer: 'one other value', keeps: holds('one value') },
      { answer: 'several values, or the header twice', keeps: holds('several') },
    ],
  },
];
