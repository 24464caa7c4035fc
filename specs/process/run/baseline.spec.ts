import { expect, test } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { acceptCommand } from '../../../src/cli/accept.ts';
import { runCommand } from '../../support/run-command.ts';
import { makeConsumer, standardSpec } from '../../support/consumer.ts';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

// An address, as it has fewer look-alikes than a name: what is shown is the same.
const app = 'http://127.0.0.1:3000';
const ours = "{ reporter: [[ours, { outputDir: 'reports/out' }]] }";

test(
  'a finding is accepted, no longer fails the run, and fails it again once it is gone',
  inWholeSuite,
  async () => {
    let isOpen = true;
    const server = createServer(({ headers: { origin } }, response) => {
      response.setHeader('Vary', 'Origin');
      if (isOpen || origin === app) response.setHeader('Access-Control-Allow-Origin', origin ?? '*');
      response.end();
    });
    const consumer = await makeConsumer(
      {
        target: `http://127.0.0.1:${await listenOnLoopback(server)}`,
        trustedOrigins: [app],
        routes: [{ path: '/a', methods: ['GET'] }],
        unknownPath: false,
      },
      ours,
      standardSpec,
    );
    const report = join(consumer.folder, 'report.json');
    /** Returns the exit code of a run, and what its last lines say of the gate. */
    const gate = async (): Promise<readonly [number | null, string]> => {
      const run = await consumer.run();
      try {
        const { exitCode, output } = await run.ended;
        await writeFile(report, JSON.stringify(await run.readReport()));
        return [exitCode, output.slice(output.lastIndexOf('Gate ')).trim().replace(/\s+/g, ' ')];
      } finally {
        await run.remove();
      }
    };
    const accept = async (...args: readonly string[]): Promise<number> =>
      (await runCommand(acceptCommand, [...args, '--report', report], { cwd: consumer.folder })).code;
    try {
      expect((await gate())[0]).toBe(1);
      expect(await accept('--reason', 'opened for a fair', '--until', '9999-12-31')).toBe(0);
      expect(await gate()).toEqual([0, 'Gate passed, exit code 0.']);
      isOpen = false;
      const [exitCode, said] = await gate();
      expect(exitCode).toBe(1);
      expect(said).toContain(
        'any-origin on /a is accepted and no longer there: npx cors-conformance accept --prune takes it out.',
      );
      expect(await accept('--prune')).toBe(0);
      expect(await gate()).toEqual([0, 'Gate passed, exit code 0.']);
    } finally {
      await consumer.remove();
      await closeServer(server);
    }
  },
);

/** Returns the routes that the annotations of a run are about. */
const annotatedIn = (output: string): readonly string[] => [
  ...new Set(
    [...output.matchAll(/::(?:error|warning) [^:]*?title=.*? on (\/\w+)/g)].map(([, route = '']) => route),
  ),
];

// What is new is compared by the pure specs; this takes four runs.
test('since an earlier report only what is new fails the run', inWholeSuite, async () => {
  // Six whole runs, one after the other.
  test.setTimeout(300_000);
  let open: readonly string[] = ['/a'];
  const server = createServer(({ headers: { origin }, url = '' }, response) => {
    response.setHeader('Vary', 'Origin');
    if (open.includes(url) || origin === app) {
      response.setHeader('Access-Control-Allow-Origin', origin ?? '*');
    }
    response.end();
  });
  const consumer = await makeConsumer(
    {
      target: `http://127.0.0.1:${await listenOnLoopback(server)}`,
      trustedOrigins: [app],
      routes: ['/a', '/b'].map((path) => ({ path, methods: ['GET'] })),
      unknownPath: false,
    },
    ours,
    standardSpec,
  );
  const earlier = join(consumer.folder, 'earlier.json');
  const since = { CORS_SINCE: 'earlier.json', GITHUB_ACTIONS: 'true' };
  const play = async (env: Record<string, string>): Promise<readonly [number | null, string]> => {
    const run = await consumer.run(env);
    try {
      const { exitCode, output } = await run.ended;
      if (env['CORS_SINCE'] === undefined) await writeFile(earlier, JSON.stringify(await run.readReport()));
      return [exitCode, output.replace(/\s+/g, ' ')];
    } finally {
      await run.remove();
    }
  };
  try {
    expect((await play({}))[0]).toBe(1);
    const [code, text] = await play(since);
    expect([code, /Findings, [^.]*\./.exec(text)?.[0], annotatedIn(text)]).toEqual([
      0,
      'Findings, each page by itself: 0 new, 0 gone, 0 changed and 24 as before.',
      [],
    ]);
    // The report of the run itself takes the place of the one since which it is judged.
    const own = { CORS_REPORT_DIR: join(consumer.folder, 'own') };
    await play({ ...own, CORS_SINCE: 'earlier.json' });
    const [again] = await play({ ...own, CORS_SINCE: 'own/report.json' });
    expect(again).toBe(0);
    open = ['/a', '/b'];
    const [worse, said] = await play(since);
    expect([worse, /NEW [A-Z]+ [a-z-]+ \(too open\) \/b/.test(said), annotatedIn(said)]).toEqual([
      1,
      true,
      ['/b'],
    ]);
    const [missing, why] = await play({ CORS_SINCE: 'none.json' });
    expect([
      missing,
      why.includes('CORS_SINCE "none.json" cannot be read (ENOENT): name a report.json that is there.'),
    ]).toEqual([2, true]);
  } finally {
    await consumer.remove();
    await closeServer(server);
  }
});

test('what the policy turns off does not fail the run, and is told with its reason', async () => {
  const server = createServer(({ headers: { origin } }, response) => {
    response.setHeader('Vary', 'Origin').setHeader('Access-Control-Allow-Origin', origin ?? '*');
    response.end();
  });
  const off = { off: 'a demonstration' };
  const consumer = await makeConsumer(
    {
      target: `http://127.0.0.1:${await listenOnLoopback(server)}`,
      trustedOrigins: [app],
      routes: [{ path: '/a', methods: ['GET'], levels: { 'any-origin': off, 'vary-origin-missing': off } }],
      unknownPath: false,
    },
    ours,
    standardSpec,
  );
  const run = await consumer.run();
  try {
    const { exitCode, output } = await run.ended;
    const text = output.replace(/\s+/g, ' ');
    expect(exitCode).toBe(0);
    expect(text).toContain('off a demonstration');
    expect(text.slice(text.lastIndexOf('Gate ')).trim()).toBe(
      'Gate passed, exit code 0: The policy turns vary-origin-missing off on /a, and nothing of it was found: take it out of levels.',
    );
  } finally {
    await run.remove();
    await consumer.remove();
    await closeServer(server);
  }
});
