import { createRequire } from 'node:module';
import type { createJiti } from 'jiti';
import {
  MessageChannel,
  receiveMessageOnPort,
  SHARE_ENV,
  Worker,
  type MessagePort,
} from 'node:worker_threads';

/** What came of a module that was evaluated. */
export type Evaluated =
  /** `value` is its default export as plain data; what is none stands in `others`, by its path. */
  | { readonly kind: 'value'; readonly value: unknown; readonly others: readonly Other[] }
  /** `at` is the path of a property that cannot be read; null if the module itself threw. */
  | { readonly kind: 'thrown'; readonly error: Thrown; readonly at: readonly (string | number)[] | null }
  | { readonly kind: 'exit' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'late' };

export interface Other {
  readonly path: readonly (string | number)[];
  readonly kind: 'function' | 'symbol' | 'proxy' | 'too deep';
}

export interface Thrown {
  readonly isError: boolean;
  readonly name: string;
  readonly message: string;
  readonly stack: string;
}

interface ThreadData {
  readonly state: Int32Array;
  readonly port: MessagePort;
  readonly jiti: string;
  readonly source: string;
  readonly filename: string;
  /** The path of a function below the default export, which is called with `fetch`; `null`: none is. */
  readonly call: readonly string[] | null;
}

const states = ['running', 'reported', 'exit', 'waiting'] as const;

/**
 * Evaluates the module `source` in a thread of its own and waits for it, as a module may end its process, wait for ever
 * or never come to an end: a thread can be ended from outside.
 */
export function evaluateInThread(source: string, filename: string, timeoutMs: number): Evaluated {
  const started = startThread(source, filename, null);
  Atomics.wait(started.state, 0, 0, timeoutMs);
  return endThread(started);
}

/**
 * Evaluates the module `source` in a thread of its own, and calls the function at the path `call` below its default
 * export with `{ fetch }`. Resolves with what that comes to; never rejects.
 */
export async function callInThread(
  source: string,
  filename: string,
  call: readonly string[],
  timeoutMs: number,
): Promise<Evaluated> {
  const started = startThread(source, filename, call);
  const { worker, ours } = started;
  const message = await new Promise<Evaluated | null>((resolve) => {
    // What signs in may leave a connection open, by which the thread goes on.
    ours.once('message', resolve);
    worker.once('exit', () => resolve(null));
    const timer = setTimeout(() => resolve(null), timeoutMs);
    worker.once('exit', () => clearTimeout(timer));
  });
  const ended = endThread(started);
  return message ?? ended;
}

interface StartedThread {
  readonly worker: Worker;
  readonly state: Int32Array;
  readonly ours: MessagePort;
}

function startThread(source: string, filename: string, call: ThreadData['call']): StartedThread {
  const state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const { port1: ours, port2: port } = new MessageChannel();
  const jiti = createRequire(import.meta.url).resolve('jiti');
  const worker = new Worker(`(${String(thread)})()`, {
    eval: true,
    workerData: { state, port, jiti, source, filename, call } satisfies ThreadData,
    transferList: [port],
    env: SHARE_ENV,
    // Not the loaders of a test runner.
    execArgv: [],
  });
  worker.on('error', () => undefined);
  return { worker, state, ours };
}

function endThread({ worker, state, ours }: StartedThread): Evaluated {
  const received: { readonly message: Evaluated } | undefined = receiveMessageOnPort(ours);
  const end = states[Atomics.load(state, 0)];
  void worker.terminate();
  ours.close();
  if (received !== undefined) return received.message;
  return { kind: end === 'exit' || end === 'waiting' ? end : 'late' };
}

