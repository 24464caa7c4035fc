import { expect, test } from '@playwright/test';
import { createServer } from 'node:http';
import { startExpressCors } from '../../../servers/real/express-cors.ts';
import { correctSettings } from '../../../servers/real/settings.ts';
import { closeServer, listenOnLoopback } from '../../../servers/loopback.ts';
import { reservePort } from '../../../servers/reserve-port.ts';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { innerRun } from '../../support/inner-run.ts';

// Addresses, as they have fewer look-alikes than names: what is shown is the same.
const app = 'http://127.0.0.1:3000';
const admin = 'http://127.0.0.1:4000';
const settings = {
  ...correctSettings,
  origin: [app, admin],
  methods: ['GET'],
  requestHeaders: [],
  exposedHeaders: [],
};

test('a target and its origins in the environment are all that is needed', async () => {
  const server = await startExpressCors(settings);
  const run = await innerRun({
    CORS_TARGET_URL: `${server.origin}/items`,
    CORS_ORIGIN: `${app}, ${admin}`,
    CORS_CREDENTIALS: 'include',
  });
  try {
    const { exitCode, output } = await run.ended;
    expect(output).toContain('Running 2 tests');
    expect(output).toContain('readable by     http://127.0.0.1:3000, http://127.0.0.1:4000');
    expect(output).toContain('Gate passed, exit code 0.');
    expect(exitCode).toBe(0);
    expect(await run.readReport()).toMatchObject({
      target: server.origin,
      gate: { passed: true },
      totals: { violates: 0 },
    });
    expect(await run.processes()).toEqual([]);
  } finally {
    await run.remove();
    await server.close();
  }
});

test('a violation ends the run with exit code 1 and the exact console text, and no unsafe request is sent again by a retry', async () => {
  const sent: string[] = [];
  const server = createServer(({ method = '', headers: { origin } }, response) => {
    if (method === 'PUT') sent.push(`${method} from ${origin ?? 'nobody'}`);
    if (origin === app) {
      response.setHeader('Access-Control-Allow-Origin', app);
      response.setHeader('Access-Control-Allow-Methods', 'PUT');
      if (method !== 'GET') response.setHeader('Access-Control-Allow-Credentials', 'true');
    }
    response.setHeader('Vary', 'Origin');
    response.end();
  });
  const run = await innerRun(
    {
      CORS_TARGET_URL: `http://127.0.0.1:${await listenOnLoopback(server)}/items`,
      CORS_ORIGIN: app,
      CORS_METHODS: 'GET,PUT',
      CORS_CREDENTIALS: 'include',
      CORS_SEND: '1',
      CORS_UNKNOWN_PATH: '0',
    },
    ['--retries=1'],
  );
  try {
    const { exitCode, output } = await run.ended;
    expect(output).toContain('credentials-not-allowed');
    expect(output.replace(/\s+/g, ' ')).toContain(
      "The value of the 'Access-Control-Allow-Credentials' header in the response is '' which must be 'true' when the request's credentials mode is 'include'.",
    );
    expect(output).toContain('Access-Control-Allow-Credentials: true');
    expect(exitCode).toBe(1);
    expect(sent).toEqual([`PUT from ${app}`]);
  } finally {
    await run.remove();
    await closeServer(server);
  }
});

test('a wrong environment is refused with every problem before anything is sent', async () => {
  const server = await startExpressCors(settings);
  const run = await innerRun({
    CORS_TARGET_URL: `${server.origin}/items`,
    CORS_ORIGIN: 'https://app.example.com/, *',
    CORS_METHODS: 'GET,put',
    CORS_CREDENTIALS: 'yes',
  });
  try {
    const { exitCode, output } = await run.ended;
    // Nothing more is said, and there is no report, not even an earlier one.
    expect(output).toBe(`
PolicyError: The policy has 3 problems:
- CORS_CREDENTIALS "yes" is not one of the choices: write "omit" or "include".
- CORS_ORIGIN[0] "https://app.example.com/" is not a serialized origin: remove the trailing slash; write "https://app.example.com".
- CORS_ORIGIN[1] "*" is not an origin: remove it; to let any origin read a route without credentials, give the route public: true in cors.policy.ts.

0 passed, 0 failed, 0 skipped
`);
    expect(exitCode).toBe(2);
    expect(server.log).toEqual([]);
    await expect(run.readReport()).rejects.toThrow('ENOENT');
  } finally {
    await run.remove();
    await server.close();
  }
});

