import { engines } from '../../fixtures/engines.ts';
import { explainText } from '../explain.ts';
import { explanationLines } from '../explain/print.ts';
import { longestText } from '../explain/read-text.ts';

/** What the command reads from and writes to. */
export interface ExplainStreams {
  readonly stdin: AsyncIterable<string | Uint8Array> & { readonly isTTY?: boolean };
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/**
 * Explains a console text, given as arguments or on standard input. Resolves with the exit code: 0 if it was
 * recognised, 1 if it is unknown, 2 if there was none.
 */
export async function explainCommand(
  args: readonly string[],
  { stdin, stdout, stderr }: ExplainStreams,
): Promise<number> {
  const text = args.length > 0 ? args.join(' ') : stdin.isTTY === true ? '' : await readAll(stdin);
  if (text.trim() === '') {
    stderr.write('Usage: cors-conformance explain "<console text>", or give the text on standard input.\n');
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
  stdout.write(`${explanationLines(explained, names).join('\n')}\n`);
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
