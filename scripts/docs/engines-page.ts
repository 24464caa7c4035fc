import { announcements } from '../../fixtures/announcements.ts';
import { cases } from '../../fixtures/cases.ts';
import { departures } from '../../fixtures/departures.ts';
import { engines } from '../../fixtures/engines.ts';
import type { CaseOutcome, MisconfigurationCase } from '../../src/catalogue/case.ts';
import type { Announcement } from '../../src/catalogue/announcement.ts';
import type { Departure } from '../../src/catalogue/departure.ts';
import { isPrinted, promisedOf, type Promised } from '../../src/catalogue/promised.ts';
import type { Engine } from '../../src/engines/engine.ts';
import { disagreementSection } from './disagreement-section.ts';
import { table } from './markdown.ts';
import { standardVerdict } from './standard-verdict.ts';

const all = Object.values(engines);

/** Returns the text of `docs/engines.md`. */
export function enginesPage(): string {
  const departing = cases.filter(({ id }) => all.some((engine) => departureOf(engine, id) !== undefined));
  const differing = departing.filter((definition) => all.some((engine) => differs(engine, definition)));
  return [
    '# The engines',
    '',
    `All ${cases.length} cases are played in ${all.map(({ name }) => name).join(', ')} by \`specs/catalogue.spec.ts\`, each with its own exact texts.`,
    '',
    '## Where they differ',
    '',
    `${differing.length} cases in which the engines differ in the outcome, in the requests sent or in the cause named. The standard's verdict is that of the CORS protocol on the case's answers: caches, cookies, policies and the network have no part in it.`,
    '',
    ...table(
      ['case', 'standard', ...all.map(({ name }) => name), 'why'],
      differing.map((definition) => [
        link(definition),
        standardVerdict(definition),
        ...all.map((engine) => seen(definition, engine)),
        reasons(definition),
      ]),
    ),
    '',
    ...disagreementSection(),
    '## Where only the words differ',
    '',
    'Beyond the texts that each engine has for a diagnosis.',
    '',
    ...table(
      ['case', 'why'],
      departing
        .filter((definition) => !differing.includes(definition))
        .map((definition) => [link(definition), reasons(definition)]),
    ),
    '',
    '## What an engine cannot show',
    '',
    'The case is played all the same, and what is seen instead is asserted.',
    '',
    ...table(
      ['engine', 'cases', 'why'],
      all.flatMap((engine) => {
        const inapplicable = cases.filter(({ id }) => departureOf(engine, id)?.inapplicable === true);
        const reasonOf = ({ id }: MisconfigurationCase): string => departureOf(engine, id)?.reason ?? '';
        return [...new Set(inapplicable.map(reasonOf))].map((reason) => [
          engine.name,
          inapplicable
            .filter((definition) => reasonOf(definition) === reason)
            .map(link)
            .join(', '),
          reason,
        ]);
      }),
    ),
    '',
    '## Where they depart from the standard',
    '',
    ...table(
      ['engine', 'quirk', 'what it does'],
      all.flatMap(({ name, quirks }) =>
        quirks.map(({ id, reason, link: address }) => [name, `[\`${id}\`](${address})`, reason]),
      ),
    ),
    '',
    ...all.flatMap(announcementsSection),
  ].join('\n');
}

function announcementsSection(engine: Engine): string[] {
  const own = announcements.get(engine.id) ?? [];
  if (own.length === 0) return [];
  const named = own.some(({ name }) => name !== null);
  return [
    `## The texts of ${engine.name}`,
    '',
    `All ${own.length} that its source has for CORS, and the cases that show them, or why none can.`,
    '',
    ...table(
      [...(named ? ['key'] : []), 'text', 'cases'],
      own.map((announcement) => [
        ...(named ? [`\`${announcement.name ?? ''}\``] : []),
        `<code>${asEntities(announcement.text)}</code>`,
        announcement.unshown ??
          casesShowing(announcement, engine)
            .map((id) => `\`${id}\``)
            .join(', '),
      ]),
    ),
    '',
  ];
}

const departureOf = ({ id }: Engine, caseId: string): Departure | undefined => departures.get(id)?.[caseId];

const promisedIn = (common: MisconfigurationCase, engine: Engine): Promised =>
  promisedOf(common, engine, departureOf(engine, common.id));

const casesShowing = (announcement: Announcement, engine: Engine): string[] =>
  cases.filter((common) => isPrinted(announcement, promisedIn(common, engine))).map(({ id }) => id);

/** Reports whether the engine departs in more than words. */
function differs(engine: Engine, { id, expected: common }: MisconfigurationCase): boolean {
  const own = departureOf(engine, id)?.expected;
  if (own === undefined) return false;
  const { exchanges, diagnosis, code, corrected, outcome } = own;
  return (
    [exchanges, diagnosis, code, corrected].some((member) => member !== undefined) ||
    (outcome !== undefined && inWords(outcome) !== inWords(common.outcome))
  );
}

/** Returns outcome, cause and requests of a case in an engine. */
function seen(common: MisconfigurationCase, engine: Engine): string {
  const { definition, sight, corrected } = promisedIn(common, engine);
  const { diagnosis, corrected: correction } = definition.expected;
  // What a tap records is no word of the engine's.
  const isOwn = typeof sight.code !== 'string' || engine.id === 'chromium';
  const code = isOwn ? [sight.code ?? []].flat()[0] : undefined;
  const requests = summed(sight.log).map((line) => `\`${line}\``);
  return [
    inWords(sight.outcome),
    diagnosis === null ? '' : ` (\`${diagnosis}\`${code === undefined ? '' : `, said as \`${code}\``})`,
    requests.length === 0 ? '; sends nothing' : `; sends ${requests.join(', ')}`,
    correction === undefined ? '' : `; corrected: ${inWords(corrected.outcome)}`,
  ].join('');
}

/** Returns the lines, with neighbours that are alike as one with their number. */
function summed(lines: readonly string[]): string[] {
  const groups: { line: string; count: number }[] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last?.line === line) last.count += 1;
    else groups.push({ line, count: 1 });
  }
  return groups.map(({ line, count }) => (count === 1 ? line : `${line} × ${count}`));
}

const inWords = (outcome: CaseOutcome): string =>
  outcome.kind === 'response' ? `response ${outcome.status}` : outcome.kind.replace('-', ' ');

const reasons = ({ id }: MisconfigurationCase): string =>
  all
    .flatMap((engine) => {
      const departure = departureOf(engine, id);
      if (departure === undefined) return [];
      const { reason, link: address } = departure;
      const whose = reason.includes(engine.name) ? '' : `${engine.name}: `;
      return [whose + (address === undefined ? reason : `[${reason}](${address})`)];
    })
    .join(' ');

const link = ({ id }: MisconfigurationCase): string => `[\`${id}\`](../fixtures/cases/${id}.ts)`;

/** Returns text that stands for itself within `<code>`, where a backslash does not escape. */
const asEntities = (text: string): string =>
  text.replace(/[&<>|*_`]/g, (character) => `&#${character.charCodeAt(0)};`);
