import { BrowserError } from '../browser/find-browser.ts';
import { PolicyError } from '../policy/problem.ts';
import { askedLanguage, languageVariable } from '../words/asked-language.ts';
import { exitCodes } from '../words/exit-codes.ts';
import { languages } from '../words/language.ts';
import { plainText } from '../words/plain-text.ts';
import { say, speaking, type Word } from '../words/say.ts';
import { readArguments, type Given, type Option, type Options } from './read-arguments.ts';

/** What a command reads from and writes to. */
export interface Context {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly now: Date;
  readonly stdin: AsyncIterable<string | Uint8Array> & { readonly isTTY?: boolean };
  readonly out: (line: string) => void;
  readonly error: (line: string) => void;
  /** Asks whoever sits at the terminal, and resolves with the answer; `null` where nobody does. */
  readonly question: ((question: string) => Promise<string>) | null;
}

export interface Command {
  readonly name: string;
  /** What it does, in the list of all commands. */
  readonly said: Word;
  /** Resolves with the exit code. Rejects only with a fault of our own. */
  run(args: readonly string[], context: Context): Promise<number>;
}

interface CommandParts<Name extends string> {
  readonly name: string;
  readonly said: Word;
  /** How it is written, behind its name: a line for each way. */
  readonly usage: readonly string[];
  /** What stands below that. */
  readonly about: Word;
  readonly options: Readonly<Record<Name, Option>>;
  /** What may stand beside the options: `words`, or a `text` that may hold what looks like an option. Default: nothing. */
  readonly beside?: 'words' | 'text';
  /** Returns a sentence on each argument that is wrong, once all of them can be read. Default: none is. */
  readonly faults?: (given: Given<Name>, context: Context) => readonly string[];
  /** Does it. Resolves with the exit code, or with sentences on what is wrong after all. */
  readonly act: (given: Given<Name>, context: Context) => Promise<Outcome> | Outcome;
}

type Outcome = number | readonly string[];

const common = {
  lang: {
    value: 'name',
    said: 'en or ja; without it CORS_LANG, and without that the locale (LC_ALL, LC_MESSAGES, LANG)',
  },
  help: { said: 'print this' },
} as const satisfies Options;

/**
 * Returns the command of these parts. They all take `--help` and `--lang`, tell at once everything that is wrong with
 * their arguments, and end with 2 for that and for a wrong policy, and with 4 for a browser that is missing.
 */
export function defineCommand<Name extends string>(parts: CommandParts<Name>): Command {
  const { name, said, beside = null, faults = () => [], act } = parts;
  const options: Readonly<Record<Name | keyof typeof common, Option>> = { ...parts.options, ...common };
  return {
    name,
    said,
    run: (args, given) => {
      const read = readArguments(args, options, { command: name, beside });
      const lang = read.given.text('lang');
      const { language, wrong } = askedLanguage(given.env, { option: lang });
      const env = lang === null ? given.env : { ...given.env, [languageVariable]: language };
      const context = { ...given, env };
      const outcome = async (): Promise<Outcome> => {
        if (wrong !== null) return [noLanguage(wrong)];
        if (read.given.has('help')) {
          context.out(usageOf(parts, options));
          return exitCodes.passed;
        }
        const unread = read.problems();
        const problems = unread.length > 0 ? unread : faults(read.given, context);
        return problems.length > 0 ? problems : act(read.given, context);
      };
      return speaking(language, async () => {
        try {
          const ended = await outcome();
          if (typeof ended === 'number') return ended;
          const help = say('cors-conformance {command} --help lists the options.', { command: name });
          context.error([...ended, help].join('\n'));
          return exitCodes.policy;
        } catch (cause) {
          if (!(cause instanceof PolicyError || cause instanceof BrowserError)) throw cause;
          context.error(cause.message);
          return cause instanceof PolicyError ? exitCodes.policy : exitCodes.witness;
        }
      });
    },
  };
}

const noLanguage = (name: string): string =>
  say('{name} is no language. Write one of: {all}.', { name: plainText(name), all: languages.join(', ') });

function usageOf(
  { name, usage, about }: Pick<CommandParts<string>, 'name' | 'usage' | 'about'>,
  options: Options,
): string {
  const [first = '', ...more] = usage;
  const rows = Object.entries(options).map(
    ([option, { value, said }]) =>
      [
        `--${option}${value === undefined ? '' : ` <${value}>`}${option === 'help' ? ', -h' : ''}`,
        say(said),
      ] as const,
  );
  const width = Math.max(...rows.map(([option]) => option.length)) + 3;
  const several = Object.keys(options).filter((option) => options[option]?.isRepeatable === true);
  return [
    say('Usage: {line}', { line: `cors-conformance ${name} ${first}`.trimEnd() }),
    ...more.map((line) => `       cors-conformance ${name} ${line}`),
    '',
    say(about),
    '',
    ...rows.map(([option, text]) => `  ${option.padEnd(width)}${text}`),
    ...(several.length === 0
      ? []
      : [
          '',
          say('{options} may be given several times.', {
            options: several.map((option) => `--${option}`).join(', '),
          }),
        ]),
  ].join('\n');
}