/** Evaluates the file in the thread. Its text alone is run there, so it refers to nothing outside. */
function thread(): void {
  const { workerData } = process.getBuiltinModule('node:worker_threads');
  const { createRequire: requireFrom } = process.getBuiltinModule('node:module');
  const { writeSync } = process.getBuiltinModule('node:fs');
  const { isProxy, isModuleNamespaceObject } = process.getBuiltinModule('node:util').types;
  const { state, port, jiti, source, filename, call }: ThreadData = workerData;
  const deepest = 30;
  let end = 3;

  // The thread that waits for this one cannot print for it.
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk: string | Uint8Array) => {
      writeSync(stream === process.stdout ? 1 : 2, String(chunk));
      return true;
    };
  }
  const exit = process.exit.bind(process);
  process.exit = (code) => {
    end = 2;
    return exit(code);
  };
  process.on('exit', () => wake(end));
  process.on('uncaughtException', (error: unknown) => report(thrown(error, null)));
  process.on('unhandledRejection', (error: unknown) => report(thrown(error, null)));
  void evaluate();

  async function evaluate(): Promise<void> {
    try {
      const loading: { readonly createJiti: typeof createJiti } = requireFrom(jiti)(jiti);
      const loader = loading.createJiti(filename, {
        fsCache: false,
        moduleCache: false,
        interopDefault: false,
        // So that a line of a stack is a line of the file.
        transformOptions: { retainLines: true },
        // The policy file needs no more of this package, and must not load it, or Playwright with it, twice.
        virtualModules: { 'cors-conformance': { definePolicy: (policy: unknown) => policy } },
      });
      const exports: unknown = await loader.evalModule(source, { filename, id: filename, async: true });
      const isObject = typeof exports === 'object' && exports !== null;
      const isModule =
        isObject && (isModuleNamespaceObject(exports) || Reflect.get(exports, '__esModule') === true);
      const exported: unknown = isModule ? Reflect.get(exports, 'default') : exports;
      const made: unknown = await (typeof exported === 'function'
        ? Reflect.apply(exported, undefined, [])
        : exported);
      if (call !== null)
        return report({ kind: 'value', value: plain(await called(made, call), [], []), others: [] });
      const others: Other[] = [];
      report({ kind: 'value', value: plain(made, [], others), others });
    } catch (error) {
      report(isReport(error) ? error : thrown(error, null));
    }
  }

  function called(made: unknown, path: readonly string[]): unknown {
    const found = path.reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      made,
    );
    if (typeof found !== 'function') throw new Error('There is no such function in it any more.');
    return Reflect.apply(found, undefined, [{ fetch }]);
  }

  function plain(value: unknown, path: readonly (string | number)[], others: Other[]): unknown {
    if (typeof value === 'function' || typeof value === 'symbol') {
      others.push({ path, kind: typeof value === 'function' ? 'function' : 'symbol' });
      return null;
    }
    if (typeof value !== 'object' || value === null) return value;
    if (isProxy(value) || path.length > deepest) {
      others.push({ path, kind: isProxy(value) ? 'proxy' : 'too deep' });
      return null;
    }
    const target = value;
    const read = (key: string | number): unknown => {
      let own: unknown;
      try {
        own = Reflect.get(target, key);
      } catch (error) {
        throw thrown(error, [...path, key]);
      }
      return plain(own, [...path, key], others);
    };
    if (Array.isArray(value)) return Array.from({ length: value.length }, (_, index) => read(index));
    return Object.fromEntries(Object.keys(value).map((key) => [key, read(key)]));
  }

  function thrown(error: unknown, at: readonly (string | number)[] | null): Evaluated {
    const isError = error instanceof Error;
    const name = isError ? error.name : '';
    const message = isError ? error.message : String(error);
    return {
      kind: 'thrown',
      error: { isError, name, message, stack: (isError ? error.stack : '') ?? '' },
      at,
    };
  }

  function isReport(error: unknown): error is Evaluated {
    return (
      typeof error === 'object' &&
      error !== null &&
      !(error instanceof Error) &&
      'kind' in error &&
      'at' in error
    );
  }

  function report(evaluated: Evaluated): void {
    port.postMessage(evaluated);
    wake(1);
  }

  // The first word holds.
  function wake(how: number): void {
    Atomics.compareExchange(state, 0, 0, how);
    Atomics.notify(state, 0);
  }
}
