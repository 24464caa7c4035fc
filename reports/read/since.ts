import type { Report } from '../../src/model.ts';
import { sumOf, type Comparison } from './compare.ts';

/** Returns what a report says of how its findings differ from those of the report at `place`. */
export const sinceOf = (
  { found, gone, changed, unseen, same }: Comparison,
  place: string,
): NonNullable<Report['since']> => ({
  report: place,
  found: sumOf(found),
  gone: sumOf(gone),
  changed: sumOf(changed),
  unseen: sumOf(unseen),
  same,
});
