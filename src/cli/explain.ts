import { engines } from '../../fixtures/engines.ts';
import { explainText } from '../explain.ts';
import { explanationLines } from '../explain/print.ts';
import { plainText } from '../explain/plain-text.ts';
import { longestText } from '../explain/read-text.ts';
import { fixFileLines } from '../explain/server-fixes.ts';
import { isStack, stacks, type LibraryFix } from '../fix.ts';
import { loadPrintableFixes } from '../fix/library.ts';

/** What the command reads from and writes to. */
export interface ExplainStreams {
  readonly stdin: AsyncIterable<string | Uint8Array> & { readonly isTTY?: boolean };
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * Explains a console text, given as arguments or on standard input, and with `--stack <name>` prints the fix for that
 * stack as well. Resolves with the exit code: 0 if the text was recognised, 1 if it is unknown, 2 if there was none or
 * the stack is none.
 */
export async function explainCommand(
  given: readonly string[],
  { stdin, stdout, stderr }: ExplainStreams,
  library: readonly LibraryFix[] | null = null,
): Promise<number> {
  const { stack, args } = readStack(given);
  if (stack !== null && !isStack(stack)) {
    stderr.write(`"${plainText(stack)}" is no stack. Write one of: ${Object.keys(stacks).join(', ')}.\n`);
    return 2;
  }
  const text = args.length > 0 ? args.join(' ') : stdin.isTTY === true ? '' : await readAll(stdin);
  if (text.trim() === '') {
    stderr.write(
      'Usage: cors-conformance explain [--stack <name>] "<console text>", or give the text on standard input.\n',
    );
    return 2;
  }
  const known = Object.values(engines).filter((engine) => engine !== undefined);
  const explained = explainText(text, known);
  if (explained.length === 0) {
    stderr.write(
      `This text is unknown: no engine (${known.map(({ name }) => name).join(', ')}) is known to print it. Paste the whole red text from the console, not what the page itself shows.\n`,
    );
    return 1;
  }
  const names = Object.fromEntries(known.map(({ id, name }) => [id, name]));
  const fixes = library ?? (await loadPrintableFixes());
  const lines = [
    ...explanationLines(explained, names, fixes),
    ...(stack === null ? [] : fixFileLines(explained, stack, fixes)),
  ];
  stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** `--stack nginx` or `--stack=nginx`, before or behind the text. */
function readStack(given: readonly string[]): {
  readonly stack: string | null;
  readonly args: readonly string[];
} {
  const at = given.findIndex((arg) => arg === '--stack' || arg.startsWith('--stack='));
  const option = given[at];
  if (option === undefined) return { stack: null, args: given };
  const joined = option !== '--stack';
  const stack = joined ? option.slice('--stack='.length) : (given[at + 1] ?? '');
  return { stack, args: [...given.slice(0, at), ...given.slice(at + (joined ? 1 : 2))] };
}

async function readAll(stream: ExplainStreams['stdin']): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    if (text.length > longestText) break;
  }
  return text;
}
