import { covers } from './origin-pattern.ts';

/** Origins that are trusted together. */
export interface TrustedPattern {
  /** Such as `https://*.example.com`. */
  readonly pattern: string;
  /** Origins that it covers, at least one: they stand for all, and have to be able to read. */
  readonly sample: readonly string[];
}

/** A serialized origin, or a pattern of them. */
export type TrustedOrigin = string | TrustedPattern;

/** Reports whether a page of `origin` may read what is kept for `trusted`. Whoever asks this question asks it here. */
export function isTrusted(trusted: readonly TrustedOrigin[], origin: string): boolean {
  return trusted.some((one) => (typeof one === 'string' ? one === origin : covers(one.pattern, origin)));
}

/** Returns the origins that pages of `trusted` are asked from: those that are listed and the samples of patterns, each once. */
export function pagesOf(trusted: readonly TrustedOrigin[]): readonly string[] {
  return [...new Set(trusted.flatMap((one) => (typeof one === 'string' ? [one] : one.sample)))];
}

/** Returns what `trusted` holds, each once. */
export function unique(trusted: readonly TrustedOrigin[]): readonly TrustedOrigin[] {
  return [...new Map(trusted.map((one) => [JSON.stringify(one), one])).values()];
}

/** Returns the patterns among `trusted`. */
export function patternsOf(trusted: readonly TrustedOrigin[]): readonly TrustedPattern[] {
  return trusted.flatMap((one) => (typeof one === 'string' ? [] : [one]));
}
