import type { Report } from '../../src/model.ts';
import { counted } from '../../src/words/counted.ts';
import type { Acceptance } from './accepted.ts';
import { findingsOf, type Finding } from './findings.ts';
import { standingOf } from './reading.ts';
import { inconclusive } from './unjudged.ts';

/** One thing that a reader has to know first, as a sentence, and where in the report it is told whole. */
export interface Outcome {
  readonly text: string;
  readonly anchor: string;
}

/** What can be wrong with a route, the worst first: what one route does, and what several do. */
const words = {
  read: ['is readable by pages that must not read it', 'are readable by pages that must not read them'],
  granted: ['grants more than the policy declares', 'grant more than the policy declares'],
  broken: ['is broken for pages that the policy trusts', 'are broken for pages that the policy trusts'],
  hidden: [
    'hides response headers that the policy declares',
    'hide response headers that the policy declares',
  ],
  hazard: [
    'works, but breaks behind a cache, for a second origin or in another engine',
    'work, but break behind a cache, for a second origin or in another engine',
  ],
  inconclusive: ['is not judged to the end', 'are not judged to the end'],
} as const satisfies Record<string, readonly [one: string, several: string]>;

type Wrong = keyof typeof words;

/** Returns what is wrong in a few sentences, the worst first; none where nothing is. */
export function outcomesOf(report: Report): readonly Outcome[] {
  const { violations, hazards, accepted } = findingsOf(report);
  const told = [
    ...violations.map((finding) => ({ ...finding, wrong: wrongOf(finding) })),
    ...hazards.map((finding) => ({ ...finding, wrong: 'hazard' as const })),
    ...inconclusive(report).map(({ route }) => ({
      route,
      anchor: 'inconclusive',
      wrong: 'inconclusive' as const,
    })),
  ];
  const wrongs = worstFirst.flatMap((wrong) => {
    const own = told.filter((one) => one.wrong === wrong);
    const [first] = own;
    return first === undefined
      ? []
      : [{ text: sentence(wrong, new Set(own.map(({ route }) => route))), anchor: first.anchor }];
  });
  return [...wrongs, ...acceptedOutcomes(report, accepted)];
}

/** Yields what is known, and what is no longer as it was known. */
function* acceptedOutcomes(report: Report, findings: readonly Finding[]): Generator<Outcome> {
  const days = [
    ...new Set(findings.flatMap(({ acceptances }) => acceptances.map(({ until }) => until))),
  ].toSorted();
  const [soonest] = days;
  if (soonest !== undefined) {
    const verb = findings.length === 1 ? 'is' : 'are';
    const text = `${counted(findings.length, 'finding')} ${verb} accepted, until ${soonest}${days.length === 1 ? '' : ' or longer'}.`;
    yield { text, anchor: 'accepted' };
  }
  for (const [ended, words] of [
    [
      ({ isOver, gone, fingerprints }: Acceptance) => isOver && gone.length < fingerprints.length,
      'past the last day',
    ],
    [({ gone }: Acceptance) => gone.length > 0, 'no longer there'],
  ] as const) {
    const count = report.accepted.filter(ended).length;
    if (count === 0) continue;
    const text = count === 1 ? `1 accepted finding is ${words}.` : `${count} accepted findings are ${words}.`;
    yield { text, anchor: 'matrix' };
  }
}

const worstFirst = [
  'read',
  'granted',
  'broken',
  'hidden',
  'inconclusive',
  'hazard',
] as const satisfies Wrong[];

function wrongOf({ example }: Finding): Wrong {
  const standing = standingOf(example);
  if (standing === 'header hidden') return 'hidden';
  if (standing !== 'too open') return 'broken';
  // What was held was granted, and nobody saw it read.
  return example.check === 'unreadable' && !example.held ? 'read' : 'granted';
}

function sentence(wrong: Wrong, routes: ReadonlySet<string>): string {
  const [one, several] = words[wrong];
  const [route] = routes;
  return routes.size === 1 ? `${route ?? ''} ${one}.` : `${counted(routes.size, 'route')} ${several}.`;
}
