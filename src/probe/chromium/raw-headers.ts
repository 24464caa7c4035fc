import { stripHttpWhitespace } from '../../fetch-standard/http-syntax.ts';
import type { HeaderList } from '../../model.ts';

/** The header object of the protocol: values of repeated names are joined by newlines. */
export type CdpHeaders = Readonly<Record<string, string>>;

/**
 * Returns the header lines of a response. HTTP/1.1 comes with its own text, which keeps the order and the lines; HTTP/2
 * and later do not. The text lacks every byte that is not UTF-8, so the values are those of the header object.
 */
export function rawHeaders(text: string | null, headers: CdpHeaders): HeaderList {
  if (text === null) return headerLines(headers);
  const inText = text
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line): [string, string][] => {
      const colon = line.indexOf(':');
      return colon <= 0 ? [] : [[line.slice(0, colon), stripHttpWhitespace(line.slice(colon + 1))]];
    });
  const exact = headerLines(headers);
  // A byte that is not UTF-8 can take the end of its line with it: then lines are lost, but no name or value.
  if (inText.length !== exact.length) return inOrderOf(text, exact);
  return inText.map(([name, value], index): [string, string] => {
    // Spellings that differ in case are members of their own, in another order than on the wire. A space before
    // the colon is no part of them.
    const isSame = ([other]: HeaderList[number]): boolean => other.trimEnd() === name.trimEnd();
    return [name, exact.filter(isSame)[inText.slice(0, index).filter(isSame).length]?.[1] ?? value];
  });
}

/**
 * Returns the lines in the order of the text. Several lines of one name stand where that name stands in the text for
 * the first, the second, … time.
 */
function inOrderOf(text: string, lines: HeaderList): HeaderList {
  // A space before the colon is no part of the names of `lines`.
  const named = text.replace(/[ \t]+:/g, ':');
  const lastPlace = new Map<string, number>();
  const placed = lines.map((line) => {
    const [name] = line;
    const last = lastPlace.get(name) ?? -1;
    const next = named.indexOf(`${name}:`, last + 1);
    const place = next < 0 ? last : next;
    lastPlace.set(name, place);
    return { line, place };
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ line }) => line);
}

export function headerLines(headers: CdpHeaders): HeaderList {
  return Object.entries(headers).flatMap(([name, values]) =>
    values.split('\n').map((value): [string, string] => [name, value]),
  );
}
