import { engineList } from './by-engine.ts';
import { groupBy } from '../../src/words/group-by.ts';
import { countByRole, type Reading, type RouteReading } from './reading.ts';
import { say } from '../../src/words/say.ts';
import { inRow, roleLabel } from '../words/wording.ts';

/** More than this are counted after the first of them, which are the ones that say most. */
const namedAtMost = 5;

/**
 * Returns each of `readings` as `name` has it or, of many, the first of them, and how many others there are of each
 * role.
 */
export function firstFew(
  readings: readonly Reading[],
  name: (reading: Reading) => string,
): readonly string[] {
  // One that is left over is named in no more room than it is counted.
  if (readings.length <= namedAtMost + 1) return readings.map(name);
  const rest = readings.slice(namedAtMost);
  return [
    ...readings.slice(0, namedAtMost).map(name),
    say('and {count} more: {kinds}', { count: rest.length, kinds: inRow(restCounts(rest)) }),
  ];
}

/** Returns what stands for the list of readers of a route that is read by everybody; null for any other route. */
export function everybodyText({ readers, intruders, excluded, refused }: RouteReading): string | null {
  const isEverybodys = [...intruders, ...excluded, ...refused].length === 0;
  return isEverybodys && readers.length > 3
    ? say('all {count} origins that were tried, as declared', { count: readers.length })
    : null;
}

/** Returns what `roleCounts` does, those apart that not every engine has. */
const restCounts = (readings: readonly Reading[]): readonly string[] =>
  groupBy(readings, onlyIn).flatMap((group) =>
    roleCounts(group).map((count) => `${count} ${onlyIn(group[0])}`.trimEnd()),
  );

/** Returns `in Firefox only`, or that no browser was there; the empty string for what every engine has that was asked. */
export const onlyIn = ({ isPartial, engines, withoutBrowser }: Reading): string =>
  withoutBrowser === true
    ? say('two witnesses, no browser')
    : isPartial
      ? say('in {engines} only', { engines: engineList(engines) })
      : '';

/** Returns how many there are of each role: `2 plain http`, `1 other port`. */
export const roleCounts = (readings: readonly Reading[]): readonly string[] =>
  countByRole(readings).map(({ role, count }) => say('{count} {role}', { count, role: roleLabel(role) }));
