import { RunFolder } from './run-folder.ts';

/**
 * Returns when the run has to have made its requests, in milliseconds since the epoch: `limitMs` after its first test
 * of a target began, in whichever worker. Where the run has no folder, each worker counts from its own first test.
 */
export function runDeadline(limitMs: number, env: NodeJS.ProcessEnv): number {
  const own = Date.now() + limitMs;
  const first = RunFolder.ofWorker(env)?.leaveFirst(name, own);
  ownDeadline ??= own;
  return typeof first === 'number' ? first : ownDeadline;
}

const name = 'deadline';

let ownDeadline: number | undefined;
