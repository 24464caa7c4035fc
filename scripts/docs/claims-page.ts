import { claimDepartures } from '../../fixtures/claim-departures.ts';
import { engines } from '../../fixtures/engines.ts';
import type { Claim, ClaimExperiment, ClaimVerdict } from '../../src/catalogue/claim.ts';
import type { ClaimDeparture } from '../../src/catalogue/claim-departure.ts';
import type { Fix } from '../../src/fix/fix.ts';
import { folderOf } from './fix-section.ts';
import { escaped } from './markdown.ts';

const verdicts = {
  false: { heading: 'False', means: 'It does not hold.' },
  outdated: { heading: 'Outdated', means: 'It held once.' },
  overstated: {
    heading: 'Overstated',
    means: 'It holds, but not always, or not for the reason that is given.',
  },
  true: { heading: 'True', means: 'It holds as it stands.' },
} as const satisfies Record<ClaimVerdict, { readonly heading: string; readonly means: string }>;

/** Returns the text of `docs/claims.md`. */
export function claimsPage(claims: readonly Claim[], fixes: readonly Fix[]): string {
  const section = (verdict: string | null, heading: string, means: string): string[] => [
    `## ${heading}`,
    '',
    means,
    '',
    ...claims.filter((claim) => claim.verdict === verdict).flatMap((claim) => claimSection(claim, fixes)),
  ];
  return [
    '# What is said about CORS',
    '',
    'Each sentence that a browser can answer is put to the test in every engine, by `specs/claims.spec.ts`, and by `specs/preflight-cache-caps.spec.ts` where hours have to pass. A verdict is about Chromium; where another engine shows otherwise, that is said beside the experiment. "The guide" is a guide to troubleshooting CORS; "folklore" is what is said wherever CORS is talked about.',
    '',
    ...Object.entries(verdicts).flatMap(([verdict, { heading, means }]) => section(verdict, heading, means)),
    ...section(null, 'Nobody can say', 'No experiment can show it.'),
  ].join('\n');
}

function claimSection(claim: Claim, fixes: readonly Fix[]): string[] {
  const { id, source, truth, shown } = claim;
  const place = source === 'guide' ? 'the guide' : 'folklore';
  return [
    `### ${escaped(claim.claim)}`,
    '',
    escaped(truth),
    '',
    '<details>',
    `<summary>${summary(shown)}</summary>`,
    '',
    ...proof(shown, id, fixes),
    '',
    `Found in ${place}. Its file: [\`${id}\`](../fixtures/claims/${id}.ts).`,
    '',
    '</details>',
    '',
  ];
}

function summary(shown: Claim['shown']): string {
  switch (shown.by) {
    case 'experiment':
      return shown.experiments.length === 1 ? 'One experiment' : `${shown.experiments.length} experiments`;
    case 'clock':
      return 'One experiment, with a clock put ahead';
    case 'reason':
      return 'No experiment of its own';
    default:
      return shown satisfies never;
  }
}

function proof(shown: Claim['shown'], id: string, fixes: readonly Fix[]): string[] {
  switch (shown.by) {
    case 'experiment':
      return [...experimentList(shown.experiments), ...departureList(id, shown.experiments.length)];
    case 'clock': {
      const { engine, keptSeconds } = shown;
      return [
        `${engines[engine]?.name ?? engine} makes no CORS-preflight request until ${keptSeconds} s after the last one, although that granted it for longer; then it makes one.`,
      ];
    }
    case 'reason': {
      const see = (shown.see ?? []).map((other) => elsewhere(other, fixes));
      return [escaped(shown.reason) + (see.length === 0 ? '' : ` See ${see.join(' and ')}.`)];
    }
    default:
      return shown satisfies never;
  }
}

const experimentList = (experiments: readonly ClaimExperiment[]): string[] =>
  experiments.map(({ shows }, index) => (experiments.length === 1 ? '' : `${index + 1}. `) + escaped(shows));

/** Returns what other engines show, a line for each reason with the numbers of the experiments that it is about. */
function departureList(id: string, count: number): string[] {
  const lines = Object.values(engines).flatMap((engine) => {
    const about = new Map<ClaimDeparture['reason'], { departure: ClaimDeparture; numbers: number[] }>();
    for (let number = 1; number <= count; number += 1) {
      const departure = claimDepartures.get(engine.id)?.[`${id} ${number}`];
      if (departure === undefined) continue;
      const numbers = about.get(departure.reason)?.numbers ?? [];
      about.set(departure.reason, { departure, numbers: [...numbers, number] });
    }
    return [...about.values()].map(({ departure: { reason, inapplicable, link }, numbers }) => {
      const which = numbers.length === count ? '' : ` (${numbers.join(', ')})`;
      const what = inapplicable === true ? 'Nothing of it is shown in' : 'Otherwise in';
      const why = link === undefined ? escaped(reason) : `[${escaped(reason)}](${link})`;
      return `- ${what} ${engine.name}${which}: ${why}`;
    });
  });
  return lines.length === 0 ? [] : ['', ...lines];
}

/** Returns a link to the fix `id`, or to the case where no fix has it. */
function elsewhere(id: string, fixes: readonly Fix[]): string {
  const fix = fixes.find((one) => one.id === id);
  return `[\`${id}\`](${fix === undefined ? `../fixtures/cases/${id}.ts` : folderOf(fix, '..')})`;
}
