/**
 * Returns the name of `known` that `name` most likely stands for: one that other CORS software calls so, or
 * one at most two slips away. Null if there is none.
 */
export function nearName(name: string, known: readonly string[]): string | null {
  const lowerCase = name.toLowerCase();
  const synonym = synonyms.find(([other, ours]) => other === lowerCase && known.includes(ours));
  if (synonym !== undefined) return synonym[1];
  const ranked = known
    .map((other) => ({ other, slips: slipsBetween(lowerCase, other.toLowerCase()) }))
    .filter(({ other, slips }) => slips <= (other.length < 6 ? 1 : 2))
    .sort((a, b) => a.slips - b.slips);
  return ranked[0]?.other ?? null;
}

const synonyms: readonly (readonly [other: string, ours: string])[] = [
  ['url', 'target'],
  ['baseurl', 'target'],
  ['origin', 'trustedOrigins'],
  ['origins', 'trustedOrigins'],
  ['allowedorigins', 'trustedOrigins'],
  ['alloworigins', 'trustedOrigins'],
  ['params', 'pathParameters'],
  ['allowedmethods', 'methods'],
  ['allowmethods', 'methods'],
  ['allowedheaders', 'requestHeaders'],
  ['allowheaders', 'requestHeaders'],
  ['allowcredentials', 'credentials'],
  ['supportscredentials', 'credentials'],
  ['failonhazards', 'failOn'],
  ['severity', 'levels'],
  ['severities', 'levels'],
  ['rules', 'levels'],
  ['maxage', 'preflightCacheSeconds'],
  ['maxageseconds', 'preflightCacheSeconds'],
  ['language', 'lang'],
];

/** Returns the Levenshtein distance, with two swapped neighbours counted as one slip. */
function slipsBetween(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next.push(
        Math.min(
          (last[column] ?? Infinity) + 1,
          (next[column - 1] ?? Infinity) + 1,
          (last[column - 1] ?? Infinity) + (same ? 0 : 1),
          swapped ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = next;
  }
  return last[b.length] ?? Infinity;
}
