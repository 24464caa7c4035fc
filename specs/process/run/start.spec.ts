import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { reservePort } from '../../../servers/reserve-port.ts';
import type { PolicyStart } from '../../../src/policy/types.ts';
import { RunFolder } from '../../../src/run/run-folder.ts';
import { startTarget, tellIfEnded, type Starting } from '../../../src/run/start-target.ts';
import { makeConsumer, type Consumer } from '../../support/consumer.ts';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

const app = 'http://127.0.0.1:3000';
const ours = "{ reporter: [[ours, { outputDir: 'reports/out' }]], fullyParallel: true, workers: 2 }";

/** An API whose process is a child of another, and that writes down when it was started. Route /b is open to everybody. */
const api = `
const { spawn } = require('node:child_process');
const { appendFileSync } = require('node:fs');
const { createServer } = require('node:http');
const [port, how] = process.argv.slice(2);
if (how === undefined) spawn(process.execPath, [__filename, port, 'child'], { stdio: 'inherit' });
else {
  appendFileSync('starts.txt', 'started\\n');
  createServer(({ url, headers: { origin = '' } }, response) => {
    response.setHeader('Vary', 'Origin');
    if (origin === '${app}' || url === '/b') response.setHeader('Access-Control-Allow-Origin', origin);
    response.end();
  }).listen(Number(port), '127.0.0.1');
}
`;

/** Returns a project whose policy starts that API, unless `config` does, which is the source of a configuration. */
async function startingConsumer(
  change: Partial<PolicyStart> = {},
  config: ((port: number) => string) | null = null,
): Promise<Consumer> {
  const port = await reservePort();
  const consumer = await makeConsumer(
    {
      target: `http://127.0.0.1:${port}`,
      start: config === null ? { command: `node api.cjs ${port}`, ...change } : null,
      trustedOrigins: [app],
      routes: [
        { path: '/a', methods: ['GET'] },
        { path: '/b', methods: ['GET'] },
      ],
      unknownPath: false,
    },
    config?.(port) ?? ours,
    'standard',
  );
  writeFileSync(join(consumer.folder, 'api.cjs'), api);
  return consumer;
}

const startsIn = ({ folder }: Consumer): string => readFileSync(join(folder, 'starts.txt'), 'utf8');

test('the API that the policy starts is started once, whoever asks it, and ends with everything that it started', async () => {
  const consumer = await startingConsumer();
  // A worker ends with each test that fails, and each of these does that is about /b.
  const run = await consumer.run({}, ['--repeat-each=2', '--retries=1']);
  try {
    const { exitCode, output } = await run.ended;
    expect(output).toContain('2 passed, 2 failed, 0 skipped');
    expect(exitCode).toBe(1);
    expect(startsIn(consumer)).toBe('started\n');
    await expect.poll(() => run.processes()).toEqual([]);
  } finally {
    await run.remove();
    await consumer.remove();
  }
});

test('an API that does not start is shown with what it printed, and the target is what was not reached', async () => {
  const consumer = await startingConsumer({ command: 'echo "no database"; exit 7' });
  const run = await consumer.run();
  try {
    const { exitCode, output } = await run.ended;
    const text = output.replace(/\s+/g, ' ');
    expect(output.split('no database\n').length).toBe(2);
    expect(text).toContain('echo "no database"; exit 7 ended with exit code 7, and printed: no database');
    expect(text).toContain(
      'The command that starts the API ended with exit code 7, and nothing else answers',
    );
    expect(text.slice(text.lastIndexOf('Gate ')).trim()).toMatch(/^Gate failed, exit code 3: /);
    expect(exitCode).toBe(3);
    await expect.poll(() => run.processes()).toEqual([]);
  } finally {
    await run.remove();
    await consumer.remove();
  }
});

/** Returns an address that says that its API has not started yet. */
async function startingUp(): Promise<{ readonly url: string; close(): Promise<void> }> {
  const server = createServer((_request, response) => response.writeHead(503).end());
  return {
    url: `http://127.0.0.1:${await listenOnLoopback(server)}/health`,
    close: () => closeServer(server),
  };
}

// SIGKILL is what a run that crashes comes to: nothing of it is left that could end the API.
for (const signal of engineChoice.suite === 'all'
  ? (['SIGINT', 'SIGKILL'] as const)
  : (['SIGKILL'] as const)) {
  test(`the API that the policy starts ends with a run that is ended by ${signal}`, async () => {
    const never = await startingUp();
    const consumer = await startingConsumer({ url: never.url });
    const run = await consumer.run();
    try {
      await expect
        .poll(() => existsSync(join(consumer.folder, 'starts.txt')), { timeout: 60_000 })
        .toBe(true);
      run.child.kill(signal);
      await run.ended;
      await expect.poll(() => run.processes(), { timeout: 20_000 }).toEqual([]);
    } finally {
      await run.remove();
      await consumer.remove();
      await never.close();
    }
  });
}

