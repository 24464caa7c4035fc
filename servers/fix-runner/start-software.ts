import { spawn, type ChildProcess } from 'node:child_process';
import { rm } from 'node:fs/promises';
import type { Start } from '../../src/fix/fix.ts';
import { reservePort } from '../reserve-port.ts';
import { OutputLog } from './output-log.ts';
import { supervisorFile } from './places.ts';
import { FixStartError, readyPort, within } from './readiness.ts';

/** Other people's software that runs in a folder of its own and listens on loopback. */
export interface RunningSoftware {
  readonly port: number;
  readonly pid: number;
  /** Both streams' last lines. */
  readonly output: () => string;
  /** Ends the whole process group, waits until it is gone and removes its folder. May be called twice. */
  readonly stop: () => Promise<void>;
}

interface StartOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly ready: Start['ready'];
  /** 0: it chooses its port and prints it. */
  readonly port: number;
  readonly timeoutMs: number;
}

/** Starts a command in `folder` and resolves once it is ready. Throws `FixStartError`; the folder is then gone. */
export async function startSoftware(
  label: string,
  folder: string,
  argv: readonly string[],
  { env, ready, port, timeoutMs }: StartOptions,
): Promise<RunningSoftware> {
  const child = spawn(process.execPath, [supervisorFile, folder, ...argv], {
    // A group of its own, so that everything the software starts can be ended at once.
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  const log = new OutputLog(child.stdout, child.stderr);
  const stop = stopper(child, folder);
  try {
    const listening = await within(timeoutMs, readyPort(child, log, ready, port, label), () => {
      return new FixStartError(label, `was not ready in ${timeoutMs} ms`, log.tail());
    });
    return { port: listening, pid: child.pid ?? 0, output: () => log.tail(), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const portAttempts = 4;
const addressInUse = /EADDRINUSE|address already in use|Address in use|port \d+ is (already )?in use/i;

/** Starts something on a port that is free. One that somebody else took meanwhile is replaced by another. */
export async function onFreePort<T>(start: (port: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(await reservePort());
    } catch (error) {
      const taken = error instanceof FixStartError && addressInUse.test(error.output);
      if (!taken || attempt === portAttempts) throw error;
    }
  }
}

function stopper(child: ChildProcess, folder: string): () => Promise<void> {
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return async () => {
    child.stdin?.end();
    await closed;
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}
