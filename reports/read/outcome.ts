import type { Report } from '../../src/model.ts';
import { say, type Phrase } from '../../src/words/say.ts';
import { counted } from '../words/wording.ts';
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

/** Returns what is wrong in a few sentences, the worst first; none where nothing is. */
export function outcomesOf(report: Report): readonly Outcome[] {
  const { violations, hazards, accepted, off } = findingsOf(report);
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
  const turnedOff =
    off.length === 0
      ? []
      : [
          {
            text: say('The policy has turned off {findings}.', { findings: counted(off.length, 'finding') }),
            anchor: 'off',
          },
        ];
  return [...wrongs, ...acceptedOutcomes(report, accepted), ...turnedOff];
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
    yield { text, anchor: 'accepted' };
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
    yield { text: say(count === 1 ? one : several, { count }), anchor: 'matrix' };
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
  return routes.size === 1
    ? say(one, { routes: route ?? '' })
    : say(several, { routes: counted(routes.size, 'route') });
}
