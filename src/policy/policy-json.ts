import { PolicyError } from './problem.ts';
import { say } from '../words/say.ts';

/** Returns the value of the JSON text `source` of the file `name`. Throws a `PolicyError`. */
export function parsePolicyJson(source: string, name: string): unknown {
  try {
    const value: unknown = JSON.parse(source.replace(/^\ufeff/, ''));
    return value;
  } catch (error) {
    // The parser's own message quotes the text around the error, which may be a secret.
    const position = /at position (\d+)/.exec(String(error))?.[1];
    const before = position === undefined ? null : source.slice(0, Number(position)).split('\n');
    throw new PolicyError([
      {
        place: before === null ? name : `${name}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`,
        value: '',
        problem: say('is not valid JSON'),
        remedy: say('names and texts need double quotes, and no comma stands behind the last entry'),
      },
    ]);
  }
}
