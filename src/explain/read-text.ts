import type { Engine } from '../engines/engine.ts';
import { withoutDecoration } from './decoration.ts';
import { engineTemplates } from './engine-templates.ts';
import { failureCodes } from './failure-codes.ts';
import { foldTogether } from './fold.ts';
import { translatedTexts, type Line } from './other-languages.ts';
import { bestMatch, type Match } from './match.ts';
import { otherTemplates } from './other-texts.ts';
import { squeeze, type Squeezed } from './squeeze.ts';
import { searchable, taken } from './searchable.ts';
import type { Recognised, Sighting } from './sighting.ts';
import type { Template } from './template.ts';

export const longestText = 10_000;
const mostSightings = 30;

const noRefusals = otherTemplates();
const known = new WeakMap<Engine, readonly Template[]>();

function templatesOf(engine: Engine): readonly Template[] {
  const templates = known.get(engine) ?? engineTemplates(engine);
  known.set(engine, templates);
  return templates;
}

/** Finds the failures that `text` tells of, in its order. */
export function readText(text: string, engines: readonly Engine[]): Recognised[] {
  const templates = [...engines.flatMap(templatesOf), ...noRefusals];
  const squeezed = squeeze(withoutDecoration(text.slice(0, longestText)));
  const sightings = failureCodes(squeezed.source, engines);
  let rest = withoutSightings(squeezed, sightings);
  while (sightings.length < mostSightings) {
    const best = bestMatches(templates, rest, squeezed);
    const [first] = best;
    if (first === undefined) break;
    const start = squeezed.at[first.start] ?? 0;
    const end = (squeezed.at[first.end - 1] ?? 0) + 1;
    sightings.push({
      start,
      end,
      text: squeezed.source.slice(start, end).replace(/\s+/g, ' '),
      values: Object.fromEntries([...best].reverse().flatMap(({ values }) => Object.entries(values))),
      fits: best.map(({ template }) => template),
    });
    rest = rest.slice(0, first.start) + taken.repeat(first.end - first.start) + rest.slice(first.end);
  }
  const translated = engines.flatMap((engine) =>
    translatedTexts(
      linesOf(squeezed.source),
      engine,
      templates.filter((template) => template.engine === engine.id),
    ),
  );
  // What was recognised with its address is English; a header's name alone is in every language.
  const own = translated.filter(({ addressAt }) =>
    sightings.every(({ start, end }) => addressAt < start || addressAt >= end),
  );
  const others = sightings.filter((each) =>
    own.every(({ start, end }) => each.end <= start || each.start >= end),
  );
  return foldTogether([...others, ...own].sort((a, b) => a.start - b.start));
}

const linesOf = (source: string): Line[] =>
  [...source.matchAll(/[^\n]+/g)].map(({ 0: text, index }) => ({ start: index, text }));

/** Returns the squeezed text, with what was recognised replaced by `taken`. */
function withoutSightings({ text, at }: Squeezed, sightings: readonly Sighting[]): string {
  return [...text.split('')]
    .map((character, index) => {
      const position = at[index] ?? 0;
      return sightings.some(({ start, end }) => position >= start && position < end) ? taken : character;
    })
    .join('');
}

/** Returns the matches with the highest score; those of the whole of a template first. */
function bestMatches(templates: readonly Template[], text: string, squeezed: Squeezed): Match[] {
  const input = searchable(squeezed, text);
  const matches = templates.flatMap((template) => bestMatch(template, input) ?? []);
  const highest = Math.max(0, ...matches.map(({ score }) => score));
  const [leading] = matches.filter(({ score }) => score === highest);
  const best = matches
    .flatMap((match): Match[] => {
      if (match.score === highest) return [match];
      return leading !== undefined && isWholeOfAnother(match, leading)
        ? [{ ...match, start: leading.start }]
        : [];
    })
    .filter(
      ({ whole, template }, _, all) =>
        whole || !isOther(template) || all.every((one) => isOther(one.template)),
    )
    .sort((a, b) => Number(b.whole) - Number(a.whole));
  // The same score elsewhere is another sighting, and comes later.
  return best.filter(({ start }) => start === best[0]?.start);
}

/** Reports whether what may be the beginning of `other` is all of a shorter text that another engine prints. */
const isWholeOfAnother = ({ template, whole, start, end }: Match, other: Match): boolean =>
  whole &&
  !other.whole &&
  !isOther(template) &&
  template.engine !== other.template.engine &&
  // A value that a text begins with is not looked for.
  (start === other.start || (start > other.start && template.segments[0]?.text === '')) &&
  end === other.end;

/** Reports whether a template is of no refusal: what is cut off may be one as well as the other. */
const isOther = ({ means }: Template): boolean => means.kind === 'other';
