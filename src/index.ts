export { expect, test, type Cors, type CorsAnswer, type CorsRequest } from '../fixtures/test.ts';
export {
  definePolicy,
  PolicyError,
  validatePolicy,
  type Policy,
  type PolicyInput,
  type PolicyProblem,
} from './policy/policy.ts';
export { definitionOf, diagnoses, type DiagnosisId } from './diagnoses/vocabulary.ts';
export type { Exchange, HeaderList, Observation, Outcome, Report, Verdict } from './model.ts';
export { wholeReport, type WrittenReport } from './plan/said-once.ts';
export type { Testimony } from './judge/witnesses.ts';
export {
  predict,
  type Prediction,
  type StandardExchange,
  type StandardRequest,
} from './fetch-standard/predict.ts';
