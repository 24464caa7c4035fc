import { stripHttpWhitespace, stripTabsAndSpaces } from './http-syntax.ts';

/**
 * A header list: lines in order, names in any case; a name may repeat.
 *
 * https://fetch.spec.whatwg.org/#concept-header-list
 */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** Returns the header list of `raw`, in which names and values alternate, as Node has the lines of a message. */
export const fromRawHeaders = (raw: readonly string[]): HeaderList =>
  raw.flatMap((name, index) => (index % 2 === 0 ? [[name, raw[index + 1] ?? ''] as const] : []));

/**
 * Reports whether `list` has a line named `name`, compared byte-case-insensitively.
 *
 * https://fetch.spec.whatwg.org/#header-list-contains
 */
export function containsHeader(list: HeaderList, name: string): boolean {
  return headerValues(list, name).length > 0;
}

/**
 * Returns the values of all lines named `name`, in order and joined by ", ", or null when there is none.
 *
 * https://fetch.spec.whatwg.org/#concept-header-list-get
 */
export function getHeader(list: HeaderList, name: string): string | null {
  const values = headerValues(list, name);
  return values.length === 0 ? null : values.join(', ');
}

/**
 * Returns the value of each line named `name`, in order. Values are normalized, because the raw lines of a
 * wire log may still carry the whitespace around them.
 *
 * https://fetch.spec.whatwg.org/#concept-header-value-normalize
 */
export function headerValues(list: HeaderList, name: string): readonly string[] {
  const lowerCaseName = byteLowerCase(name);
  return list
    .filter(([other]) => byteLowerCase(other) === lowerCaseName)
    .map(([, value]) => stripHttpWhitespace(value));
}

/**
 * Returns `list` without the lines named by one of `names`.
 *
 * https://fetch.spec.whatwg.org/#concept-header-list-delete
 */
export function deleteHeaders(list: HeaderList, names: readonly string[]): HeaderList {
  const lowerCaseNames = names.map(byteLowerCase);
  return list.filter(([name]) => !lowerCaseNames.includes(byteLowerCase(name)));
}

/**
 * Returns the names of all lines: lower-case, unique and sorted.
 *
 * https://fetch.spec.whatwg.org/#convert-header-names-to-a-sorted-lowercase-set
 */
export function headerNames(list: HeaderList): readonly string[] {
  return sortedLowerCaseSet(list.map(([name]) => name));
}

/**
 * Returns `names` lower-case, unique and sorted by byte.
 *
 * https://fetch.spec.whatwg.org/#convert-header-names-to-a-sorted-lowercase-set
 */
export function sortedLowerCaseSet(names: readonly string[]): readonly string[] {
  return [...new Set(names.map(byteLowerCase))].sort();
}

/**
 * Returns `text` with A to Z in lower case, and nothing else changed: `toLowerCase` would also turn the
 * Kelvin sign into a "k".
 *
 * https://infra.spec.whatwg.org/#byte-lowercase
 */
export function byteLowerCase(text: string): string {
  // Nearly every text is, and this is done with each name that is compared.
  if (isAscii.test(text)) return text.toLowerCase();
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}

const isAscii = /^[\0-\x7f]*$/;

/**
 * Returns the values of `name` in `list`, split at commas outside of quoted strings, or null when there is no
 * such line. Quotes stay in the values, and empty values are kept.
 *
 * https://fetch.spec.whatwg.org/#concept-header-list-get-decode-split
 */
export function getDecodeAndSplit(list: HeaderList, name: string): readonly string[] | null {
  const value = getHeader(list, name);
  return value === null ? null : decodeAndSplit(value);
}

/**
 * Returns `value` split at commas outside of quoted strings.
 *
 * https://fetch.spec.whatwg.org/#header-value-get-decode-and-split
 */
export function decodeAndSplit(value: string): readonly string[] {
  const values: string[] = [];
  let current = '';
  let quoted = false;
  for (let position = 0; position < value.length; position += 1) {
    const character = value.charAt(position);
    if (quoted && character === '\\') {
      current += value.slice(position, position + 2);
      position += 1;
    } else if (!quoted && character === ',') {
      values.push(current);
      current = '';
    } else {
      if (character === '"') quoted = !quoted;
      current += character;
    }
  }
  return [...values, current].map(stripTabsAndSpaces);
}
