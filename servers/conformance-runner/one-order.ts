import type { HeaderList } from '../../src/model.ts';

/**
 * Returns header lines sorted by their names, and with the names of a list sorted where the list is a set: libraries that
 * keep them in a hash table send them in another order each time that they are started.
 */
export const inOneOrder = (headers: HeaderList): HeaderList =>
  headers.map(withSortedSet).toSorted(([one], [other]) => compared(one.toLowerCase(), other.toLowerCase()));

const withSortedSet = ([name, value]: HeaderList[number]): HeaderList[number] =>
  isSet.test(name) ? [name, sortedList(value)] : [name, value];

const isSet = /^(allow|access-control-(allow-methods|allow-headers|expose-headers))$/i;

/** Returns a list with its names sorted, and the commas, with the spaces about them, where they were. */
function sortedList(value: string): string {
  const parts = value.split(/( *, *)/);
  const names = parts.filter((_, index) => index % 2 === 0).toSorted();
  return parts.map((part, index) => (index % 2 === 0 ? (names[index / 2] ?? '') : part)).join('');
}

/** Returns how two texts compare by code unit: a locale would make the order depend on the machine. */
const compared = (one: string, other: string): number => Number(one > other) - Number(one < other);
