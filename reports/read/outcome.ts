import type { Report } from '../../src/model.ts';
import { say, type Phrase } from '../../src/words/say.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { counted, listed, ownerName } from '../words/wording.ts';
import type { Acceptance } from './accepted.ts';
import { findingsOf, type Finding, type Findings } from './findings.ts';
import { standingOf } from './reading.ts';
import { inconclusive } from './unjudged.ts';

/** One thing that a reader has to know first, as a sentence, and where in the report it is told whole. */
export interface Outcome {
  readonly text: string;
  readonly anchor: string;
  /** The numbers of the findings that it is about, as a terminal counts them; empty where it is about none. */
  readonly numbers: readonly number[];
}

/** What can be wrong with a route, the worst first: what one route does, and what several do. */
const words = {
  read: [
    '{routes} is readable by pages that must not read it.',
    '{routes} are readable by pages that must not read them.',
  ],
  granted: [
    '{routes} grants more than the policy declares.',
    '{routes} grant more than the policy declares.',
  ],
  broken: [
    '{routes} is broken for pages that the policy trusts.',
    '{routes} are broken for pages that the policy trusts.',
  ],
  hidden: [
    '{routes} hides response headers that the policy declares.',
    '{routes} hide response headers that the policy declares.',
  ],
  hazard: [
    '{routes} works, but breaks behind a cache, for a second origin or in another engine.',
    '{routes} work, but break behind a cache, for a second origin or in another engine.',
  ],
  inconclusive: ['{routes} is not judged to the end.', '{routes} are not judged to the end.'],
} as const satisfies Record<string, readonly [one: Phrase, several: Phrase]>;

type Wrong = keyof typeof words;

/** Returns what is wrong in a few sentences, the worst first, and who has to act; none where nothing is. */
export function outcomesOf(report: Report, found: Findings = findingsOf(report)): readonly Outcome[] {
  const { violations, hazards, accepted, off } = found;
  const open = [...violations, ...hazards];
  const told: readonly Told[] = [
    ...open.map((finding, index) => ({
      route: finding.route,
      anchor: finding.anchor,
      number: index + 1,
      wrong: index < violations.length ? wrongOf(finding) : 'hazard',
    })),
    ...inconclusive(report).map(({ route }) => ({
      route,
      anchor: 'inconclusive',
      number: null,
      wrong: 'inconclusive' as const,
    })),
  ];
  const wrongs = worstFirst.flatMap((wrong) => {
    const own = told.filter((one) => one.wrong === wrong);
    const [first] = own;
    return first === undefined
      ? []
      : [
          {
            text: sentence(wrong, [...new Set(own.map(({ route }) => route))]),
            anchor: first.anchor,
            numbers: own.flatMap(({ number }) => number ?? []),
          },
        ];
  });
  const turnedOff =
    off.length === 0
      ? []
      : [
          {
            text: say('The policy has turned off {findings}.', { findings: counted(off.length, 'finding') }),
            anchor: 'off',
            numbers: [],
          },
        ];
  return [...wrongs, ...actors(open), ...acceptedOutcomes(report, accepted), ...turnedOff];
}

/** What is told of a route: in which way it is wrong, and where that is told whole. */
interface Told {
  readonly route: string;
  readonly anchor: string;
  readonly number: number | null;
  readonly wrong: Wrong;
}

/** Returns who has to act: of several each with how many findings are theirs. */
function actors(findings: readonly Finding[]): readonly Outcome[] {
  const owned = findings.flatMap((finding) => {
    const who = ownerName(finding.example);
    return who === null ? [] : [{ who, anchor: finding.anchor }];
  });
  const groups = groupBy(owned, ({ who }) => who);
  const [first] = groups;
  if (first === undefined) return [];
  const owners =
    groups.length === 1
      ? first[0].who
      : listed(
          groups.map((own) =>
            say('{owner} ({findings})', { owner: own[0].who, findings: counted(own.length, 'finding') }),
          ),
        );
  return [{ text: say('Who has to act: {owners}.', { owners }), anchor: first[0].anchor, numbers: [] }];
}

/** Yields what is known, and what is no longer as it was known. */
function* acceptedOutcomes(report: Report, findings: readonly Finding[]): Generator<Outcome> {
  const days = [
    ...new Set(findings.flatMap(({ acceptances }) => acceptances.map(({ until }) => until))),
  ].toSorted();
  const [soonest] = days;
  if (soonest !== undefined) {
    const [one, several] =
      days.length === 1
        ? (['{findings} is accepted, until {day}.', '{findings} are accepted, until {day}.'] as const)
        : ([
            '{findings} is accepted, until {day} or longer.',
            '{findings} are accepted, until {day} or longer.',
          ] as const);
    const text = say(findings.length === 1 ? one : several, {
      findings: counted(findings.length, 'finding'),
      day: soonest,
    });
    yield { text, anchor: 'accepted', numbers: [] };
  }
  for (const [ended, one, several] of [
    [
      ({ isOver, gone, fingerprints }: Acceptance) => isOver && gone.length < fingerprints.length,
      '{count} accepted finding is past the last day.',
      '{count} accepted findings are past the last day.',
    ],
    [
      ({ gone }: Acceptance) => gone.length > 0,
      '{count} accepted finding is no longer there.',
      '{count} accepted findings are no longer there.',
    ],
  ] as const) {
    const count = report.accepted.filter(ended).length;
    if (count === 0) continue;
    yield { text: say(count === 1 ? one : several, { count }), anchor: 'matrix', numbers: [] };
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

/** So many routes are named; of more the first two, and how many others there are. */
const mostNamed = 3;

function sentence(wrong: Wrong, routes: readonly string[]): string {
  const [one, several] = words[wrong];
  const [route = ''] = routes;
  if (routes.length === 1) return say(one, { routes: route });
  const few = routes.length <= mostNamed ? routes : routes.slice(0, mostNamed - 1);
  const left = routes.length - few.length;
  return say(several, { routes: listed([...few, ...(left > 0 ? [counted(left, 'more route')] : [])]) });
}
