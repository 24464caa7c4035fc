import { unanswered } from '../diagnoses/unanswered.ts';
import type { Probed } from '../judge/probed.ts';
import { PageOriginError } from '../probe/probe.ts';
import { say } from '../words/say.ts';
import { SessionError } from './session-keeper.ts';

/** Why a request is not made. */
export type Unmade = Extract<Probed, { kind: 'unmade' }>;

/** Returns what came of a probe without a page: nobody can be where the engine puts it elsewhere; else we failed. */
export function withoutPage(origin: string, error: unknown): Probed {
  if (error instanceof SessionError) return { kind: 'unmade', diagnosis: null, reason: error.message };
  if (error instanceof PageOriginError) return { kind: 'impossible', reason: error.message };
  const [message] = (error instanceof Error ? error.message : String(error)).split('\n');
  return {
    kind: 'unmade',
    diagnosis: null,
    reason: say('No page could be loaded at {origin}: {message}', { origin, message: message ?? '' }),
  };
}

export const outOfTime: Unmade = {
  kind: 'unmade',
  diagnosis: null,
  reason: say(
    'The time limit of the run was reached before this request; raise limits.runTimeoutMs in the policy.',
  ),
};

const unreachableBy: ReadonlySet<string> = new Set([...unanswered, 'response-invalid']);

/** Returns why no more is asked where no request so far came back: the others would only wait for the same. */
export function unreachable(probed: readonly Probed[]): Unmade | null {
  const causes = probed.map((one) =>
    one.kind === 'observed' && one.testimony.kind === 'neighbour' ? one.testimony.diagnosis : null,
  );
  const [cause] = causes;
  if (
    cause === undefined ||
    cause === null ||
    !causes.every((other) => other !== null && unreachableBy.has(other))
  ) {
    return null;
  }
  return {
    kind: 'unmade',
    diagnosis: cause,
    reason: say('The request was not made, because none of the requests before it was answered ({cause}).', {
      cause,
    }),
  };
}
