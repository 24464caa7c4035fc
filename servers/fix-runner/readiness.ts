import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { Start } from '../../src/fix/fix.ts';
import type { OutputLog } from './output-log.ts';

/** The software ended, or was not ready in time. `output` holds its last lines. */
export class FixStartError extends Error {
  override readonly name = 'FixStartError';
  readonly code = 'FIX_START';
  readonly output: string;
  constructor(id: string, problem: string, output: string) {
    super(`${id} ${problem}. The last it said:\n${output}`);
    this.output = output;
  }
}

/** Resolves with the port that accepts connections. */
export async function readyPort(
  child: ChildProcess,
  log: OutputLog,
  ready: Start['ready'],
  port: number,
  label: string,
): Promise<number> {
  const ended = once(child, 'close').then(() => {
    throw new FixStartError(label, 'ended before it was ready', log.tail());
  });
  let over = false;
  const untilOver = ended.finally(() => {
    over = true;
  });
  if (ready.kind === 'line') {
    const rest = await Promise.race([untilOver, log.lineAfter(ready.startsWith)]);
    if (port === 0) {
      const printed = Number(/(\d+)\D*$/.exec(rest)?.[1]);
      if (printed > 0) return printed;
      throw new FixStartError(label, `printed no port after "${ready.startsWith}"`, log.tail());
    }
  }
  const givenUp = (): boolean => over || child.exitCode !== null;
  const open = accepts(port, givenUp);
  return Promise.race([
    untilOver,
    ready.kind === 'answering' ? open.then(() => answers(port, ready.path, givenUp)) : open,
  ]);
}

/** Resolves with the port once a connection is accepted, or never, once `given up`. */
async function accepts(port: number, givenUp: () => boolean): Promise<number> {
  while (!givenUp()) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (open) return port;
    // Nothing announces that a port is open; this is the pause between two looks, not a guess at a duration.
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return new Promise(() => {});
}

/** Resolves with the port once `path` is answered with another status than 404, or never, once `given up`. */
async function answers(port: number, path: string, givenUp: () => boolean): Promise<number> {
  while (!givenUp()) {
    const status = await fetch(`http://127.0.0.1:${port}${path}`).then(
      ({ status: own, body }) => body?.cancel().then(() => own) ?? own,
      () => 404,
    );
    if (status !== 404) return port;
    // As above.
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return new Promise(() => {});
}

/** Resolves as `work` does, or rejects with what `late` makes once the time is over. */
export async function within<T>(timeoutMs: number, work: Promise<T>, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), timeoutMs);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
