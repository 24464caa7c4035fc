import { getHeader, type HeaderList } from './header-list.ts';
import { stripTabsAndSpaces } from './http-whitespace.ts';

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
