import { cutOff, hasSpaces, lastValueEnd } from './cut.ts';
import {
  endsLine,
  gramLength,
  isLineEnd,
  isLineStart,
  taken,
  wordEnd,
  type Searchable,
} from './searchable.ts';
import { isPrintedWith, type Segment, type Template } from './template.ts';

/** Where a template, or a part of it, stands in a text. */
export interface Match {
  readonly template: Template;
  /** How many characters of the template itself stand there, placeholders aside. */
  readonly score: number;
  /** Whether all of the template stands there. */
  readonly whole: boolean;
  /** In the squeezed text. */
  readonly start: number;
  readonly end: number;
  /** What each placeholder stands for, where both its ends are there. */
  readonly values: Readonly<Record<string, string>>;
}

/** In how many places a part of a template is looked at, so that no text takes long. */
const mostPlaces = 12;
/** Below this, a text is only recognised if it stands by itself. */
const shortScore = 16;

/**
 * Returns the best place of `template` in `input`: the one with most of its own characters; `null` if there is none.
 */
export function bestMatch(template: Template, input: Searchable): Match | null {
  let best: Match | null = null;
  for (const [index, segment] of template.segments.entries()) {
    for (const run of runsOf(segment, input).slice(0, mostPlaces)) {
      const match = chain(template, index, run, input);
      if (match !== null && match.score > (best?.score ?? 0)) best = match;
    }
    // All of it stands there: no part of it says more.
    if (best?.whole === true) return best;
  }
  return best;
}

/** A part of a segment, `from` to `to`, that stands at `start` of the text. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly start: number;
}

/** Returns the places of a short segment, or the longest parts of a long one. */
function runsOf({ text: segment, grams: parts }: Segment, { text, grams }: Searchable): Run[] {
  if (segment.length === 0) return [];
  if (segment.length < gramLength) {
    return occurrences(text, segment).map((start) => ({ from: 0, to: segment.length, start }));
  }
  let runs: Run[] = [];
  let longest = 0;
  for (let from = 0; from < parts.length; from += 1) {
    const starts = grams[parts[from] ?? 0];
    if (starts === undefined) continue;
    for (const start of starts) {
      // Already part of the run that began one character earlier.
      if (from > 0 && start > 0 && text[start - 1] === segment[from - 1]) continue;
      let length = gramLength;
      while (from + length < segment.length && text[start + length] === segment[from + length]) length += 1;
      if (length > longest) runs = [];
      if (length >= longest) runs.push({ from, to: from + length, start });
      longest = Math.max(longest, length);
    }
  }
  return runs;
}

function chain(template: Template, anchor: number, run: Run, input: Searchable): Match | null {
  const { segments } = template;
  const placed: Placed[] = [{ ...run, index: anchor }];
  for (let first = placed[0]; first !== undefined && first.from === 0 && first.index > 0; first = placed[0]) {
    const before = segments[first.index - 1];
    const found = before === undefined ? null : leftOf(before, first.start, input.text);
    if (found === null) break;
    placed.unshift({ ...found, index: first.index - 1 });
  }
  for (let last = placed.at(-1); last !== undefined; last = placed.at(-1)) {
    const next = segments[last.index + 1];
    if (next === undefined || last.to < (segments[last.index]?.text.length ?? 0)) break;
    const found = rightOf(next.text, last.start + last.to - last.from, input);
    if (found === null) break;
    placed.push({ ...found, index: last.index + 1 });
  }
  return judge(template, placed, input);
}

interface Placed extends Run {
  readonly index: number;
}

/**
 * Returns the end of `segment` that is nearest before `position`, as long as it is there; its last sentence will do
 * where the text begins with it.
 */
function leftOf({ text: segment, boundaries }: Segment, position: number, text: string): Run | null {
  if (segment === '') return { from: 0, to: 0, start: position };
  const lastSentence = segment.slice(Math.max(0, ...[...boundaries].filter((at) => at < segment.length)));
  for (const tail of [segment.slice(-tailLength), lastSentence]) {
    const tailStart = position < tail.length ? -1 : text.lastIndexOf(tail, position - tail.length);
    if (tailStart < 0 || text.slice(tailStart, position).includes(taken)) continue;
    let length = tail.length;
    const end = tailStart + tail.length;
    while (length < segment.length && text[end - length - 1] === segment.at(-length - 1)) length += 1;
    return { from: segment.length - length, to: segment.length, start: end - length };
  }
  return null;
}

/**
 * Returns the beginning of `segment` that is nearest after `position`, as long as it is there; a full stop at a word's
 * end.
 */
