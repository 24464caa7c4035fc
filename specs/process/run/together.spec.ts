import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { innerRun } from '../../support/inner-run.ts';

// Addresses, as they have fewer look-alikes than names: what is shown is the same.
const app = 'http://127.0.0.1:3000';
const admin = 'http://127.0.0.1:4000';
const stranger = 'https://untrusted.test';

interface Seen {
  /** `method path from origin`, in the order of arrival. */
  readonly log: readonly string[];
  readonly output: string;
  readonly exitCode: number | null;
}

/** What was seen of the runs that several tests compare with. */
const made = new Map<string, Promise<Seen>>();

/** As `runOn`, but once for all tests that ask for the same. */
function runOnceOn(open: readonly string[]): Promise<Seen> {
  const run = made.get(open.join()) ?? runOn(open);
  made.set(open.join(), run);
  return run;
}

// In one worker, as its tests share what was seen.
test.describe.configure({ mode: 'default' });

/** Runs the target suite on an API with the routes /a, /b and /c, of which those in `open` share with everybody. */
async function runOn(open: readonly string[], args: readonly string[] = []): Promise<Seen> {
  const log: string[] = [];
  const server = createServer(({ method = '', url = '', headers: { origin } }, response) => {
    log.push(`${method} ${url} from ${origin ?? 'nobody'}`);
    response.setHeader('Vary', 'Origin');
    const isShared = origin === app || (origin === admin && url === '/c') || open.includes(url);
    if (origin !== undefined && isShared) {
      response.setHeader('Access-Control-Allow-Origin', origin);
    }
    response.end();
  });
  const folder = await mkdtemp(join(tmpdir(), 'cors-conformance-together-'));
  await writeFile(
    join(folder, 'cors.policy.json'),
    JSON.stringify({
      target: `http://127.0.0.1:${await listenOnLoopback(server)}`,
      trustedOrigins: [app],
      routes: [
        { path: '/a', methods: ['GET'] },
        { path: '/b', methods: ['GET'] },
        { path: '/c', methods: ['GET'], trustedOrigins: [app, admin] },
      ],
      unknownPath: false,
    }),
  );
  const run = await innerRun({}, ['--project=target', ...args], folder);
  try {
    return { ...(await run.ended), log };
  } finally {
    await run.remove();
    await rm(folder, { recursive: true });
    await closeServer(server);
  }
}

const getsFrom = (origin: string, log: readonly string[]): string[] =>
  log.filter((line) => line.startsWith('GET ') && line.endsWith(` from ${origin}`)).sort();

test('a page that is at an origin asks for every route of the run, and each test reports its own', async () => {
  const { log, output, exitCode } = await runOnceOn([]);
  const visitors = log
    .flatMap((line) => (/ from (?!nobody)(.*)/.exec(line) ?? []).slice(1))
    .filter((visitor, index, all) => visitor !== all[index - 1]);
  // The trusted page comes back once, after all others.
  expect(visitors).toEqual([...new Set(visitors), app]);
  expect(output).toContain('Running 3 tests');
  expect(output).toContain('3 passed, 0 failed, 0 skipped');
  expect(output).toContain('Gate passed, exit code 0.');
  expect(exitCode).toBe(0);
});

test('no route is asked for that the run leaves out', async () => {
  const { log, exitCode } = await runOn([], ['-g', '/a keeps']);
  expect([...new Set(log.map((line) => line.split(' ')[1]))]).toEqual(['/a']);
  expect(exitCode).toBe(0);
});

test('a route that fails costs the others neither their verdicts nor a second request', async () => {
  const correct = await runOnceOn([]);
  const { log, output, exitCode } = await runOn(['/a', '/b']);
  expect(output).toContain('1 passed, 2 failed, 0 skipped');
  expect(exitCode).toBe(1);
  // What a stranger reads without credentials is asked for with them, too, in the one run that there is.
  const withCredentials = ['/a', '/b'].map((path) => `GET ${path} from ${stranger}`);
  expect(getsFrom(stranger, log)).toEqual([...getsFrom(stranger, correct.log), ...withCredentials].sort());
});

test('a route that is tried again is asked for again, by itself', async () => {
  const once = await runOnceOn(['/b']);
  const { log, output } = await runOn(['/b'], ['--retries=1']);
  expect(output).toContain('2 passed, 1 failed, 0 skipped');
  const again = getsFrom(stranger, once.log).filter((line) => line.startsWith('GET /b '));
  expect(getsFrom(stranger, log)).toEqual([...getsFrom(stranger, once.log), ...again].sort());
});

test('a run that repeats its tests makes the requests of each round', async () => {
  const once = await runOnceOn([]);
  const { log, output } = await runOn([], ['--repeat-each=2', '--workers=1']);
  expect(output).toContain('6 passed, 0 failed, 0 skipped');
  const [first, second] = [getsFrom(stranger, once.log), getsFrom(stranger, log)];
  expect(second).toEqual([...first, ...first].sort());
});
