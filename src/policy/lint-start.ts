import { isLoopbackHost } from '../fetch-standard/urls.ts';
import { limitFault } from './lint-values.ts';
import { readHttpUrl, when } from './lint-url.ts';
import type { PolicyProblem } from './problem.ts';
import type { Draft } from './shape.ts';
import { quote } from './shown-value.ts';
import type { PolicyTarget } from './types.ts';
import { say } from '../words/say.ts';

/** Yields what is wrong with how the API of `target` is started; `null` is a target that is wrong itself. */
export function* startProblems(
  start: Draft['start'] | null,
  target: PolicyTarget | null,
): Iterable<PolicyProblem> {
  if (start === undefined || start === null) return;
  const { command, url, timeoutMs } = start;
  if (target?.kind === 'demo') {
    const remedy = say('remove it, or write the address of your API as target');
    yield { place: 'start', value: '', problem: say('starts another API than the demo API'), remedy };
  }
  if (command?.trim() === '') {
    const remedy = say('write one such as "npm start"');
    yield { place: 'start.command', value: quote(command), problem: say('is empty'), remedy };
  }
  if (url !== undefined) {
    const sample = 'http://127.0.0.1:8080/health';
    const reading = readHttpUrl(url, sample, ({ hostname }) =>
      when(
        target?.kind === 'url' && hostname !== new URL(target.origin).hostname && !isLoopbackHost(hostname),
        [
          say("is at another host than the target's, which is all that is asked"),
          say('write an address of the API'),
        ],
      ),
    );
    if ('fault' in reading) yield { place: 'start.url', ...reading.fault };
  }
  const fault = timeoutMs === undefined ? null : limitFault('timeoutMs', timeoutMs);
  if (fault !== null) {
    const problem = timeoutMs === undefined || timeoutMs > 0 ? fault.problem : say('leaves no time');
    yield { place: 'start.timeoutMs', value: String(timeoutMs), problem, remedy: fault.remedy };
  }
}
