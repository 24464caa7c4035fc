import { spawn } from 'node:child_process';
import { EngineError, within } from './deadline.ts';
import { BrowserError } from './find-browser.ts';
import { guardProcess } from './guard-process.ts';

/** An X display that nobody sees. */
export interface Display {
  /** As in the variable `DISPLAY`. */
  readonly name: string;
  close(): void;
}

const startTimeoutMs = 15_000;

/** Starts Xvfb on a display that it chooses itself. Rejects with a `BrowserError` if it is not installed. */
export async function startDisplay(): Promise<Display> {
  // Without -noreset the server starts anew when its last client leaves, and turns away one that comes just then.
  const args = ['-displayfd', '1', '-screen', '0', '800x600x24', '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
  const number = new Promise<string>((resolve, reject) => {
    let printed = '';
    server.on('error', () =>
      reject(new BrowserError('WebKitGTK needs an X server: install Xvfb (on Debian, the package xvfb).')),
    );
    server.on('exit', () => reject(new EngineError('Xvfb ended before it had a display.')));
    server.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.endsWith('\n')) resolve(printed.trim());
    });
  });
  const guard = server.pid === undefined ? null : guardProcess(server.pid);
  try {
    return {
      name: `:${await within(number, startTimeoutMs, 'Xvfb did not start')}`,
      close: () => guard?.end(),
    };
  } catch (error) {
    guard?.end();
    throw error;
  }
}
