import { nearName } from '../policy/near-name.ts';

/** What the arguments of `explain` ask for, and in which language; `null`: they do not say. */
export type ExplainArguments = { readonly lang: string | null } & (
  | { readonly kind: 'help' }
  /** `near` is the option that it most likely stands for. */
  | { readonly kind: 'unknown option'; readonly option: string; readonly near: string | null }
  /** `words` are the text, and none where it comes on standard input. */
  | {
      readonly kind: 'text';
      readonly stack: string | null;
      readonly json: boolean;
      readonly words: readonly string[];
    }
);

/**
 * Reads `--help`, `--json`, and `--stack nginx` or `--stack=nginx`, and `--lang` likewise; all but the first may stand
 * behind the text as well. Before the text, what begins with `--` is an option. In it or behind it, it is a word of the
 * text, unless it nearly is an option. Pure.
 */
export function readExplainArguments(given: readonly string[]): ExplainArguments {
  const { value: stack, words: withLang } = withoutOption('stack', given);
  const { value: lang, words: rest } = withoutOption('lang', withLang);
  const words = rest.filter((word) => word !== '--json');
  const [first = ''] = words;
  if (first === '-h' || nameOf(first) === 'help') return { kind: 'help', lang };
  const unknown = words.find(
    (word, index) => nameOf(word) !== null && (index === 0 || nearOption(word) !== null),
  );
  if (unknown !== undefined)
    return { kind: 'unknown option', lang, option: unknown, near: nearOption(unknown) };
  return { kind: 'text', lang, stack, json: words.length < rest.length, words };
}

/** Takes the first `--<name> <value>` or `--<name>=<value>` out of `given`. */
function withoutOption(
  name: string,
  given: readonly string[],
): { readonly value: string | null; readonly words: readonly string[] } {
  const at = given.findIndex((arg) => nameOf(arg) === name);
  if (at < 0) return { value: null, words: given };
  const option = given[at] ?? '';
  const isJoined = option.includes('=');
  const value = isJoined ? option.slice(option.indexOf('=') + 1) : (given[at + 1] ?? '');
  return { value, words: [...given.slice(0, at), ...given.slice(at + (isJoined ? 1 : 2))] };
}

/** Returns the name of an option; `null` for an argument that is none, such as a whole text between quotes. */
const nameOf = (arg: string): string | null => /^--([a-z][\w-]*)(?:=\S*)?$/i.exec(arg)?.[1] ?? null;

const nearOption = (arg: string): string | null => {
  const near = nearName(nameOf(arg) ?? '', ['stack', 'help', 'json', 'lang']);
  return near === null ? null : `--${near}`;
};
