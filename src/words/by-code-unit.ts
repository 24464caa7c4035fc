/** Compares two texts by code unit, for sorting: a locale would make the order depend on the machine. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
