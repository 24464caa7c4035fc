import { getHeader } from '../fetch-standard/header-list.ts';
import type { Exchange, HeaderList } from '../model.ts';
import { copyLines, frontSigns, linesOf, throughSigns, type Of } from './signs.ts';
import type { Sign } from './sign.ts';

/** A response that came. */
export type Response = NonNullable<Exchange['response']>;

/** What the responses of an API that are in order have in common. */
export interface Usual {
  /** The signs of the application that all of them have, each with a line of it. */
  readonly through: readonly { readonly sign: Of<Sign>; readonly line: string }[];
  /** The signs that at least one of them has. */
  readonly known: ReadonlySet<Of<Sign>>;
  /** The lines that all of them have, in lower case. */
  readonly lines: ReadonlySet<string>;
  /** Whether each of them says that it is a copy. */
  readonly isAlwaysCopy: boolean;
  /** Their content types; the empty string for none. */
  readonly contentTypes: ReadonlySet<string>;
}

/** Returns what `responses`, those that are in order, have in common; `null` if there are none. */
export function usualOf(responses: readonly Response[]): Usual | null {
  const different = [...new Map(responses.map((one) => [JSON.stringify(one.headers), one])).values()];
  const [first, ...others] = different;
  if (first === undefined) return null;
  const through = throughSigns.flatMap((sign) => {
    const line = linesOf(first.headers, sign)?.[0];
    const isOfAll = others.every(({ headers }) => linesOf(headers, sign) !== null);
    return line !== undefined && isOfAll ? [{ sign, line: line.join(': ') }] : [];
  });
  const known = frontSigns.filter((sign) => different.some(({ headers }) => linesOf(headers, sign) !== null));
  const texts = others.map(({ headers }) => new Set(headers.map(asText)));
  return {
    through,
    known: new Set(known),
    lines: new Set(first.headers.map(asText).filter((text) => texts.every((own) => own.has(text)))),
    isAlwaysCopy: different.every(({ headers }) => copyLines(headers).length > 0),
    contentTypes: new Set(different.map(contentType)),
  };
}

export const asText = ([name, value]: HeaderList[number]): string => `${name}: ${value}`.toLowerCase();

/** Returns the content type of a response, in lower case; the empty string if it has none. */
export const contentType = ({ headers }: Pick<Response, 'headers'>): string =>
  getHeader(headers, 'Content-Type')?.trim().toLowerCase() ?? '';
