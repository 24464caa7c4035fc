import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { expect, test } from '@playwright/test';
import type { LoadedFix } from '../../../servers/fix-runner/load.ts';
import { supervisorFile } from '../../../servers/fix-runner/places.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { FixStartError, runFix } from '../../../servers/fix-runner/run-fix.ts';
import type { ApiFix, Start } from '../../../src/fix/fix.ts';
import { values } from '../../pure/fixes/sample.ts';

const listening = { kind: 'line', startsWith: 'listening on port ' } as const;

/** Makes a fix that is one Node program, which the test writes. */
function program(source: string, start: Partial<Start> = {}): LoadedFix {
  const fix: ApiFix = {
    id: 'express-sample',
    stack: 'express',
    variant: 'sample',
    role: 'api',
    systems: ['node'],
    preferred: false,
    printed: 'main.mjs',
    language: 'js',
    install: '',
    backend: 'none',
    start: { argv: ['{node}', 'main.mjs'], ready: listening, port: 'own', ...start },
    plainOptions: { status: 204, why: '' },
    notes: [],
    broken: [{ id: 'none', defect: '', seen: { by: 'start', prints: '' } }],
  };
  return {
    fix,
    app: new Map([['main.mjs', source]]),
    support: new Map(),
    broken: new Map(),
    applied: new Map(),
  };
}

const run = (source: string, start: Partial<Start> = {}, timeoutMs = 20_000) =>
  runFix(program(source, start), { system: 'node', values, timeoutMs });

const server = `
  import { createServer } from 'node:http';
  const server = createServer((request, response) => response.end(process.cwd()));
  server.listen(0, '127.0.0.1', () => console.log('listening on port ' + server.address().port));
`;

/** Resolves to the error of a start that must fail. */
async function failure(starting: Promise<unknown>): Promise<FixStartError> {
  const error: unknown = await starting.catch((caught: unknown) => caught);
  if (error instanceof FixStartError) return error;
  throw new Error(`It did not fail as it should: ${String(error)}`);
}

test('a fix that chooses its port is reached there, and is gone after stop()', async () => {
  const running = await run(server);
  const folder = await (await fetch(running.baseUrl)).text();
  await expect(access(folder)).resolves.toBeUndefined();
  await running.stop();
  await running.stop();
  await expect(fetch(running.baseUrl)).rejects.toThrow('fetch failed');
  await expect(access(folder)).rejects.toHaveProperty('code', 'ENOENT');
});

test('a fix that is given its port is reached there', async () => {
  const source = server.replace('listen(0,', 'listen(Number(process.env.PORT),');
  const start = { port: 'reserved', env: { PORT: '{port}' }, ready: { kind: 'listening' } } as const;
  const running = await run(source, start);
  expect((await fetch(running.baseUrl)).status).toBe(200);
  expect(running.baseUrl).toBe(`http://127.0.0.1:${running.port}`);
  await running.stop();
});

test('a port that somebody else took is replaced by another', async () => {
  // It finds its port taken until a folder of its system has seen as many starts as it asks for.
  const starts: string[] = [];
  const counter = createServer((socket) => {
    starts.push('start');
    socket.end(starts.length < 3 ? 'taken' : 'free');
  });
  const port = await listenOnLoopback(counter);
  const source = `
    import { connect } from 'node:net';
    ${server.replace('server.listen(0,', 'const listen = () => server.listen(Number(process.env.PORT),')}
    let answer = '';
    connect(${port}, '127.0.0.1').on('data', (data) => (answer += data)).on('end', () => {
      if (answer === 'free') return listen();
      console.error('Error: listen EADDRINUSE: address already in use');
      process.exit(1);
    });
  `;
  const running = await run(source, { port: 'reserved', env: { PORT: '{port}' } });
  expect(starts).toHaveLength(3);
  await running.stop();
  await closeServer(counter);
});

test('a fix that ends says what it said last', async () => {
  const error = await failure(
    run(`for (let n = 0; n < 100; n += 1) console.log('line ' + n); process.exitCode = 3;`),
  );
  expect(error.message.split('\n')[0]).toBe('express-sample ended before it was ready. The last it said:');
  expect(error.output.split('\n').slice(-2)).toEqual([
    'line 99',
    `${process.execPath} ended with exit code 3`,
  ]);
});

test('a command that is not there says so', async () => {
  const error = await failure(run('', { argv: ['cors-conformance-no-such-command'] }));
  expect(error.output).toBe(
    'cors-conformance-no-such-command: spawn cors-conformance-no-such-command ENOENT',
  );
});

test('a fix that is never ready is ended', async () => {
  const error = await failure(run('setInterval(() => {}, 1000);', {}, 500));
  expect(error.message).toBe('express-sample was not ready in 500 ms. The last it said:\n');
});

/** Makes something that a process of a fix holds on to: `held` resolves when it does, `freed` when it is gone. */
async function hook() {
  const events = createServer();
  const port = await listenOnLoopback(events);
  const connected = once(events, 'connection');
  const held = connected.then(() => undefined);
  const freed = connected.then(async ([socket]) => {
    socket.on('error', () => undefined).resume();
    if (!socket.destroyed) await once(socket, 'close');
  });
  return { port, held, freed, close: () => closeServer(events) };
}

/** Returns a program whose child ignores SIGTERM and holds on to `port`. */
const withChild = (port: number): string => `
  import { spawn } from 'node:child_process';
  ${server}
  const stubborn = "process.on('SIGTERM', () => {}); require('node:net').connect(${port}, '127.0.0.1')";
  spawn(process.execPath, ['-e', stubborn], { stdio: 'ignore' });
`;

test('stop() ends what the software started, though it ignores SIGTERM', async () => {
  const child = await hook();
  const running = await run(withChild(child.port));
  await child.held;
  await running.stop();
  await child.freed;
  await child.close();
});

for (const signal of ['SIGINT', 'SIGTERM', 'SIGKILL'] as const) {
  test(`nothing is left when the parent ends by ${signal}`, async ({}, testInfo) => {
    const child = await hook();
    const folder = testInfo.outputPath('run');
    const argv = [
      supervisorFile,
      folder,
      process.execPath,
      '--input-type=module',
      '-e',
      withChild(child.port),
    ];
    const options = { detached: true, stdio: ['pipe', 'ignore', 'ignore'] };
    const start = `require('node:child_process').spawn(process.execPath, ${JSON.stringify(argv)}, ${JSON.stringify(options)})`;
    await mkdir(folder, { recursive: true });
    const parent = spawn(process.execPath, ['-e', start], { stdio: 'ignore' });
    await child.held;
    parent.kill(signal);
    await child.freed;
    await expect(access(folder)).rejects.toHaveProperty('code', 'ENOENT');
    await child.close();
  });
}
