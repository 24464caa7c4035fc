import { expect, test } from '@playwright/test';
import { shardsOf, shared, type Batch } from '../../../src/run/shares.ts';

const most = 8;

/** Returns routes that others may join, each with its number of requests. */
const routes = (weights: readonly number[]): Batch<number>[] =>
  weights.map((weight) => ({ items: [weight], weight, joins: true }));

for (const { count, sizes } of [
  { count: 0, sizes: [] },
  { count: 1, sizes: [1] },
  { count: 8, sizes: [8] },
  { count: 9, sizes: [4, 5] },
  { count: 17, sizes: [5, 6, 6] },
]) {
  test(`${count} routes in one shard are asked in as few groups as can be, and in their order`, () => {
    const weights = Array.from({ length: count }, (_, index) => index);
    const groups = shared(routes(weights), 1, most);
    expect(groups.map(({ length }) => length)).toEqual(sizes);
    expect(groups.flat()).toEqual(weights);
  });
}

/** Returns the requests of each shard by Playwright's rule: a group belongs to the shard in which its first test lies. */
function sharesOf(groups: readonly (readonly number[])[], shards: number, projects: number): number[] {
  const all = Array.from({ length: projects }, () => groups).flat();
  const total = all.flat().length;
  const sizes = Array.from(
    { length: shards },
    (_, index) => Math.floor(total / shards) + (index < total % shards ? 1 : 0),
  );
  let position = 0;
  const placed = all.map((group) => {
    const from = position;
    position += group.length;
    return { from, requests: group.reduce((sum, one) => sum + one, 0) };
  });
  let begin = 0;
  return sizes.map((size) => {
    const own = placed.filter(({ from }) => from >= begin && from < begin + size);
    begin += size;
    return own.reduce((sum, { requests }) => sum + requests, 0);
  });
}

const spread = (shares: readonly number[]): number => Math.max(...shares) / Math.min(...shares);

const alike = Array.from({ length: 40 }, () => 100);
/** Routes that come heavy first, as where those with a body stand together. */
const mixed = Array.from({ length: 40 }, (_, index) => (index < 12 ? 300 : index < 24 ? 150 : 90));

for (const [what, weights] of [
  ['of one kind', alike],
  ['of one kind and a path that the API does not have', [...alike, 4]],
  ['of three kinds', mixed],
] as const) {
  for (const projects of [1, 2, 3]) {
    test(`4 shards of 40 routes ${what} are within 15 % of each other in ${projects} engine(s)`, () => {
      const groups = shared(routes(weights), 4, most);
      expect(groups.flat().toSorted()).toEqual([...weights].toSorted());
      expect(spread(sharesOf(groups, 4, projects))).toBeLessThanOrEqual(1.15);
      expect(groups.every(({ length }) => length <= most)).toBe(true);
    });
  }
}

test('a session is not opened twice, and takes no shard from the others', () => {
  const session: Batch<number> = { items: [100, 100, 100, 100], weight: 400, joins: false };
  const groups = shared([session, ...routes(alike.slice(4))], 4, most);
  expect(groups.filter((group) => group.length === 4 && group === groups[0])).toEqual([[100, 100, 100, 100]]);
  expect(sharesOf(groups, 4, 1)).toEqual([1000, 1000, 1000, 1000]);
});

test('the number of shards is what the command says, or that of the run whose worker this is', () => {
  const env: NodeJS.ProcessEnv = {};
  expect([
    shardsOf(['node', 'playwright', 'test'], env),
    shardsOf(['node', 'playwright', 'test', '--shard=2/4'], env),
    shardsOf(['node', 'playwright', 'test', '--shard', '2/3', '-g', 'x'], env),
    shardsOf(['node', 'worker'], env, process.pid),
    shardsOf(['node', 'playwright', 'test'], env, process.pid + 1),
  ]).toEqual([1, 4, 3, 3, 1]);
});
