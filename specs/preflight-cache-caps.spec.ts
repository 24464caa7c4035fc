import { claims } from '../fixtures/claims.ts';
import { engines } from '../fixtures/engines.ts';
import { startEngine } from '../fixtures/stage/start-engine.ts';
import { expect, test } from '../fixtures/test.ts';
import { ApiServer } from '../servers/api/api-server.ts';
import { browserVariable, findBrowser } from '../src/browser/find-browser.ts';
import { defaultPageOrigin, type CaseAnswers } from '../src/catalogue/case.ts';
import { toProbeRequest } from '../src/catalogue/to-probe-request.ts';
import type { Engine } from '../src/engines/engine.ts';
import { refusesHttpOnLoopback } from '../src/engines/quirk-flags.ts';
import { MovedClock, whyUnmovable } from './support/clock/moved-clock.ts';

/** How far before and after the cap it is looked: what passes meanwhile of itself is less. */
const marginSeconds = 30;

const request = { method: 'PUT', credentialsMode: 'omit' } as const;

/** Grants a PUT for ten days. */
const answers: CaseAnswers = {
  preflight: {
    status: 204,
    headers: [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Allow-Methods', 'PUT'],
      ['Access-Control-Max-Age', '864000'],
    ],
  },
  actual: { status: 200, headers: [['Access-Control-Allow-Origin', '*']] },
};

/** How long each engine keeps it, by the claim about that engine. */
const keptSeconds = new Map(
  claims.flatMap(({ shown }) => (shown.by === 'clock' ? [[shown.engine, shown.keptSeconds] as const] : [])),
);

test('each engine has a claim on how long it keeps a CORS-preflight response', () => {
  expect([...keptSeconds.keys()].sort()).toEqual(Object.keys(engines).sort());
});

test('a CORS-preflight response is kept as long as the claim about the engine says, and no longer', async ({
  corsEngine,
}) => {
  const definition = engines[corsEngine];
  const kept = keptSeconds.get(corsEngine);
  if (definition === undefined || kept === undefined) throw new Error(`No claim is about ${corsEngine}.`);
  const { executablePath } = findBrowser(definition) ?? { executablePath: null };
  const reason = whyUnmovable(executablePath);
  test.skip(reason !== null, `${reason ?? ''}: https://man7.org/linux/man-pages/man8/ld.so.8.html`);
  const ahead = [kept - marginSeconds, kept + marginSeconds];
  const seen = await methodsSeen(definition, executablePath ?? '', ahead);
  expect(seen).toEqual([['OPTIONS', 'PUT'], ['PUT'], ['OPTIONS', 'PUT']]);
});

/**
 * Resolves to the methods of the requests that a PUT makes the server see: at first, and each time the clock is put so
 * far ahead.
 */
async function methodsSeen(engine: Engine, browserPath: string, aheadSeconds: readonly number[]) {
  const needsTls = refusesHttpOnLoopback(engine);
  const api = await ApiServer.start(needsTls ? 'https' : 'http');
  const clock = new MovedClock(browserPath);
  const variable = browserVariable(engine);
  const before = process.env[variable];
  process.env[variable] = clock.executablePath;
  const started = await startEngine(engine.id, [api.certificate]).finally(() => {
    if (before === undefined) Reflect.deleteProperty(process.env, variable);
    else process.env[variable] = before;
  });
  try {
    const page = await started.harness.openPage(api.authorities, []);
    await page.moveTo(defaultPageOrigin);
    const { addresses, log } = api.play(answers, defaultPageOrigin);
    const seen: string[][] = [];
    for (const seconds of [0, ...aheadSeconds]) {
      clock.setAhead(seconds);
      const logged = log.length;
      await page.probe([toProbeRequest(request, addresses)]);
      seen.push(log.slice(logged).map(({ method }) => method));
    }
    await page.close();
    return seen;
  } finally {
    await started.close();
    await api.close();
    clock.remove();
  }
}
