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
    console: cutList(verdict.console.map(cut), limits.lines, leftOut),
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
    (count): [string, string] => ['…', leftOut(count)],
  );

const leftOut = (count: number): string => `[left out: ${inThousands(count)} more lines]`;

function cutList<Item>(list: readonly Item[], most: number, mark: (count: number) => Item): readonly Item[] {
  return list.length <= most ? list : [...list.slice(0, most), mark(list.length - most)];
}

function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  // Half of a surrogate pair is no character.
  const kept = text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
  return `${kept}… [left out: ${inThousands(text.length - kept.length)} characters]`;
}

const inThousands = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');
