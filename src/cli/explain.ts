import { engines } from '../../fixtures/engines.ts';
import { explanationJson } from '../explain/as-json.ts';
import { explainText } from '../explain/explain.ts';
import { explanationLines } from '../explain/print.ts';
import { plainText } from '../words/plain-text.ts';
import { longestText } from '../explain/read-text.ts';
import { fixFileLines } from '../explain/server-fixes.ts';
import { isStack, stacks, type LibraryFix } from '../fix/fix.ts';
import { loadPrintableFixes } from '../fix/library.ts';
import { readExplainArguments } from './explain-arguments.ts';

const usage = `Usage: cors-conformance explain [--stack <name>] [--json] "<console text>", or give the text on standard input.

  --stack <name>  print the fix for that stack as well, one of: ${Object.keys(stacks).join(', ')}
  --json          print one JSON object: version, failures (text, engines, values, note, diagnoses, questions, other), fix
  --help, -h      print this
`;

/** What the command reads from and writes to. */
export interface ExplainStreams {
  readonly stdin: AsyncIterable<string | Uint8Array> & { readonly isTTY?: boolean };
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * Explains a console text, given as arguments or on standard input, and with `--stack <name>` prints the fix for that
 * stack as well; with `--json` as one JSON object. Resolves with the exit code: 0 if the text was recognised or help asked for, 1 if it is unknown, 2 if there
 * was none, or the stack or an option is none.
 */
export async function explainCommand(
  given: readonly string[],
  { stdin, stdout, stderr }: ExplainStreams,
  library: readonly LibraryFix[] | null = null,
): Promise<number> {
  const asked = readExplainArguments(given);
  if (asked.kind === 'help') {
    stdout.write(usage);
    return 0;
  }
  if (asked.kind === 'unknown option') {
    const near = asked.near === null ? '' : ` Did you mean ${asked.near}?`;
    stderr.write(
      `"${plainText(asked.option)}" is no option of explain.${near} A text that begins so stands between quotes, with its other words.\n\n${usage}`,
    );
    return 2;
  }
  const { stack, json, words } = asked;
  if (stack !== null && !isStack(stack)) {
    stderr.write(`"${plainText(stack)}" is no stack. Write one of: ${Object.keys(stacks).join(', ')}.\n`);
    return 2;
  }
  const text = words.length > 0 ? words.join(' ') : stdin.isTTY === true ? '' : await readAll(stdin);
  if (text.trim() === '') {
    stderr.write(usage);
    return 2;
  }
  const known = Object.values(engines).filter((engine) => engine !== undefined);
  const explained = explainText(text, known);
  if (explained.length === 0) {
    if (json) stdout.write(`${explanationJson([], null)}\n`);
    stderr.write(
      `This text is unknown: no engine (${known.map(({ name }) => name).join(', ')}) is known to print it. Paste the whole red text from the console, not what the page itself shows.\n`,
    );
    return 1;
  }
  const fixes = library ?? (await loadPrintableFixes());
  const fix = stack === null ? null : { stack, lines: fixFileLines(explained, stack, fixes) };
  if (json) {
    stdout.write(`${explanationJson(explained, fix)}\n`);
    return 0;
  }
  const names = Object.fromEntries(known.map(({ id, name }) => [id, name]));
  const lines = [...explanationLines(explained, names, fixes), ...(fix?.lines ?? [])];
  stdout.write(`${lines.join('\n')}\n`);
  return 0;
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
