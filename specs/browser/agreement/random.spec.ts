import fc from 'fast-check';
import { expect, test as base } from '../../../fixtures/test.ts';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { ApiServer } from '../../../servers/api/api-server.ts';
import type { Testimony } from '../../../src/judge/witnesses.ts';
import type { EngineId } from '../../../src/model.ts';
import type { ProbePage } from '../../../src/probe/probe.ts';
import { found } from './found.ts';
import { disagreementOf, isSentAgain, testimonyOf } from './judge-agreement.ts';
import { minimise } from './minimise.ts';
import { playAll, type Played } from './play-random.ts';
import { printCase } from './print-case.ts';
import { randomCase, type RandomCase } from './random-case.ts';

const seed = numberFrom('CORS_RANDOM_SEED', 20_260_101);

/**
 * Returns how many cases are played. Chromium makes six requests at once; the others take most of an hour for as many.
 */
const usualCount = (engine: EngineId): number =>
  engineChoice.suite !== 'all' ? 100 : engine === 'chromium' ? 10_000 : 1_000;

function numberFrom(name: string, fallback: number): number {
  const text = process.env[name];
  if (text === undefined) return fallback;
  if (!/^-?\d+$/.test(text)) throw new Error(`${name} is "${text}", which is not a whole number.`);
  return Number(text);
}

type Play = (cases: readonly RandomCase[]) => Promise<Played[]>;

const test = base.extend<object, { readonly play: Play }>({
  play: [
    async ({ corsHarness: { harness, definition } }, use) => {
      const api = await ApiServer.start();
      const page: ProbePage = await harness.openPage(api.authorities, []);
      await use((cases) => playAll(cases, page, api, definition));
      await page.close();
      await api.close();
    },
    { scope: 'worker' },
  ],
});

/** No more than this many disagreements are made small, as one mistake shows many times. */
const mostPrinted = 12;

test(`the browser and the standard agree on random cases (CORS_RANDOM_SEED=${seed})`, async ({
  play,
  corsEngine,
}, testInfo) => {
  const count = numberFrom('CORS_RANDOM_CASES', usualCount(corsEngine));
  testInfo.setTimeout(60_000 + count * 200);
  console.log(`CORS_RANDOM_CASES=${count} CORS_RANDOM_SEED=${seed}`);
  const played = await play(fc.sample(randomCase(), { seed, numRuns: count }));
  const differing = played.filter(({ disagreement }) => disagreement !== null);
  const stillFails = async (cases: readonly RandomCase[]): Promise<boolean[]> =>
    (await play(cases)).map(({ disagreement }) => disagreement !== null);
  const printed: string[] = [];
  for (const each of oneOfEach(differing).slice(0, mostPrinted)) {
    const [smallest] = await play([await minimise(each.random, stillFails)]);
    // What differs once only is shown as it was: it is a race, and no less a mistake.
    printed.push(await printCase(smallest?.disagreement == null ? each : smallest));
  }
  console.log(outcomes(played));
  expect({ disagreements: differing.length, cases: printed.join('\n') }).toEqual({
    disagreements: 0,
    cases: '',
  });
});

test('random cases reach every kind of outcome', async ({ play }) => {
  const played = await play(fc.sample(randomCase(), { seed: 1, numRuns: 250 }));
  const codes = new Set(
    played.map(({ observation }) => observation.refusal?.code ?? observation.outcome.kind),
  );
  expect(codes.has('response')).toBe(true);
  expect(codes.size).toBeGreaterThan(12);
});

test('what random cases have found is agreed on now', async ({ play, corsHarness: { definition } }) => {
  const here = found.filter(({ engine = 'chromium' }) => engine === definition.id);
  const played = await play(here.map(({ random }) => random));
  const now = played.map(({ testimony, disagreement }, index) => ({
    what: here[index]?.what,
    testimony: [
      testimony.kind,
      'diagnosis' in testimony ? testimony.diagnosis : 'quirks' in testimony ? quirkOf(testimony) : null,
    ],
    disagreement,
  }));
  expect(now).toEqual(here.map(({ what, testimony }) => ({ what, testimony, disagreement: null })));
});

/**
 * Names the quirk that explains an answer. The others do not matter where one alone does not explain what the engine
 * did.
 */
const quirkOf = ({
  quirks: [quirk, ...others],
}: Extract<Testimony, { kind: 'shared' | 'granted' }>): string | null =>
  others.length > 0 ? 'several quirks' : (quirk ?? null);

test('a wrong observation is a disagreement', async ({ play, corsHarness: { definition } }) => {
  const played = await play(fc.sample(randomCase(), { seed: 3, numRuns: 100 }));
  const logOf = ({ exchanges }: Played['observation']): string[] =>
    exchanges.map(({ method, url }) => `${method} ${url.replace(/#.*/, '')}`);
  const known = played.filter(({ observation }) => !isSentAgain(observation));
  const unnoticed = known.flatMap(({ observation, testimony }) =>
    sabotaged(observation, testimony).filter(
      (wrong) =>
        disagreementOf(wrong, testimonyOf(wrong, definition), definition, logOf(observation)) === null,
    ),
  );
  expect(unnoticed.map(({ outcome, refusal }) => ({ outcome, refusal }))).toEqual([]);
});

/** Returns `observation` as it was not: another outcome, another reason, an exchange less. */
function sabotaged(
  observation: Played['observation'],
  testimony: Played['testimony'],
): Played['observation'][] {
  const { engine, outcome, refusal, exchanges } = observation;
  const last = exchanges.at(-1)?.response ?? null;
  return [
    ...(outcome.kind === 'response'
      ? [
          { ...observation, outcome: { ...outcome, status: outcome.status + 1 } },
          {
            ...observation,
            outcome: { ...outcome, headers: [...outcome.headers, ['x-three', '3'] as const] },
          },
          {
            ...observation,
            outcome: { kind: 'network-error' as const, message: '' },
            failure: 'net::ERR_FAILED',
          },
        ]
      : []),
    // Of a failure that is no refusal the other engines say the same whatever it comes from, as of two Location lines.
    ...(refusal !== null && (engine.id === 'chromium' || testimony.kind === 'refused')
      ? [
          { ...observation, refusal: { code: 'InvalidResponse', parameter: '' } },
          // The other engines name a code alone.
          ...(engine.id === 'chromium'
            ? [{ ...observation, refusal: { ...refusal, parameter: 'something else' } }]
            : []),
        ]
      : []),
    ...(exchanges.length > 0 && last !== null ? [{ ...observation, exchanges: exchanges.slice(0, -1) }] : []),
  ];
}

/** Returns one of each kind: one mistake shows many times, in sentences that differ in numbers and values alone. */
function oneOfEach(differing: readonly Played[]): Played[] {
  const kinds = new Map(
    differing.map((each) => [each.disagreement?.replace(/\d+|"[^"]*"|\([^)]*\)/g, ''), each]),
  );
  return [...kinds.values()];
}

/** Returns how often each outcome came up. */
function outcomes(played: readonly Played[]): string {
  const counts = new Map<string, number>();
  for (const { observation } of played) {
    const key = observation.refusal?.code ?? observation.failure ?? observation.outcome.kind;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([key, times]) => `${times} ${key}`)
    .join(', ');
}
