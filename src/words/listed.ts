const conjunction = new Intl.ListFormat('en-GB');

/** Returns `a`, `a and b`, `a, b and c`; nothing for none. */
export const listed = (names: readonly string[]): string => conjunction.format(names);
