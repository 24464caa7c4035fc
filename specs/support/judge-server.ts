import { createServer, type RequestListener } from 'node:http';
import type { Cors } from '../../fixtures/test.ts';
import { closeServer, listenOnLoopback } from '../../servers/loopback.ts';
import type { Verdict } from '../../src/model.ts';
import type { PolicyInput } from '../../src/policy/policy.ts';
import type { RunningEngine } from '../../src/run/run-target.ts';
import { judgeTarget, type Judging } from './judge-target.ts';

/** Judges a server that answers as `answer` does, by a policy of which it is the target. */
export async function judgeServer(
  cors: Pick<Cors, 'openPage'>,
  engine: RunningEngine,
  policy: Omit<PolicyInput, 'target'>,
  answer: RequestListener,
  judging: Judging = {},
): Promise<Verdict[]> {
  const server = createServer(answer);
  const target = `http://127.0.0.1:${await listenOnLoopback(server)}`;
  try {
    return await judgeTarget(cors, engine, { ...policy, target }, judging);
  } finally {
    await closeServer(server);
  }
}