function rightOf(segment: string, position: number, input: Searchable): Run | null {
  if (segment === '') return { from: 0, to: 0, start: position };
  const { text } = input;
  const head = segment.slice(0, tailLength);
  let start = text.indexOf(head, position);
  while (segment === '.' && start >= 0 && wordEnd(start, input) > start + 1)
    start = text.indexOf(head, start + 1);
  if (start < 0 || text.slice(position, start).includes(taken)) return null;
  let length = head.length;
  while (length < segment.length && text[start + length] === segment[length]) length += 1;
  return { from: 0, to: length, start };
}

const tailLength = 8;

function judge(template: Template, placed: readonly Placed[], input: Searchable): Match | null {
  const first = placed[0];
  const last = placed.at(-1);
  if (first === undefined || last === undefined) return null;
  const { segments } = template;
  const start = first.start;
  const lastEnd = last.start + last.to - last.from;
  const beginsWhole = first.index === 0 && first.from === 0;
  const endsWhole = last.index === segments.length - 1 && last.to === (segments.at(-1)?.text.length ?? 0);
  const whole = beginsWhole && endsWhole;
  const hasTail = endsWhole && segments.length > 1 && segments.at(-1)?.text === '';
  const cut = endsWhole ? null : cutOff({ index: last.index, to: last.to, end: lastEnd }, template, input);
  // Whoever leaves out the rest of a sentence ends it with a full stop: so far it says what a shorter text says.
  const isStopped = cut?.end === lastEnd && isStop(lastEnd, input);
  const end = hasTail
    ? lastValueEnd(lastEnd, template.placeholders.at(-1) ?? '', input)
    : (cut?.end ?? lastEnd) + Number(isStopped);
  const behindValue = cut === null || cut.valueEnd === null ? 0 : cut.end - cut.valueEnd;
  const score = placed.reduce((sum, { from, to }) => sum + to - from, behindValue + Number(isStopped));
  const alone = isLineStart(start, input) && isLineEnd(end, input);
  if (whole ? score < shortScore && !alone && template.placeholders.length === 0 : score < gramLength)
    return null;
  const startsLine = isLineStart(start, input);
  // A few characters behind other words, such as ". Status code: ", are no text, and few before others are their beginning.
  if (score < shortScore && !(whole ? endsLine(end, input) : startsLine)) return null;
  const startsRight = startsLine || segments[first.index]?.boundaries.has(first.from) === true;
  if (!startsRight || !(endsWhole || cut !== null)) return null;
  const values = valuesOf(template, placed, cut?.valueEnd ?? null, input);
  if (!isPrintedWith(values['status'], template)) return null;
  if (!Object.entries(values).every(isPlausible)) return null;
  return { template, score, whole, start, end, values };
}

/** Reports whether a full stop that ends its line stands at `position`. */
const isStop = (position: number, input: Searchable): boolean =>
  input.text[position] === '.' && endsLine(position, input);

/**
 * Reports whether a placeholder can have this value: a text is an engine's only if what stands in its places is what
 * stands there in life.
 */
function isPlausible([name, value]: readonly [string, string]): boolean {
  if (!hasSpaces(name) && /\s/.test(value)) return false;
  if (name === 'status') return /^\(?(?:\d|null)/.test(value);
  if (name === 'schemes') return /^[a-z][a-z0-9+.-]*(?:\s*,\s*[a-z][a-z0-9+.-]*)*$/i.test(value);
  return name !== 'url' || /^['"]?[a-z][a-z0-9+.-]*:/i.test(value);
}

function valuesOf(
  { placeholders, segments }: Template,
  placed: readonly Placed[],
  cutAt: number | null,
  input: Searchable,
): Record<string, string> {
  const { at, source } = input.squeezed;
  const values: Record<string, string> = {};
  placed.forEach((each, position) => {
    const next = placed[position + 1];
    const name = placeholders[each.index];
    if (name === undefined) return;
    const from = each.start + each.to - each.from;
    const isLast = each.index + 1 === segments.length - 1 && segments.at(-1)?.text === '';
    const to = isLast ? lastValueEnd(from, name, input) : (next?.start ?? cutAt ?? undefined);
    // Chromium shows a header that is absent as the value ''.
    if (name === 'value' && from === to && !isLast) values[name] = '';
    if (to === undefined || from >= to) return;
    values[name] = source.slice(at[from], (at[to - 1] ?? 0) + 1).replace(/\s*\n\s*/g, '');
  });
  return values;
}

function occurrences(text: string, part: string): number[] {
  const positions: number[] = [];
  for (let index = text.indexOf(part); index >= 0; index = text.indexOf(part, index + 1))
    positions.push(index);
  return positions;
}
