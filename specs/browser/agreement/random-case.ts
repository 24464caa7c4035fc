import fc, { type Arbitrary } from 'fast-check';
import type { CaseAnswers, CaseRequest } from '../../../src/catalogue/case.ts';
import { answers } from './random-answers.ts';
import { request } from './random-request.ts';

/** A request and what the servers answer to it: what a case has that nobody has judged yet. */
export interface RandomCase {
  readonly request: CaseRequest;
  readonly misconfigured: CaseAnswers;
}

/** Makes random cases. Answers are odd more often than not, and right often enough that requests come far. */
export const randomCase = (): Arbitrary<RandomCase> =>
  fc.record({ request: request(), misconfigured: answers() });
