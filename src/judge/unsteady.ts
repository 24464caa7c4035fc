import { lastStatus } from './finding.ts';
import type { Testimony } from './witnesses.ts';
import type { Probed } from './probed.ts';
import { say } from '../words/say.ts';

/**
 * Returns why the refusals of a route say nothing of its policy, as a sentence; `null` if they do. `before` and `after`
 * are what came of the same request from a trusted page, before and after all others. An API that answered it at first
 * has to answer it in the end and, if `isSteady`, not with an error then.
 */
export function whyUnsteady(
  before: Probed | undefined,
  after: Probed | undefined,
  { isSteady }: { readonly isSteady: boolean },
): string | null {
  if (!isAnswered(before)) return null;
  if (isAnswered(after) && !(isSteady && !isError(before) && isError(after))) return null;
  return say(
    'A trusted page whose request the API answered at first was not answered so in the end ({came}), so others may have been refused for what refused it; see limits.requestsPerSecond if the API limits requests.',
    { came: whatCame(after) },
  );
}

const isAnswered = (probed: Probed | undefined): boolean =>
  probed?.kind === 'observed' && (probed.testimony.kind === 'shared' || probed.testimony.kind === 'granted');

const isError = (probed: Probed | undefined): boolean =>
  probed?.kind === 'observed' && (lastStatus(probed.observation) ?? 0) >= 400;

function whatCame(probed: Probed | undefined): string {
  if (probed === undefined) return say('it was not asked');
  if (probed.kind === 'spared') return say('it was not asked');
  if (probed.kind !== 'observed') return probed.reason;
  const { observation, testimony } = probed;
  const what = whatWasHeard(testimony);
  const status = lastStatus(observation);
  return status === null ? what : say('{what}, status {status}', { what, status });
}

function whatWasHeard(testimony: Testimony): string {
  switch (testimony.kind) {
    case 'refused':
    case 'neighbour':
      return testimony.diagnosis;
    case 'disagreement':
      return testimony.reason;
    case 'shared':
      return say('an error that it reads');
    default:
      return testimony.kind;
  }
}
