import { unknownRoute, type PlannedFix } from '../../src/plan/report-contract.ts';
import { byCodeUnit } from '../../src/words/by-code-unit.ts';
import { listed } from '../../src/words/listed.ts';
import { say } from '../../src/words/say.ts';

type Values = PlannedFix['values'];

/** What a route of the policy promises; `values` is `null` for a public route. */
export interface Promised {
  readonly route: string;
  readonly values: Values | null;
}

/** What one file says for several routes. */
export interface Merged {
  readonly values: Values;
  /** Sentences on what it says beyond the promise of one of them, and on routes that it is not for. */
  readonly notes: readonly string[];
}

/** Names the pages that may read: routes that trust others need a file of their own, as a common one would let these read. */
export const readersKey = ({ origins, patterns = [] }: Pick<Values, 'origins' | 'patterns'>): string =>
  JSON.stringify([origins.toSorted(byCodeUnit), patterns.map(({ pattern }) => pattern).sort(byCodeUnit)]);

/**
 * Returns what one file says for all routes of `promised` that trust the pages of `values`, those that are in order
 * included: it would take from these what it does not list. Pure.
 */
export function mergedValues(values: Values, promised: readonly Promised[]): Merged {
  const alike = promised.flatMap(({ route, values: own }) =>
    own !== null && readersKey(own) === readersKey(values) ? [{ route, values: own }] : [],
  );
  const all = <Item>(itemsOf: (own: Values) => readonly Item[]): readonly Item[] => [
    ...new Set(alike.flatMap((one) => itemsOf(one.values))),
  ];
  const ages = all(({ maxAgeSeconds }) => (maxAgeSeconds === null ? [] : [maxAgeSeconds]));
  const merged: Values = {
    origins: values.origins,
    ...(values.patterns === undefined ? {} : { patterns: values.patterns }),
    methods: all(({ methods }) => methods),
    requestHeaders: all(({ requestHeaders }) => requestHeaders),
    exposedHeaders: all(({ exposedHeaders }) => exposedHeaders),
    maxAgeSeconds: ages.length === 0 ? null : Math.min(...ages),
    credentials: alike.some((one) => one.values.credentials),
  };
  const names = (routes: readonly { readonly route: string }[]): string =>
    listed([...new Set(routes.map(({ route }) => route))]);
  const narrower = alike.filter(({ route, values: own }) => route !== unknownRoute && isLess(own, merged));
  const others = promised.filter(({ values: own }) => own !== null && readersKey(own) !== readersKey(values));
  const open = promised.filter(({ values: own }) => own === null);
  return {
    values: merged,
    notes: [
      ...(values.patterns ?? []).map(patternNote),
      ...(narrower.length === 0
        ? []
        : [
            say(
              new Set(narrower.map(({ route }) => route)).size === 1
                ? 'It lists what all routes that trust the same pages declare together, which is more than {routes} declares alone: to grant no more than is declared, give such a path a copy with its own lists.'
                : 'It lists what all routes that trust the same pages declare together, which is more than {routes} declare alone: to grant no more than is declared, give such a path a copy with its own lists.',
              { routes: names(narrower) },
            ),
          ]),
      ...(ages.length < 2
        ? []
        : [
            say(
              'The routes declare different times for the CORS-preflight cache ({ages} s): it has the shortest.',
              { ages: ages.join(' s, ') },
            ),
          ]),
      ...(others.length === 0
        ? []
        : [
            say(
              'It is not for {routes}, which other pages may read: apply it to the paths of its own routes alone.',
              { routes: names(others) },
            ),
          ]),
      ...(open.length === 0
        ? []
        : [
            say('It is not for {routes}, which every page may read: leave that out of it.', {
              routes: names(open),
            }),
          ]),
    ],
  };
}

/** Returns what a file says of a pattern: its samples alone, and what compares all origins that it covers. */
const patternNote = ({ pattern, expression }: NonNullable<Values['patterns']>[number]): string =>
  `It lists no more than the samples of the pattern ${pattern}, and refuses the other origins that this covers: where the software takes a regular expression for an origin, add this one, whole and with both of its ends: ${expression}`;

const isLess = (own: Values, merged: Values): boolean =>
  own.credentials !== merged.credentials ||
  own.methods.length < merged.methods.length ||
  own.requestHeaders.length < merged.requestHeaders.length ||
  own.exposedHeaders.length < merged.exposedHeaders.length;
