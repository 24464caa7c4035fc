import { engines } from '../../fixtures/engines.ts';
import { explanationJson } from '../explain/as-json.ts';
import { explainText } from '../explain/explain.ts';
import { explanationLines } from '../explain/print.ts';
import { plainText } from '../words/plain-text.ts';
import { longestText } from '../explain/read-text.ts';
import { fixFileLines } from '../explain/server-fixes.ts';
import { isStack, stacks, type LibraryFix } from '../fix/fix.ts';
import { loadPrintableFixes } from '../fix/library.ts';
import { exitCodes } from '../words/exit-codes.ts';
import { say, spokenLanguage } from '../words/say.ts';
import { defineCommand, type Command, type Context } from './command.ts';

/** Returns the command that explains a console text, with the files of `library`, or of the package where it is null. */
export const explainWith = (library: readonly LibraryFix[] | null): Command =>
  defineCommand({
    name: 'explain',
    said: 'say what a console text means: its diagnosis, cause and fix (text as arguments or on stdin)',
    usage: ['[options] "<console text>"'],
    about:
      'Says what a red text of a console means, and which files cure it. The text may come on standard input as well. The exit code is 1 where it is unknown.',
    options: {
      stack: {
        value: 'name',
        said: 'print the fix for that stack as well, such as nginx',
      },
      json: {
        said: 'print one JSON object, in English alone: version, failures (text, engines, values, note, diagnoses, questions, other), fix',
      },
    },
    beside: 'text',
    faults: (given) => {
      const stack = given.text('stack');
      return stack === null || isStack(stack)
        ? []
        : [say('"{name}" is no stack. Write one of: {all}.', { name: plainText(stack), all: allStacks })];
    },
    act: async (given, { stdin, out, error }) => {
      const stack = given.text('stack');
      const isJson = given.has('json');
      const { words } = given;
      const text = words.length > 0 ? words.join(' ') : stdin.isTTY === true ? '' : await readAll(stdin);
      if (text.trim() === '') return [say('No console text was given.')];
      const known = Object.values(engines).filter((engine) => engine !== undefined);
      const spoken = isJson ? 'en' : spokenLanguage();
      const explained = explainText(text, known, spoken);
      if (explained.length === 0) {
        if (isJson) out(explanationJson([], null));
        const names = known.map(({ name }) => name).join(', ');
        error(
          say(
            'This text is unknown: no engine ({names}) is known to print it. Paste the whole red text from the console, not what the page itself shows.',
            { names },
          ),
        );
        return exitCodes.findings;
      }
      const fixes = library ?? (await loadPrintableFixes());
      const fix =
        stack === null || !isStack(stack)
          ? null
          : { stack, lines: fixFileLines(explained, stack, fixes, spoken) };
      if (isJson) out(explanationJson(explained, fix));
      else {
        const names = Object.fromEntries(known.map(({ id, name }) => [id, name]));
        out([...explanationLines(explained, names, fixes, spoken), ...(fix?.lines ?? [])].join('\n'));
      }
      return exitCodes.passed;
    },
  });

export const explainCommand = explainWith(null);

const allStacks = Object.keys(stacks).join(', ');

async function readAll(stream: Context['stdin']): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > longestText) break;
  }
  return text;
}
