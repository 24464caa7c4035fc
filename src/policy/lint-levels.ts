import { definitionOf, diagnosisIds, isDiagnosisId } from '../diagnoses/vocabulary.ts';
import { nearName } from './near-name.ts';
import type { PolicyProblem } from './problem.ts';
import type { Draft, LevelsDraft, QueryDraft } from './shape.ts';
import { placeOf, quote } from './shown-value.ts';
import { say } from '../words/say.ts';

/** Yields what is wrong with the levels of a policy and of its routes. */
export function* levelProblems({ levels, routes }: Draft): Iterable<PolicyProblem> {
  yield* ownProblems(['levels'], levels);
  const firsts = new Map<string, number>();
  for (const [index, route] of (routes ?? []).entries()) {
    if (route === undefined) continue;
    yield* ownProblems(['routes', index, 'levels'], route.levels);
    if (route.path === undefined) continue;
    const key = JSON.stringify([route.path, sameQuery(route.query)]);
    const first = firsts.get(key) ?? index;
    firsts.set(key, first);
    if (sorted(routes?.[first]?.levels) === sorted(route.levels)) continue;
    yield {
      place: `routes[${index}].levels`,
      value: '',
      problem: say(
        'differ from those of {route}, which has the same path: a report names a route by its path',
        { route: `routes[${first}]` },
      ),
      remedy: say('write the same in both'),
    };
  }
}

function sameQuery(query: QueryDraft): string {
  if (typeof query !== 'object') return new URLSearchParams(query ?? '').toString();
  const pairs = Object.entries(query).flatMap(([name, values]) =>
    [values].flat().map((value) => [name, String(value)]),
  );
  return new URLSearchParams(pairs).toString();
}

const sorted = (levels: LevelsDraft): string => JSON.stringify(Object.entries(levels ?? {}).toSorted());

function* ownProblems(path: readonly PropertyKey[], levels: LevelsDraft): Iterable<PolicyProblem> {
  for (const [id, level] of Object.entries(levels ?? {})) {
    const here = { place: placeOf([...path, id]), value: '' };
    if (!isDiagnosisId(id)) {
      const near = nearName(id, diagnosisIds);
      yield {
        ...here,
        problem: say('is not the id of a diagnosis'),
        remedy:
          near === null
            ? say('write one that a report names')
            : say('did you mean {name}?', { name: quote(near) }),
      };
    } else if (definitionOf(id).kind === 'neighbour') {
      yield {
        ...here,
        problem: say('keeps a check from reaching a verdict, which fails the gate whatever its level'),
        remedy: say('remove it'),
      };
    } else if (typeof level === 'object' && level.off?.trim() === '') {
      yield {
        ...here,
        problem: say('is off without a reason'),
        remedy: say('say why, such as { off: "the gateway sets Vary" }'),
      };
    }
  }
}
