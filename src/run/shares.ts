/** Tests that one worker runs, one after another. */
export interface Batch<Item> {
  readonly items: readonly Item[];
  /** How many requests they make. */
  readonly weight: number;
  /** Whether others may join it. */
  readonly joins: boolean;
}

/**
 * Returns `batches` in as few as hold at most `most` items each, where they may be joined. For a run in several shards they
 * are ordered so that each shard makes about as many requests, and no batch lies across the border of two.
 *
 * Playwright cuts the list of all tests, of every project, into parts of as many tests; a batch belongs to the shard in
 * which its first test lies: https://playwright.dev/docs/test-sharding#balancing-shards
 */
export function shared<Item>(batches: readonly Batch<Item>[], shards: number, most: number): Item[][] {
  const total = sumOf(batches, ({ items }) => items.length);
  // As many projects as there are engines.
  const cuts = new Set(
    [1, 2, 3].flatMap((projects) => bordersOf(projects * total, shards).map((at) => at % total)),
  );
  let position = 0;
  return dealt(batches, bordersOf(total, shards)).flatMap((part) => {
    const joined: { readonly items: Item[]; readonly joins: boolean }[] = [];
    for (const { items, joins } of part) {
      const last = joined.at(-1);
      if (joins && last?.joins === true && !cuts.has(position)) last.items.push(...items);
      else joined.push({ items: [...items], joins });
      position += items.length;
    }
    return joined.flatMap(({ items, joins }) => (joins ? evenly(items, most) : [items]));
  });
}

/** Returns how many shards this process, or the run whose worker it is, is one of. `env` is what workers inherit. */
export function shardsOf(
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
  parent: number = process.ppid,
): number {
  const given = /(?:^|\n)--shard[=\n]\d+\/(\d+)(?:\n|$)/.exec(argv.join('\n'))?.[1];
  if (given !== undefined) {
    env[variable] = `${process.pid} ${given}`;
    return Number(given);
  }
  const [owner, inherited] = (env[variable] ?? '').split(' ');
  // A run within a test of another run inherits the variable too.
  return Number(owner) === parent ? Number(inherited) : 1;
}

const variable = 'CORS_CONFORMANCE_SHARDS';

/** Returns where each of `shards` parts of `total` tests begins, in order. */
const bordersOf = (total: number, shards: number): number[] =>
  Array.from(
    { length: shards },
    (_, shard) => shard * Math.floor(total / shards) + Math.min(shard, total % shards),
  );

/** Puts batches into parts that begin at `borders`, the heaviest first, each to the lightest part that has room. */
function dealt<Item>(batches: readonly Batch<Item>[], borders: readonly number[]): Batch<Item>[][] {
  const total = sumOf(batches, ({ items }) => items.length);
  const parts = borders.map((from, index) => {
    const own: Batch<Item>[] = [];
    return { own, weight: 0, room: (borders[index + 1] ?? total) - from };
  });
  for (const batch of batches.toSorted((a, b) => b.weight - a.weight)) {
    const size = batch.items.length;
    const part =
      parts.filter(({ room }) => room >= size).toSorted((a, b) => a.weight - b.weight)[0] ??
      parts.toSorted((a, b) => b.room - a.room)[0];
    if (part === undefined) continue;
    part.own.push(batch);
    part.weight += batch.weight;
    part.room -= size;
  }
  return parts.map(({ own }) => batches.filter((batch) => own.includes(batch)));
}

/** Returns `items` in as few groups as hold at most `most` each, in order, none more than one larger than another. */
function evenly<Item>(items: readonly Item[], most: number): Item[][] {
  const groups = Math.ceil(items.length / most);
  const at = (position: number): number => Math.floor((position * items.length) / groups);
  return Array.from({ length: groups }, (_, index) => items.slice(at(index), at(index + 1)));
}

const sumOf = <One>(all: readonly One[], value: (one: One) => number): number =>
  all.reduce((sum, one) => sum + value(one), 0);
