import { PolicyError } from './problem.ts';

/** Returns the value of the JSON text `source` of the file `name`. Throws a `PolicyError`. */
export function parsePolicyJson(source: string, name: string): unknown {
  try {
    const value: unknown = JSON.parse(source.replace(/^\ufeff/, ''));
    return value;
  } catch (error) {
    // The parser's own message quotes the text around the error, which may be a secret.
    const position = /at position (\d+)/.exec(String(error))?.[1];
    const line = position === undefined ? '' : `:${source.slice(0, Number(position)).split('\n').length}`;
    throw new PolicyError([
      { place: `${name}${line}`, value: '', problem: 'is not valid JSON', remedy: 'correct it' },
    ]);
  }
}
