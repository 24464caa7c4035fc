import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onFreePort, startSoftware } from '../fix-runner/start-software.ts';
import { reservePort } from '../reserve-port.ts';
import type { RunningServer } from '../real/settings.ts';
import { startBackend, type BackendId } from './backends.ts';
import { fronts, type FrontId } from './fronts.ts';

/**
 * Starts the application and what stands in front of it, with `configuration`. Throws a `FixStartError` with what it said if
 * it does not start.
 */
export async function startSetup(
  { front, backend }: { readonly front: FrontId; readonly backend: BackendId },
  configuration: string,
): Promise<Pick<RunningServer, 'origin' | 'close'>> {
  const { command, args, file, around, ready = { kind: 'listening' } } = fronts[front];
  const behind = await startBackend(backend);
  const { host, hostname, port: backendPort } = new URL(behind.origin);
  const nobodyPort = String(await reservePort());
  try {
    const running = await onFreePort(async (port) => {
      const folder = await mkdtemp(join(tmpdir(), `cors-conformance-${front}-`));
      // Started by root, some of them go on as another user.
      await chmod(folder, 0o755);
      const values: Readonly<Record<string, string>> = {
        folder,
        port: `127.0.0.1:${port}`,
        backend: host,
        backendHost: hostname,
        backendPort,
        frontPort: String(port),
        nobody: `127.0.0.1:${nobodyPort}`,
        nobodyPort,
      };
      const filled = (text: string): string =>
        text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
      await writeFile(join(folder, file), filled(around(configuration)));
      return startSoftware(front, folder, [command, ...args.map(filled)], {
        env: { HOME: folder },
        ready,
        port,
        timeoutMs: 60_000,
      });
    });
    return {
      origin: `http://127.0.0.1:${running.port}`,
      close: () => running.stop().finally(() => behind.close()),
    };
  } catch (error) {
    await behind.close();
    throw error;
  }
}
