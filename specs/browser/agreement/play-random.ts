import type { ApiServer } from '../../../servers/api/api-server.ts';
import { pageOriginOf } from '../../../src/catalogue/log.ts';
import { toProbeRequest } from '../../../src/catalogue/to-probe-request.ts';
import type { Engine, EngineQuirks } from '../../../src/engines/engine.ts';
import { refusesHttpOnLoopback } from '../../../src/engines/quirk-flags.ts';
import type { Observation } from '../../../src/model.ts';
import type { ProbePage } from '../../../src/probe/probe.ts';
import type { Testimony } from '../../../src/judge/witnesses.ts';
import { disagreementOf, testimonyOf, toldOnce } from './judge-agreement.ts';
import type { RandomCase } from './random-case.ts';

/** What a random case came to. */
export interface Played {
  readonly random: RandomCase;
  readonly observation: Observation;
  readonly testimony: Testimony;
  /** `null`: the witnesses agree. */
  readonly disagreement: string | null;
}

/**
 * Returns the origin of a page from which the servers of random cases, which speak plain http on loopback, can be
 * asked: where that is mixed content, an http one.
 */
const reachable = (origin: string, engine: EngineQuirks): string =>
  refusesHttpOnLoopback(engine) ? origin.replace(/^https:/, 'http:') : origin;

/** Plays the cases, those of one page's origin at once, and resolves in the order of `cases`. */
export async function playAll(
  cases: readonly RandomCase[],
  page: ProbePage,
  api: ApiServer,
  engine: Engine,
): Promise<Played[]> {
  const played = new Map<RandomCase, Played>();
  const originOf = ({ request }: RandomCase): string => reachable(pageOriginOf(request), engine);
  for (const origin of new Set(cases.map(originOf))) {
    const group = cases.filter((random) => originOf(random) === origin);
    const isOpaque = origin === 'null';
    await page.moveTo(isOpaque ? reachable('https://opaque.test', engine) : origin, { opaque: isOpaque });
    const plays = group.map(({ request, misconfigured }) => {
      const play = api.play(misconfigured, origin);
      return { ...play, probe: toProbeRequest(request, play.addresses) };
    });
    const observations = await page.probe(plays.map(({ probe }) => probe));
    group.forEach((random, index) => {
      const observation = observations[index];
      const play = plays[index];
      if (observation === undefined || play === undefined) throw new Error('An observation is missing.');
      const logged = toldOnce(
        play.log.map(({ method, server, path, answer }) => ({
          line: `${method} ${play.addresses[server]}${path}`,
          status: answer?.status,
        })),
      );
      const testimony = testimonyOf(observation, engine);
      const disagreement = disagreementOf(observation, testimony, engine, logged);
      played.set(random, { random, observation, testimony, disagreement });
    });
  }
  return cases.flatMap((random) => played.get(random) ?? []);
}
