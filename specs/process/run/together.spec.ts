import { createServer } from 'node:http';
import { expect, test } from '@playwright/test';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { makeConsumer, standardSpec } from '../../support/consumer.ts';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

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

let correctRun: Promise<Seen> | undefined;

/** Resolves to what was seen of the run that several tests compare with: that of an API that keeps its promise. */
const correct = (): Promise<Seen> => (correctRun ??= runOn([]));

// In one worker, as its tests share what was seen.
test.describe.configure({ mode: 'default' });

/** Runs the target suite on an API with the routes /a, /b and /c, of which those in `open` share with everybody. */
async function runOn(open: readonly string[], args: readonly string[] = []): Promise<Seen> {
  const log: string[] = [];
  const server = createServer(({ method = '', url = '', headers }, response) => {
    const { origin, 'user-agent': agent = '' } = headers;
    // Not the printed curl lines, of which a finding has one.
    if (!agent.startsWith('curl/')) log.push(`${method} ${url} from ${origin ?? 'nobody'}`);
    response.setHeader('Vary', 'Origin');
    const isShared = origin === app || (origin === admin && url === '/c') || open.includes(url);
    if (origin !== undefined && isShared) {
      response.setHeader('Access-Control-Allow-Origin', origin);
    }
    response.end();
  });
  const consumer = await makeConsumer(
    {
      target: `http://127.0.0.1:${await listenOnLoopback(server)}`,
      trustedOrigins: [app],
      routes: [
        { path: '/a', methods: ['GET'] },
        { path: '/b', methods: ['GET'] },
        { path: '/c', methods: ['GET'], trustedOrigins: [app, admin] },
      ],
      unknownPath: false,
    },
    '{ reporter: [[ours]] }',
    standardSpec,
  );
  const run = await consumer.run({}, args);
  try {
    return { ...(await run.ended), log };
  } finally {
    await run.remove();
    await consumer.remove();
    await closeServer(server);
  }
}

const getsFrom = (origin: string, log: readonly string[]): string[] =>
  log.filter((line) => line.startsWith('GET ') && line.endsWith(` from ${origin}`)).sort();

test('a page that is at an origin asks for every route of the run, and each test reports its own', async () => {
  const { log, output, exitCode } = await correct();
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

test('a route that fails costs the others neither their verdicts nor a second request, and is asked for by itself when it is tried again', async () => {
  const once = await correct();
  const { log, output, exitCode } = await runOn(['/a', '/b'], ['--retries=1']);
  expect(output).toContain('1 passed, 2 failed, 0 skipped');
  expect(exitCode).toBe(1);
  const asked = (path: string): string[] => [
    ...getsFrom(stranger, once.log).filter((line) => line.startsWith(`GET ${path} `)),
    // What a stranger reads without credentials is asked for with them, too.
    `GET ${path} from ${stranger}`,
  ];
  const failing = [...asked('/a'), ...asked('/b')];
  const keeping = getsFrom(stranger, once.log).filter((line) => line.startsWith('GET /c '));
  expect(getsFrom(stranger, log)).toEqual([...failing, ...failing, ...keeping].sort());
});

test(
  'no route is asked for that the run leaves out, and each round of a run that repeats its tests makes its own requests',
  inWholeSuite,
  async () => {
    const once = await correct();
    const { log, output, exitCode } = await runOn(
      [],
      ['-g', '/[ab] keeps', '--repeat-each=2', '--workers=1'],
    );
    expect(output).toContain('4 passed, 0 failed, 0 skipped');
    expect(exitCode).toBe(0);
    expect([...new Set(log.map((line) => line.split(' ')[1]))].sort()).toEqual(['/a', '/b']);
    const round = getsFrom(stranger, once.log).filter((line) => !line.startsWith('GET /c '));
    expect(getsFrom(stranger, log)).toEqual([...round, ...round].sort());
  },
);
