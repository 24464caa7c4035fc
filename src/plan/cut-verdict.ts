import type { Exchange, HeaderList, Verdict } from '../model.ts';

/** How much of what a target sends a verdict may show. */
export interface VerdictLimits {
  /** Characters of one value or text. */
  readonly characters: number;
  /** Lines of one header list or console. */
  readonly lines: number;
  /** `true`: of header lists, the lines alone that CORS is about. */
  readonly aboutCors?: true;
}

/** What holds for every verdict. */
export const usualLimits: VerdictLimits = { characters: 2_000, lines: 100 };

/**
 * Returns `verdict` with what its target made long cut, each with a mark that says how much is left out. It was judged
 * on the whole.
 */
export const cutVerdict = (verdict: Verdict, limits: VerdictLimits = usualLimits): Verdict =>
  cuttingBy(limits)(verdict);

/** Returns what cuts verdicts. An exchange that several of them share is cut once. */
export function cuttingBy(limits: VerdictLimits): (verdict: Verdict) => Verdict {
  const known = new WeakMap<Exchange, Exchange>();
  const cut = (text: string): string => cutText(text, limits.characters);
  const cutOnce = (exchange: Exchange): Exchange => {
    const cutBefore = known.get(exchange) ?? cutExchange(exchange, limits);
    known.set(exchange, cutBefore);
    return cutBefore;
  };
  return (verdict) => {
    const { console, seen, why, remedy, headersToSend } = verdict;
    const exchanges = verdict.exchanges.map(cutOnce);
    const texts = [seen, why, remedy, ...console, ...headersToSend.map(({ line }) => line)];
    const isWhole =
      exchanges.every((exchange, index) => exchange === verdict.exchanges[index]) &&
      texts.every((text) => text.length <= limits.characters) &&
      console.length <= limits.lines;
    if (isWhole) return verdict;
    return {
      ...verdict,
      console: cutList(console.map(cut), limits.lines, linesLeftOut, (text) => text),
      exchanges,
      seen: cut(seen),
      why: cut(why),
      remedy: cut(remedy),
      headersToSend: headersToSend.map(({ on, line }) => ({ on, line: cut(line) })),
    };
  };
}

function cutExchange(exchange: Exchange, limits: VerdictLimits): Exchange {
  const { url, requestHeaders, response } = exchange;
  const isShort = (headers: HeaderList): boolean =>
    headers.length <= limits.lines && headers.flat().every((text) => text.length <= limits.characters);
  const isWhole =
    limits.aboutCors !== true &&
    url.length <= limits.characters &&
    isShort(requestHeaders) &&
    isShort(response?.headers ?? []);
  if (isWhole) return exchange;
  return {
    ...exchange,
    url: cutText(url, limits.characters),
    requestHeaders: cutHeaders(requestHeaders, limits),
    response: response === null ? null : { ...response, headers: cutHeaders(response.headers, limits) },
  };
}

type Line = HeaderList[number];

const cutHeaders = (headers: HeaderList, { characters, lines, aboutCors }: VerdictLimits): HeaderList => {
  const kept = aboutCors === true ? linesAboutCors(headers) : headers;
  return cutList(
    kept.map(([name, value]): Line => [cutText(name, characters), cutText(value, characters)]),
    lines,
    lineMark,
    textOfMark,
  );
};

const lineMark = (count: number): Line => ['…', linesLeftOut(count)];
const textOfMark = ([name, value]: Line): string => (name === '…' ? value : '');

/** Reports whether the CORS protocol, or what is said of it, depends on header lines of this name. */
export const isAboutCors = (name: string): boolean =>
  /^(access-control-.*|origin|vary|cross-origin-resource-policy|timing-allow-origin)$/i.test(name);

function linesAboutCors(headers: HeaderList): HeaderList {
  const others = headers.filter(([name]) => !isAboutCors(name));
  const left = others.reduce((sum, line) => sum + (countIn(linesMark, textOfMark(line)) || 1), 0);
  return left === 0 ? headers : [...headers.filter(([name]) => isAboutCors(name)), lineMark(left)];
}

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
  if (text.length <= most) return text;
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
