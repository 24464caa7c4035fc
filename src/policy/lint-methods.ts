import { isForbiddenMethod, normalizeMethod } from '../fetch-standard/methods.ts';
import { isToken } from '../fetch-standard/http-syntax.ts';
import type { Fault } from './problem.ts';
import { quote } from './shown-value.ts';

/** Returns why a page cannot use, or a policy need not declare, the method `text`; null if all is well. */
export function methodFault(text: string): Fault | null {
  const fault = (problem: string, remedy: string): Fault => ({ value: quote(text), problem, remedy });
  const method = normalizeMethod(text);
  if (text === '*') return fault('is a wildcard', 'list the methods one by one');
  if (!isToken(text)) return fault('is not a method', 'write one token for each method, such as "GET"');
  if (isForbiddenMethod(text)) return fault('is a forbidden method, which no page can use', 'remove it');
  if (method === 'OPTIONS') {
    return fault('is the method of CORS-preflight requests, which browsers make by themselves', 'remove it');
  }
  const upperCase = method.toUpperCase();
  if (method === upperCase) return null;
  return fault(
    `is sent as it is written, and is another method than ${quote(upperCase)}`,
    `write ${quote(upperCase)}`,
  );
}