test('the webServer of docs/in-ci.md starts the API, and ends it', inWholeSuite, async () => {
  const page = readFileSync(new URL('../../../docs/in-ci.md', import.meta.url), 'utf8');
  const config = /export default defineConfig\((\{.*?\n\})\);\n```/s.exec(page)?.[1] ?? '';
  const consumer = await startingConsumer({}, (port) =>
    config
      .replace("'./cors'", "'.'")
      .replace("'cors-conformance/reporter'", 'ours')
      .replace('node api.js', `node api.cjs ${port}`)
      .replace('8080', String(port)),
  );
  const run = await consumer.run();
  try {
    const { exitCode, output } = await run.ended;
    expect(output).toContain('1 passed, 1 failed, 0 skipped');
    expect([exitCode, startsIn(consumer)]).toEqual([1, 'started\n']);
    await expect.poll(() => run.processes()).toEqual([]);
  } finally {
    await run.remove();
    await consumer.remove();
  }
});

interface Told {
  readonly starting: Starting;
  readonly lines: string[];
}

/** Returns what an API is started with in a run of its own, in which `env` holds. */
async function inRun(env: NodeJS.ProcessEnv, use: (told: Told) => Promise<void>): Promise<void> {
  const cwd = mkdtempSync(join(tmpdir(), 'cors-conformance-start-'));
  const folder = RunFolder.create([], {});
  const lines: string[] = [];
  const { PATH } = process.env;
  try {
    writeFileSync(join(cwd, 'api.cjs'), api);
    await use({
      starting: {
        folder,
        cwd,
        env: { PATH, ...env },
        secrets: ['s3cret-value'],
        tell: (line) => void lines.push(line),
      },
      lines,
    });
  } finally {
    folder.remove();
    rmSync(cwd, { recursive: true, force: true });
  }
}

const startOf = (command: string, url: string, timeoutMs = 60_000): PolicyStart => ({
  command,
  url,
  timeoutMs,
});

test('an address that is not answered in time is said to be that, with what the command printed and none of its secrets', async () => {
  const never = await startingUp();
  try {
    await inRun({}, async ({ starting, lines }) => {
      const start = startOf('echo "\u001b[31mwith s3cret-value\u001b[0m"; exec sleep 60', never.url, 300);
      expect(await startTarget(start, starting)).toEqual({
        kind: 'unmade',
        diagnosis: 'response-timeout',
        reason: `The API was started, and ${never.url} did not answer within 0.3 s (last: status 503).`,
      });
      // Another worker of the run.
      expect((await startTarget(start, starting))?.diagnosis).toBe('response-timeout');
      expect(lines).toEqual(['echo " [31mwith s3cret-value [0m"; exec sleep 60 printed:\nwith [redacted]\n']);
    });
  } finally {
    await never.close();
  }
});

test(
  'what answers already is judged in place of what would be started, and is refused in CI',
  inWholeSuite,
  async () => {
    const server = createServer((_request, response) => response.writeHead(404).end());
    const url = `http://127.0.0.1:${await listenOnLoopback(server)}/`;
    const start = startOf('echo started >started.txt', url);
    try {
      await inRun({}, async ({ starting, lines }) => {
        expect([await startTarget(start, starting), await startTarget(start, starting)]).toEqual([
          null,
          null,
        ]);
        expect(lines).toEqual([
          `${url} answers already, and is judged: echo started >started.txt was not run.\n`,
        ]);
        expect(existsSync(join(starting.cwd, 'started.txt'))).toBe(false);
      });
      await inRun({ CI: 'true' }, async ({ starting, lines }) => {
        const refused = {
          kind: 'unmade',
          diagnosis: null,
          reason: `${url} was answered before the API was started, so that another one would have been judged; in CI, end what listens there.`,
        };
        expect([await startTarget(start, starting), await startTarget(start, starting)]).toEqual([
          refused,
          refused,
        ]);
        expect([lines, existsSync(join(starting.cwd, 'started.txt'))]).toEqual([[], false]);
      });
    } finally {
      await closeServer(server);
    }
  },
);

test('an API that ends while the run goes on is shown with what it printed, once', inWholeSuite, async () => {
  const port = await reservePort();
  await inRun({}, async ({ starting, lines }) => {
    const listening = `require('node:http').createServer((_, response) => { response.end(); console.log('out of memory'); setImmediate(() => process.exit(3)); }).listen(${port}, '127.0.0.1')`;
    const start = startOf(`node -e "${listening}"`, `http://127.0.0.1:${port}/`);
    expect(await startTarget(start, starting)).toBe(null);
    await expect.poll(() => starting.folder.started().exitCode).toBe(3);
    tellIfEnded(start, starting);
    tellIfEnded(start, starting);
    expect(lines.map((line) => line.slice(line.indexOf(' ended with')))).toEqual([
      ' ended with exit code 3, and printed:\nout of memory\n',
    ]);
  });
});
