import type { Command, Context } from '../../src/cli/command.ts';

/** What a command did: its exit code, and the lines that it wrote. */
export interface CommandRun {
  readonly code: number;
  readonly out: readonly string[];
  readonly error: readonly string[];
  /** `exit code 0` and all lines in their order. */
  readonly lines: readonly string[];
}

/** Runs a command in an environment of its own, where nobody can be asked unless `context` says so. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  context: Partial<Context> = {},
): Promise<CommandRun> {
  const [out, error, lines]: [string[], string[], string[]] = [[], [], []];
  const writer =
    (stream: string[]) =>
    (text: string): void => {
      stream.push(...text.split('\n'));
      lines.push(...text.split('\n'));
    };
  const code = await command.run(args, {
    cwd: '/nonexistent',
    env: {},
    now: new Date('2026-11-30T12:00:00Z'),
    stdin: chunks([]),
    out: writer(out),
    error: writer(error),
    question: null,
    ...context,
  });
  return { code, out, error, lines: [`exit code ${code}`, ...lines] };
}

/** Returns a stream of these chunks. */
export async function* chunks(
  of: readonly (string | Uint8Array)[],
): AsyncGenerator<string | Uint8Array, void, void> {
  yield* of;
}
