import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { EngineId } from '../model.ts';
import type { InEach } from '../words/language.ts';
import type { Recognised, Sighting } from './sighting.ts';

/**
 * Joins the texts that an engine prints for one failure: they have the URL in common, as far as they name one,
 * and at least one diagnosis. What only says that something failed belongs to what says why.
 */
export function foldTogether(sightings: readonly Omit<Sighting, 'end'>[]): Recognised[] {
  const groups: Group[] = [];
  for (const sighting of sightings) {
    const found = groupOf(sighting);
    const index = groups.findLastIndex((group) => join(group, found) !== null);
    const joined = groups[index] === undefined ? null : join(groups[index], found);
    if (joined === null) groups.push(found);
    else groups[index] = joined;
  }
  const telling = groups.filter(({ fits, other }) => other !== null || fits.some(({ id }) => id !== null));
  return (telling.length > 0 ? telling : groups).map(recognise);
}

interface Fit {
  readonly engine: EngineId;
  /** `null`: any failure. */
  readonly id: DiagnosisId | null;
}

interface Group extends Omit<Sighting, 'fits' | 'end'> {
  /** Whether nothing but a library of the page says it. */
  readonly byLibrary: boolean;
  /** Of the texts without a diagnosis. */
  readonly otherEngines: readonly EngineId[];
  readonly fits: readonly Fit[];
  /** What is said of the text itself; of texts that are joined, what both say. */
  readonly note: InEach | null;
  /** What is said where there is no diagnosis. */
  readonly other: Recognised['means'] | null;
}

function groupOf({ fits, start, text, values }: Omit<Sighting, 'end'>): Group {
  const other = fits.find(({ means }) => means.kind === 'other');
  return {
    start,
    text,
    values,
    byLibrary: fits.every(({ means }) => means.kind === 'any-failure' && means.by === 'library'),
    note: noteOf(fits),
    other: other?.means ?? null,
    otherEngines: fits.flatMap(({ engine, means }) => (means.kind === 'other' ? engine : [])),
    fits: fits.flatMap(({ engine, means }): Fit[] => {
      if (means.kind === 'diagnoses') return means.ids.map((id) => ({ engine, id }));
      return means.kind === 'any-failure' ? [{ engine, id: null }] : [];
    }),
  };
}

function noteOf(fits: Sighting['fits']): InEach | null {
  const [first, ...rest] = fits.map(({ means }) => (means.kind === 'diagnoses' ? means.note : undefined));
  return first !== undefined && rest.every((note) => note?.en === first.en) ? first : null;
}

function join(group: Group, next: Group): Group | null {
  if (group.other !== null || next.other !== null) return null;
  const { url } = group.values;
  if (url !== undefined && next.values['url'] !== undefined && url !== next.values['url']) return null;
  const fits = meet(group.fits, next.fits);
  if (fits.length === 0) return null;
  return {
    ...group,
    // What an engine says is worth more than what a library makes of it.
    text: group.byLibrary ? next.text : group.text,
    byLibrary: group.byLibrary && next.byLibrary,
    note: group.note?.en === next.note?.en ? group.note : null,
    fits,
    values: { ...next.values, ...group.values },
  };
}

/** Returns the fits of both; "any failure" gives way to every other fit of its engine. */
function meet(some: readonly Fit[], others: readonly Fit[]): readonly Fit[] {
  const within = (fit: Fit, list: readonly Fit[]): boolean =>
    list.some(({ engine, id }) => engine === fit.engine && (id === fit.id || id === null));
  const kept = [...some.filter((fit) => within(fit, others)), ...others.filter((fit) => within(fit, some))];
  const specific = kept.filter(({ id }) => id !== null);
  const chosen = specific.length > 0 ? specific : kept;
  return chosen.filter(
    (fit, index) => chosen.findIndex(({ engine, id }) => engine === fit.engine && id === fit.id) === index,
  );
}

function recognise({ text, values, fits, note, other, otherEngines, byLibrary }: Group): Recognised {
  if (other !== null) return { engines: [...new Set(otherEngines)], text, values, means: other };
  if (byLibrary) return { engines: [], text, values, means: { kind: 'any-failure', by: 'library' } };
  const engines = [...new Set(fits.map(({ engine }) => engine))];
  const ids = [...new Set(fits.flatMap(({ id }) => id ?? []))];
  const means: Recognised['means'] =
    ids.length === 0
      ? { kind: 'any-failure', by: 'engine' }
      : { kind: 'diagnoses', ids, ...(note === null ? {} : { note }) };
  return { engines, text, values, means };
}
