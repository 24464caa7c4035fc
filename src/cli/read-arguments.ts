import { nearName } from '../policy/near-name.ts';
import { plainText } from '../words/plain-text.ts';
import { say, type Word } from '../words/say.ts';

/** An option of a command. */
export interface Option {
  /** What stands for its value in the help; an option without one is a flag. */
  readonly value?: string;
  readonly isRepeatable?: true;
  /** What is said of it in the help. */
  readonly said: Word;
}

export type Options = Readonly<Record<string, Option>>;

/** What arguments say, by the names of the options. */
export interface Given<Name extends string> {
  /** What belongs to no option. */
  readonly words: readonly string[];
  has(name: Name): boolean;
  /** Returns the value of an option; `null` where it was not given. */
  text(name: Name): string | null;
  /** Returns the values of an option in their order. */
  texts(name: Name): readonly string[];
}

/**
 * Reads `--name value`, `--name=value`, `--flag` and words in any order. Returns what was
 * given, and a sentence on each argument that is none of `command`, lacks its value, has one too many or may not be
 * repeated. `beside` is what may stand beside the options; in a `text`, what looks like an option is a word, unless it
 * nearly is one.
 */
export function readArguments<Name extends string>(
  args: readonly string[],
  options: Readonly<Record<Name, Option>>,
  { command, beside }: { readonly command: string; readonly beside: 'words' | 'text' | null },
): { readonly given: Given<Name>; readonly problems: () => readonly string[] } {
  const isText = beside === 'text';
  const known = new Map<string, Option>(Object.entries(options));
  const values = new Map<string, string[]>();
  const words: string[] = [];
  const problems: (() => string)[] = [];
  const left = [...args];
  for (let arg = left.shift(); arg !== undefined; arg = left.shift()) {
    const [, name = '', value] =
      /^--([a-z][\w-]*)(?:=([^]*))?$/i.exec(arg === '-h' && words.length === 0 ? '--help' : arg) ?? [];
    const option = known.get(name);
    if (option === undefined) {
      const isOption = isText
        ? name !== '' && (words.length === 0 || nearName(name, [...known.keys()]) !== null)
        : /^-./.test(arg);
      if (isOption) {
        problems.push(() => noOption(arg, name, command, [...known.keys()]));
        if (isText) {
          problems.push(() => say('A text that begins so stands between quotes, with its other words.'));
        }
        // Most likely its value, of which there is nothing to say.
        if (!isText && !arg.includes('=') && /^[^-]/.test(left[0] ?? '')) left.shift();
      } else words.push(arg);
      if (!isOption && beside === null) problems.push(() => tooMuch(arg, command));
      continue;
    }
    const given = values.get(name) ?? [];
    values.set(name, given);
    if (option.value === undefined) {
      given.push('');
      if (value !== undefined) problems.push(() => say('--{name} takes no value.', { name }));
    } else if (value !== undefined) given.push(value);
    else if (left[0] === undefined || /^--[a-z]/i.test(left[0])) {
      problems.push(() => say('--{name} is given no value.', { name }));
    } else given.push(...left.splice(0, 1));
  }
  for (const [name, { length }] of values) {
    const option = known.get(name);
    if (length < 2 || option?.isRepeatable === true || option?.value === undefined) continue;
    problems.push(() => say('--{name} was given {count} times: it has one value.', { name, count: length }));
  }
  const texts = (name: Name): readonly string[] => values.get(name) ?? [];
  return {
    given: { words, has: (name) => values.has(name), text: (name) => texts(name)[0] ?? null, texts },
    problems: () => problems.map((sentence) => sentence()),
  };
}

const tooMuch = (word: string, command: string): string =>
  say('"{word}" is too much: {command} takes options alone.', { word: plainText(word), command });

function noOption(arg: string, name: string, command: string, known: readonly string[]): string {
  const near = nearName(name, known);
  const option = plainText(arg.replace(/=[^]*/, ''));
  return near === null
    ? say('{option} is no option of {command}.', { option, command })
    : say('{option} is no option of {command}: did you mean --{near}?', { option, command, near });
}
