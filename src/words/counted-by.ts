/** Returns how often each text stands in `texts`, in the order in which they come first. */
export function countedBy<Text extends string>(texts: readonly Text[]): ReadonlyMap<Text, number> {
  const counts = new Map<Text, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
