import { say, type Told } from '../words/say.ts';

/** One thing that is wrong with a policy. Holds no value of a header. */
export interface PolicyProblem {
  /** Where: `routes[0].methods[1]`, the name of an environment variable, or a file and line. */
  readonly place: string;
  /** The value, quoted for display; `[redacted]` for a secret; empty where there is none to show. */
  readonly value: string;
  /** What is wrong with it, as the rest of a sentence that begins with place and value. */
  readonly problem: Told;
  /** What to do about it, without the closing mark unless that is a question mark. */
  readonly remedy: Told;
}

/** What a lint finds, before it is known where. */
export type Fault = Omit<PolicyProblem, 'place'>;

/** Thrown for a policy that is missing, cannot be read or is not valid. The message tells every problem. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly code = 'policy-invalid';
  /** At least one. */
  readonly problems: readonly PolicyProblem[];

  // `of`: what has them, where it is not the policy.
  constructor(
    problems: readonly PolicyProblem[],
    { of = say('The policy'), ...options }: ErrorOptions & { readonly of?: string } = {},
  ) {
    super(messageOf(problems, of), options);
    // Where this program noticed is nobody's concern, and test runners print the code of that place.
    this.stack = `${this.name}: ${this.message}`;
    this.problems = problems;
  }
}

/** Returns one sentence: place, value, what is wrong and what to do. */
export function sentenceOf({ place, value, problem, remedy }: PolicyProblem): string {
  const subject = value === '' ? place : `${place} ${value}`;
  const halves = { subject, problem, remedy };
  return /[?？\n]$/.test(remedy)
    ? say('{subject} {problem}: {remedy}', halves)
    : say('{subject} {problem}: {remedy}.', halves);
}

function messageOf(problems: readonly PolicyProblem[], subject: string): string {
  const sentences = problems.map(sentenceOf);
  if (sentences.length === 1) return sentences.join('');
  const count = sentences.length;
  return [
    say('{subject} has {count} problems:', { subject, count }),
    ...sentences.map((text) => `- ${text}`),
  ].join('\n');
}
