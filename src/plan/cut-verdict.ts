import type { Exchange, HeaderList, Verdict } from '../model.ts';

/** How much of what a target sends a verdict may show. */
export interface VerdictLimits {
  /** Characters of one value or text. */
  readonly characters: number;
  /** Lines of one header list or console. */
  readonly lines: number;
}

/** What holds for every verdict. */
export const usualLimits: VerdictLimits = { characters: 2_000, lines: 100 };

/**
 * Returns `verdict` with what its target made long cut, each with a mark that says how much is left out. It was judged
 * on the whole.
 */
export function cutVerdict(verdict: Verdict, limits: VerdictLimits = usualLimits): Verdict {
  const cut = (text: string): string => cutText(text, limits.characters);
  return {
    ...verdict,
    console: cutList(verdict.console.map(cut), limits.lines, linesLeftOut, (text) => text),
    exchanges: verdict.exchanges.map((exchange) => cutExchange(exchange, limits)),
    seen: cut(verdict.seen),
    why: cut(verdict.why),
    remedy: cut(verdict.remedy),
    headersToSend: verdict.headersToSend.map(({ on, line }) => ({ on, line: cut(line) })),
  };
}

function cutExchange(exchange: Exchange, limits: VerdictLimits): Exchange {
  const { response } = exchange;
  return {
    ...exchange,
    url: cutText(exchange.url, limits.characters),
    requestHeaders: cutHeaders(exchange.requestHeaders, limits),
    response: response === null ? null : { ...response, headers: cutHeaders(response.headers, limits) },
  };
}

const cutHeaders = (headers: HeaderList, { characters, lines }: VerdictLimits): HeaderList =>
  cutList(
    headers.map(([name, value]): [string, string] => [cutText(name, characters), cutText(value, characters)]),
    lines,
    (count): [string, string] => ['…', linesLeftOut(count)],
    ([name, value]) => (name === '…' ? value : ''),
  );

const linesLeftOut = (count: number): string => `[left out: ${inThousands(count)} more lines]`;
const linesMark = /^\[left out: ([\d,]{1,15}) more lines\]$/;
const charactersMark = /… \[left out: ([\d,]{1,15}) characters\]$/;

/**
 * Returns the first items, and a mark for the others. `textOf` gives what an item would say if it were the mark of an
 * earlier cut, whose number counts on: the tests cut what they leave, and the report cuts that again.
 */
function cutList<Item>(
  list: readonly Item[],
  most: number,
  mark: (count: number) => Item,
  textOf: (item: Item) => string,
): readonly Item[] {
  const last = list.at(-1);
  const earlier = last === undefined ? 0 : countIn(linesMark, textOf(last));
  const whole = earlier === 0 ? list : list.slice(0, -1);
  return whole.length <= most ? list : [...whole.slice(0, most), mark(whole.length - most + earlier)];
}

function cutText(text: string, most: number): string {
  const earlier = countIn(charactersMark, text);
  const whole = earlier === 0 ? text : text.replace(charactersMark, '');
  if (whole.length <= most) return text;
  // Half of a surrogate pair is no character.
  const kept = whole.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${kept}… [left out: ${inThousands(whole.length - kept.length + earlier)} characters]`;
}

/** Returns what the mark of an earlier cut counted; 0 where there is none. */
const countIn = (mark: RegExp, text: string): number =>
  Number(mark.exec(text)?.[1]?.replaceAll(',', '') ?? 0);

const inThousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
