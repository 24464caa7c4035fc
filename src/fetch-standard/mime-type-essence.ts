import { byteLowerCase } from './header-list.ts';
import { isToken } from './http-token.ts';
import { stripHttpWhitespace } from './http-whitespace.ts';

/**
 * Returns the essence of the MIME type `input`, in lower case, or null when parsing fails. Parameters are
 * never a reason to fail.
 *
 * https://mimesniff.spec.whatwg.org/#parse-a-mime-type
 */
export function mimeTypeEssence(input: string): string | null {
  const [beforeParameters = ''] = stripHttpWhitespace(input).split(';');
  const essence = stripHttpWhitespace(beforeParameters);
  const slash = essence.indexOf('/');
  const hasBothParts = isToken(essence.slice(0, Math.max(slash, 0))) && isToken(essence.slice(slash + 1));
  return hasBothParts ? byteLowerCase(essence) : null;
}
