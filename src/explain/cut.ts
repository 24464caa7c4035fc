import { endsLine, lineEnd, wordEnd, type Searchable } from './searchable.ts';
import type { Template } from './template.ts';

/** How much of a template stands in a text: up to `to` in the segment `index`, which ends there at `end`. */
export interface Reached {
  readonly index: number;
  readonly to: number;
  readonly end: number;
}

/** Where a text is cut off. */
export interface Cut {
  /** Behind the last character of the template that stands there. */
  readonly end: number;
  /** Where the last value ends, if what follows it has begun; `null`: it may be cut off itself, or there is none. */
  readonly valueEnd: number | null;
}

/**
 * Returns where the text ends, so that the rest of `template` may have been left out by who pasted it; `null` where
 * other words stand in its place, which is a text that no engine is known to print.
 */
export function cutOff({ index, to, end }: Reached, template: Template, input: Searchable): Cut | null {
  const segment = template.segments[index]?.text ?? '';
  const next = template.segments[index + 1]?.text;
  const reached = { end, valueEnd: null };
  if (to < segment.length || next === undefined) return endsLine(end, input) ? reached : null;
  const name = template.placeholders[index] ?? '';
  const lineEndsAt = lineEnd(end, input);
  // A value of several words may hold what was found before.
  if (!endsLine(lineEndsAt, input) && !hasSpaces(name)) return null;
  const line = input.text.slice(end, lineEndsAt);
  // The text may end in the value, or in the first characters behind it.
  for (let length = Math.min(line.length, next.length); length >= 0; length -= 1) {
    if (!line.endsWith(next.slice(0, length))) continue;
    const valueEnd = end + line.length - length;
    if (!isValue(end, valueEnd, name, next, input)) continue;
    return length === 0 ? reached : { end: valueEnd + length, valueEnd };
  }
  return null;
}

/** Reports whether what stands there can be the value of a placeholder, or its beginning, that `next` follows. */
function isValue(from: number, to: number, name: string, next: string, input: Searchable): boolean {
  const mark = /^['"]/.exec(next)?.[0];
  if (mark !== undefined && input.text.slice(from, to).includes(mark)) return false;
  return hasSpaces(name) || wordEnd(from, input) >= to;
}

/** Returns where the value of the placeholder `name` ends that a text ends with. */
export const lastValueEnd = (from: number, name: string, input: Searchable): number =>
  hasSpaces(name) ? lineEnd(from, input) : wordEnd(from, input);

/** Reports whether the value of the placeholder `name` may be several words. */
export const hasSpaces = (name: string): boolean => ['api', 'failure', 'schemes', 'value'].includes(name);
