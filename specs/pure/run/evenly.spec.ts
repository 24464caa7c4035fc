import { expect, test } from '@playwright/test';
import { evenly } from '../../../src/run/evenly.ts';

for (const { count, sizes } of [
  { count: 0, sizes: [] },
  { count: 1, sizes: [1] },
  { count: 12, sizes: [12] },
  { count: 13, sizes: [6, 7] },
  { count: 25, sizes: [8, 8, 9] },
]) {
  test(`${count} items in groups of at most 12`, () => {
    const items = Array.from({ length: count }, (_, index) => index);
    const groups = evenly(items, 12);
    expect(groups.map(({ length }) => length)).toEqual(sizes);
    expect(groups.flat()).toEqual(items);
  });
}
