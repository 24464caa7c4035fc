/** Returns `items` in as few groups as hold at most `most` each, in order, none more than one larger than another. */
export function evenly<Item>(items: readonly Item[], most: number): Item[][] {
  const groups = Math.ceil(items.length / most);
  return Array.from({ length: groups }, (_, index) => {
    const at = (position: number): number => Math.floor((position * items.length) / groups);
    return items.slice(at(index), at(index + 1));
  });
}
