import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { engines } from '../../fixtures/engines.ts';
import { closeServer, listenOnLoopback } from '../../servers/loopback.ts';
import { findBrowser } from '../../src/browser/find-browser.ts';
import { guardProcess } from '../../src/browser/guard-process.ts';
import { startDisplay } from '../../src/browser/start-display.ts';
import { miniBrowserEnvironment } from '../../src/probe/webkit/minibrowser-environment.ts';

/** A window of WebKitGTK that WebDriver drives: its keys are those of a user, which no script of a page can make. */
export interface DrivenWebKit {
  goto(url: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Resolves with what `script`, the body of a function, returns, or what a promise that it returns comes to. */
  evaluate(script: string): Promise<unknown>;
  /** Presses each key and lets it go: a letter, or a code point of WebDriver. */
  press(keys: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Starts WebKitGTK with its WebDriver. Resolves with null where one of them is not installed. */
export async function startDrivenWebKit(): Promise<DrivenWebKit | null> {
  const binary = engines.webkit === undefined ? null : findBrowser(engines.webkit)?.executablePath;
  if (typeof binary !== 'string') return null;
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'cors-conformance-webkit-'));
  const display = await startDisplay();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    detached: true,
    env: miniBrowserEnvironment(display.name, folder, 'unneeded'),
  });
  const guard = driver.pid === undefined ? null : guardProcess(driver.pid, folder);
  const end = (): void => {
    guard?.end();
    display.close();
  };
  const ended = new Promise<null>((resolve) => {
    driver.on('error', () => resolve(null));
    driver.on('exit', () => resolve(null));
  });
  const base = `http://127.0.0.1:${port}`;
  const options = { binary, args: ['--automation'] };
  const started = await Promise.race([
    ended,
    listening(base).then(() =>
      ask(`${base}/session`, { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } }),
    ),
  ]);
  if (started === null) {
    end();
    return null;
  }
  const session = `${base}/session/${String(Reflect.get(Object(started), 'sessionId'))}`;
  await ask(`${session}/timeouts`, { script: 300_000 });
  return {
    goto: async (url) => void (await ask(`${session}/url`, { url })),
    resize: async (width, height) =>
      void (await ask(`${session}/window/rect`, { x: 0, y: 0, width, height })),
    evaluate: (script) =>
      ask(`${session}/execute/async`, {
        script: `const done = arguments[0]; Promise.resolve((() => { ${script} })()).then(done, (error) => done(String(error)));`,
        args: [],
      }),
    press: async (keys) => {
      const actions = keys.flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
      await ask(`${session}/actions`, { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
    close: async () => {
      await fetch(session, { method: 'DELETE' });
      end();
    },
  };
}

/** Resolves with a port that nobody listens on: the driver says of none which it took. */
async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOnLoopback(server);
  await closeServer(server);
  return port;
}

/** Resolves once the driver answers. */
async function listening(base: string): Promise<void> {
  const isUp = await fetch(`${base}/status`).then(
    () => true,
    () => false,
  );
  if (!isUp) await listening(base);
}

async function ask(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const answer: unknown = await response.json();
  const value: unknown = Reflect.get(Object(answer), 'value');
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`);
  return value;
}
