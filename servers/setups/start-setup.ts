import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reservePort } from '../reserve-port.ts';
import type { RunningServer } from '../real/settings.ts';
import { startBackend, type BackendId } from './backends.ts';
import { fronts, type FrontId } from './fronts.ts';

/** Starts the application and what stands in front of it, with `configuration`. Throws with its output if it ends. */
export async function startSetup(
  { front, backend }: { readonly front: FrontId; readonly backend: BackendId },
  configuration: string,
): Promise<Pick<RunningServer, 'origin' | 'close'>> {
  const { command, args, file, around } = fronts[front];
  const folder = await mkdtemp(join(tmpdir(), `cors-conformance-${front}-`));
  // Started by root, some of them go on as another user.
  await chmod(folder, 0o755);
  const behind = await startBackend(backend);
  const port = await reservePort();
  const values: Readonly<Record<string, string>> = {
    folder,
    port: `127.0.0.1:${port}`,
    backend: new URL(behind.origin).host,
    backendHost: new URL(behind.origin).hostname,
    backendPort: new URL(behind.origin).port,
    nobody: `127.0.0.1:${await reservePort()}`,
  };
  const filled = (text: string): string =>
    text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  await writeFile(join(folder, file), filled(around(configuration)));
  const child = spawn(command, args.map(filled), { cwd: folder, env: { ...process.env, HOME: folder } });
  const exited = once(child, 'exit');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  const close = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await exited;
    await behind.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  while (child.exitCode === null) {
    // Nothing says when it listens.
    if (await accepts(port)) return { origin: `http://127.0.0.1:${port}`, close };
  }
  await close();
  throw new Error(`${command} did not start: ${output}`);
}

function accepts(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  }).then((isUp) => {
    socket.destroy();
    return isUp === true;
  });
}
