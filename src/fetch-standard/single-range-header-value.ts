/** Both ends in bytes; null where the value leaves one out. */
export interface SingleRange {
  readonly start: bigint | null;
  readonly end: bigint | null;
}

/**
 * Parses a `Range` value that asks for one range and has no whitespace, or returns null for failure.
 *
 * https://fetch.spec.whatwg.org/#simple-range-header-value
 */
export function parseSingleRangeHeaderValue(value: string): SingleRange | null {
  const match = /^bytes=([0-9]*)-([0-9]*)$/.exec(value);
  if (match === null) return null;
  const start = decimal(match[1]);
  const end = decimal(match[2]);
  if (start === null && end === null) return null;
  if (start !== null && end !== null && start > end) return null;
  return { start, end };
}

// A bigint, since two ends above 2^53 may differ in their last digit only.
function decimal(digits: string | undefined): bigint | null {
  return digits === undefined || digits === '' ? null : BigInt(digits);
}
