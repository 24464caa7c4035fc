import type { Readable } from 'node:stream';

const keptLines = 60;
const keptLineLength = 2_000;

/** The last lines of a process's two streams, without terminal control sequences. */
export class OutputLog {
  #lines: string[] = [];
  #waiting = new Set<(line: string) => void>();

  constructor(...streams: readonly Readable[]) {
    for (const stream of streams) {
      let rest = '';
      stream.setEncoding('utf8');
      stream.on('data', (chunk: string) => {
        const lines = (rest + chunk).split(/\r?\n/);
        rest = (lines.pop() ?? '').slice(-keptLineLength);
        for (const line of lines) this.#add(line);
      });
      stream.on('end', () => {
        if (rest !== '') this.#add(rest);
      });
    }
  }

  tail(): string {
    return this.#lines.join('\n');
  }

  /** Resolves with what follows `prefix` in the first line, past or to come, that begins so (leading spaces aside). */
  lineAfter(prefix: string): Promise<string> {
    return new Promise((resolve) => {
      const look = (line: string): void => {
        const text = line.trimStart();
        if (!text.startsWith(prefix)) return;
        this.#waiting.delete(look);
        resolve(text.slice(prefix.length));
      };
      this.#waiting.add(look);
      for (const line of this.#lines) look(line);
    });
  }

  #add(line: string): void {
    const plain = line.replace(/\u001b\[[0-9;?]*[A-Za-z]/g, '').slice(0, keptLineLength);
    this.#lines.push(plain);
    if (this.#lines.length > keptLines) this.#lines.shift();
    for (const look of [...this.#waiting]) look(plain);
  }
}
