/**
 * Reports whether `text` is an HTTP token: the form of a method and of a header name.
 *
 * https://httpwg.org/specs/rfc9110.html#rule.token.separators
 */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
}

/**
 * Returns `text` without HTTP whitespace at both ends. Takes linear time, which a regular expression with `$`
 * does not on a value of many spaces.
 *
 * https://fetch.spec.whatwg.org/#http-whitespace
 */
export function stripHttpWhitespace(text: string): string {
  return strip(text, '\t\n\r ');
}

/**
 * Returns `text` without HTTP tabs or spaces at both ends.
 *
 * https://fetch.spec.whatwg.org/#http-tab-or-space
 */
export function stripTabsAndSpaces(text: string): string {
  return strip(text, '\t ');
}

function strip(text: string, whitespace: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && whitespace.includes(text.charAt(start))) start += 1;
  while (end > start && whitespace.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
