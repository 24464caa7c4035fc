import { plainText } from '../words/plain-text.ts';
import { nearName } from '../policy/near-name.ts';

/**
 * Returns a sentence on what `parseArgs` of node:util threw about an option of `command`, with the one of `known` that was
 * probably meant; `null` for any other error.
 */
export function optionSlip(cause: unknown, command: string, known: readonly string[]): string | null {
  if (!(cause instanceof TypeError) || !('code' in cause)) return null;
  const given = /'(-{1,2}[^'\s]+)/.exec(cause.message)?.[1] ?? '';
  if (cause.code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION')
    return `${plainText(cause.message.split('. ')[0] ?? '')}.`;
  const near = nearName(given.replace(/^-+/, ''), known);
  return `${plainText(given)} is no option of ${command}${near === null ? '.' : `: did you mean --${near}?`}`;
}
