import { holdsSeveral } from '../fetch-standard/cors-check.ts';
import { getHeader } from '../fetch-standard/header-list.ts';
import type { NeighbourId, RefusalId } from '../diagnoses/vocabulary.ts';
import type { Exchange, Observation } from '../model.ts';
import type { Testimony } from '../judge/witnesses.ts';
import { adviceFor, type Advice } from './advice.ts';
import { causes, isCause, type AllowOriginSeen, type CauseId } from './facts.ts';
import { questionsFor, type Question } from './questions.ts';

/** What the decision tree makes of one observation. */
export interface ObservationExplained {
  /** `null` if nothing failed, or if the witnesses differ. */
  readonly advice: Advice | null;
  /** One sentence. */
  readonly conclusion: string;
  /** The questions that the observation answers, and what each answer left. Empty if nothing failed. */
  readonly steps: readonly Step[];
}

export interface Step {
  readonly question: string;
  readonly answer: string;
  readonly leaves: readonly CauseId[];
}

/**
 * Walks the decision tree with the answers that the observation gives, where a person would look at the Network
 * panel, the console and curl, and ends with what the witnesses agree on. Pure.
 */
export function explainObservation(observation: Observation, testimony: Testimony): ObservationExplained {
  switch (testimony.kind) {
    case 'shared':
      return nothingFailed('The page reads the response.');
    case 'granted':
      return nothingFailed('The CORS-preflight request was granted; the actual request was held.');
    case 'unsent':
      return nothingFailed('Nothing was sent: the request was held, and needs no CORS-preflight request.');
    case 'disagreement':
      return nothingFailed(testimony.reason);
    case 'refused':
      return failed(observation, testimony.diagnosis, testimony.values.join(', '));
    case 'neighbour':
      return failed(observation, testimony.diagnosis, testimony.value);
    default:
      return testimony satisfies never;
  }
}

const nothingFailed = (conclusion: string): ObservationExplained => ({ advice: null, conclusion, steps: [] });

function failed(
  observation: Observation,
  diagnosis: RefusalId | NeighbourId,
  value: string,
): ObservationExplained {
  const { request, exchanges, pageOrigin } = observation;
  const last = exchanges.at(-1);
  const status = last?.response?.status;
  const advice = adviceFor(diagnosis, {
    url: last?.url ?? request.url,
    origin: pageOrigin,
    method: request.method,
    name: diagnosis === 'header-not-allowed' ? value : undefined,
    value,
    status: status === undefined ? undefined : String(status),
    credentialsMode: request.credentialsMode,
  });
  // The tree tells network errors apart, and a response that no script reads is none.
  return { advice, conclusion: advice.cause, steps: isCause(diagnosis) ? stepsOf(observation) : [] };
}

function stepsOf(observation: Observation): Step[] {
  const steps: Step[] = [];
  let left: readonly CauseId[] = causes;
  for (const { id } of questionsFor(left, [observation.engine.id])) {
    const question = questionsFor(left, [observation.engine.id]).find((each) => each.id === id);
    const chosen = answerTo(id, observation);
    const answer = chosen === null ? undefined : question?.answers[chosen];
    if (question === undefined || answer === undefined) continue;
    left = answer.leaves;
    steps.push({ question: question.ask, answer: answer.answer, leaves: left });
  }
  return steps;
}

/** Returns the index of the answer that the observation gives, or `null` if it gives none. */
function answerTo(id: Question['id'], { engine, request, exchanges, console }: Observation): number | null {
  const last = exchanges.at(-1);
  switch (id) {
    case 'options-failed':
      return last?.purpose === 'preflight' ? 0 : 1;
    case 'says-preflight':
      if (engine.id !== 'chromium' || !console.some((text) => text.includes('CORS policy'))) return null;
      return console.some((text) => text.includes('preflight')) ? 0 : 1;
    case 'curl-answers':
      // That no answer came to the browser does not say that none comes to curl.
      return last?.response === null || last === undefined ? null : 0;
    case 'credentials':
      return request.credentialsMode === 'include' ? 0 : 1;
    case 'allow-origin':
      return last?.response === null || last === undefined ? null : indexOfSeen[allowOriginOf(last)];
    default:
      return id satisfies never;
  }
}

const indexOfSeen = { absent: 0, wildcard: 1, 'one value': 2, several: 3 } as const satisfies Record<
  AllowOriginSeen,
  number
>;

function allowOriginOf({ response }: Exchange): AllowOriginSeen {
  const value = getHeader(response?.headers ?? [], 'Access-Control-Allow-Origin');
  if (value === null) return 'absent';
  if (value === '*') return 'wildcard';
  return holdsSeveral(value) ? 'several' : 'one value';
}
