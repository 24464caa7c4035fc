/**
 * Returns `text` on one line and without characters that a terminal obeys or hides: control characters, and
 * marks that turn the direction of writing.
 */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ');
}