test('a browser that is not there is said so in one sentence', async () => {
  const run = await innerRun({ CORS_CHROMIUM: '/no/such/browser' }, ['--project=target']);
  try {
    const { exitCode, output } = await run.ended;
    expect(output).toContain(
      'CORS_CHROMIUM is "/no/such/browser", which cannot be executed: give the path of a browser.',
    );
    expect(exitCode).toBe(4);
  } finally {
    await run.remove();
  }
});

test('an engine that there is none of is said so in one sentence', async () => {
  const run = await innerRun({ CORS_ENGINES: 'chrome' }, ['--project=target']);
  try {
    const { exitCode, output } = await run.ended;
    expect(output).toBe(`
BrowserError: CORS_ENGINES names "chrome", which is none of chromium, firefox, webkit. Write all for every engine.

0 passed, 0 failed, 0 skipped
`);
    expect(exitCode).toBe(2);
    await expect(run.readReport()).rejects.toThrow('ENOENT');
  } finally {
    await run.remove();
  }
});

test('a target that nothing listens at is said to be that, and is no violation', async () => {
  const target = `http://127.0.0.1:${await reservePort()}/items`;
  const run = await innerRun({ CORS_TARGET_URL: target, CORS_ORIGIN: app, CORS_UNKNOWN_PATH: '0' });
  try {
    const { exitCode, output } = await run.ended;
    const lines = output.replace(/\s+/g, ' ');
    const dead = `Nothing listens at ${target}: the connection was refused.`;
    expect(lines).toContain(
      `WHO READS WHAT /items GET readable by not known, as nothing could be judged. ${dead} INCONCLUSIVE`,
    );
    expect(lines).toContain(`reason ${dead}`);
    expect(lines).toMatch(/ Gate failed, exit code 3: \d+ checks ran without reaching a verdict\. $/);
    expect(exitCode).toBe(3);
    expect(await run.readReport()).toMatchObject({
      gate: { passed: false },
      totals: { violates: 0, conforms: 0 },
    });
  } finally {
    await run.remove();
  }
});

/** The reporter makes SIGINT of SIGTERM, so that after a change the second shows both. */
const signals = engineChoice.suite === 'all' ? (['SIGINT', 'SIGTERM'] as const) : (['SIGTERM'] as const);

for (const signal of signals) {
  test(`a run that is ended by ${signal} says what it judged, fails, and leaves nothing running`, async () => {
    test.skip(
      process.platform !== 'linux',
      'What is running is read from /proc: https://man7.org/linux/man-pages/man5/proc.5.html',
    );
    let asked: () => void;
    const firstRequest = new Promise<void>((resolve) => (asked = resolve));
    const server = createServer(() => asked());
    const port = await listenOnLoopback(server);
    const run = await innerRun({
      CORS_TARGET_URL: `http://127.0.0.1:${port}/`,
      CORS_ORIGIN: app,
    });
    try {
      await firstRequest;
      expect((await run.processes()).length).toBeGreaterThan(2);
      run.child.kill(signal);
      const { exitCode, output } = await run.ended;
      expect(output).toContain('The run was interrupted.');
      expect(output).toContain(`CORS conformance of http://127.0.0.1:${port}`);
      expect(output.trimEnd().split('\n').at(-1)).toMatch(
        /^Gate failed, exit code 130: \d+ of \d+ planned checks did not run\.$/,
      );
      expect(exitCode).toBe(130);
      expect(await run.readReport()).toMatchObject({ gate: { passed: false } });
      await expect.poll(() => run.processes()).toEqual([]);
    } finally {
      await run.remove();
      await closeServer(server);
    }
  });
}
