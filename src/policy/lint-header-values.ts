import { redacted } from './shown-value.ts';
import type { Fault } from './problem.ts';

/** Returns why `value` cannot be the value of a header; null if it can. The value itself is never shown. */
export function headerValueFault(value: string | undefined): Fault | null {
  const fault = (problem: string, remedy: string): Fault => ({
    value: value === undefined ? '' : redacted,
    problem,
    remedy,
  });
  if (value === undefined) return fault('is undefined', setVariable);
  if (value === '') return fault('is empty', setVariable);
  if (/[\r\n]/.test(value)) return fault('contains a line break', 'remove it, for instance with .trim()');
  if (/[\0-\u0008\u000b-\u001f\u007f]|[^\0-\u00ff]/.test(value)) {
    return fault('contains a character that no header value can carry', 'write visible ASCII characters');
  }
  if (/^[ \t]|[ \t]$/.test(value)) return fault('begins or ends with white space', setVariable);
  const last = /(?:^|[\s:=])(undefined|null|\[object \w+\])$/.exec(value)?.[1];
  return last === undefined ? null : fault(`ends with the word ${last}`, setVariable);
}

const setVariable = 'set the environment variable that it is made of, or write the value';
