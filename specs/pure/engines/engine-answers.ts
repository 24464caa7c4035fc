import { claimDepartures } from '../../../fixtures/claim-departures.ts';
import { claims } from '../../../fixtures/claims.ts';
import { departures } from '../../../fixtures/departures.ts';
import { engines } from '../../../fixtures/engines.ts';
import type { CaseOutcome, MisconfigurationCase } from '../../../src/catalogue/case.ts';
import { announces } from '../../../src/catalogue/announcement.ts';
import type { DisagreementAspect } from '../../../src/catalogue/disagreement.ts';
import { isSame } from '../../../src/catalogue/evidence.ts';
import { experimentIn } from '../../../src/catalogue/claim-departure.ts';
import { promisedOf } from '../../../src/catalogue/promised.ts';
import type { Engine } from '../../../src/engines/engine.ts';

/** What an engine makes of a case, as far as engines can differ in it. */
interface EngineAnswer {
  readonly outcome: unknown;
  readonly requests: readonly string[];
  /** Every cause that what it prints can stand for. */
  readonly causes: readonly string[];
}

/** Reports whether the engines differ in `aspect` of a case, by what is expected of each. */
export function differInCase(aspect: DisagreementAspect, definition: MisconfigurationCase): boolean {
  return areTwo(
    Object.values(engines).map((engine) => answerOf(definition, engine)),
    (one, other) => {
      const shared = one.causes.filter((cause) => other.causes.includes(cause));
      switch (aspect) {
        case 'outcome':
          return !isSame(one.outcome, other.outcome);
        case 'requests':
          return !isSame(one.requests, other.requests);
        case 'cause':
          return shared.length === 0;
        case 'precision':
          return shared.length > 0 && shared.length < Math.max(one.causes.length, other.causes.length);
        default:
          return aspect satisfies never;
      }
    },
  );
}

/**
 * Reports whether the engines differ in each of the experiments, or in how long a clock shows that they keep a
 * CORS-preflight response. `null` if one of the names belongs to no experiment.
 */
export function differInClaims(names: readonly string[]): boolean | null {
  const kept = names.map(keptSecondsOf);
  if (!kept.includes(null)) return new Set(kept).size > 1;
  const experiments = names.map(answersInExperiment);
  if (experiments.includes(null)) return null;
  return experiments.every((answers) => areTwo(answers ?? [], (one, other) => !isSame(one, other)));
}

function answerOf(definition: MisconfigurationCase, engine: Engine): EngineAnswer {
  const {
    definition: own,
    sight,
    corrected,
  } = promisedOf(definition, engine, departures.get(engine.id)?.[definition.id]);
  const { diagnosis } = own.expected;
  return {
    outcome: [withoutWords(sight.outcome), withoutWords(corrected.outcome)],
    requests: sight.log,
    causes: causesOf(sight.console, engine) ?? [diagnosis ?? 'none'],
  };
}

/** Returns `outcome` without the words of an exception, which are each engine's own. */
const withoutWords = (outcome: CaseOutcome): unknown =>
  outcome.kind === 'response'
    ? { status: outcome.status, isBroken: outcome.bodyError !== undefined }
    : outcome.kind;

/** Returns the causes that the first of the texts stands for; `null` if it stands for none. */
function causesOf([first = '']: readonly string[], { refusals, neighbours = {} }: Engine): string[] | null {
  const ofAnyFailure = Object.values(neighbours).flatMap(({ texts }) => texts);
  const named = Object.entries(refusals)
    .filter(([, { texts }]) => {
      const [text = ''] = texts;
      return text !== '' && !ofAnyFailure.includes(text) && announces({ text }, first);
    })
    .map(([id]) => id);
  return named.length === 0 ? null : named;
}

function answersInExperiment(name: string): readonly unknown[] | null {
  const [id, position] = name.split(' ');
  const shown = claims.find((claim) => claim.id === id)?.shown;
  const experiment = shown?.by === 'experiment' ? shown.experiments[Number(position) - 1] : undefined;
  if (experiment === undefined) return null;
  return Object.values(engines).map((engine) =>
    experimentIn(experiment, claimDepartures.get(engine.id)?.[name]).steps.map(({ expected }) => [
      expected.outcome,
      expected.seen,
    ]),
  );
}

function keptSecondsOf(id: string): number | null {
  const shown = claims.find((claim) => claim.id === id)?.shown;
  return shown?.by === 'clock' ? shown.keptSeconds : null;
}

const areTwo = <T>(answers: readonly T[], differ: (one: T, other: T) => boolean): boolean =>
  answers.some((one) => answers.some((other) => differ(one, other)));
