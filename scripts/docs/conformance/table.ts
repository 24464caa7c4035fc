import { readFile } from 'node:fs/promises';
import { columnIds, type Cells, type ColumnId } from '../../../servers/conformance-runner/columns.ts';
import type { Intent, Library } from '../../../servers/conformance-runner/library.ts';
import { loadLibraries } from '../../../servers/conformance-runner/load.ts';
import type { IntentResult, Row } from '../../../servers/conformance-runner/row.ts';

/** A library with what it did; `row` is `null` where it has not run. */
export interface Entry {
  readonly library: Library;
  readonly ecosystem: string;
  readonly row: Row | null;
  /** The text of its file. */
  readonly file: string;
}

/** What people call the folders of servers/conformance/, in the order of the pages. */
export const ecosystems: Readonly<Record<string, string>> = {
  node: 'Node',
  python: 'Python',
  go: 'Go',
  jvm: 'Java and Kotlin',
  rust: 'Rust',
  ruby: 'Ruby',
  php: 'PHP',
  perl: 'Perl',
  haskell: 'Haskell',
  dotnet: '.NET',
  gateways: 'In front of an API',
  products: 'Servers of products',
};

/** Resolves to every library with its file of reports/conformance/, in the order of the pages. */
export async function loadEntries(): Promise<readonly Entry[]> {
  const order = Object.keys(ecosystems);
  const entries = await Promise.all(
    (await loadLibraries()).map(async ({ library, ecosystem }): Promise<Entry> => {
      const place = new URL(`../../../reports/conformance/${library.id}.json`, import.meta.url);
      const file = await readFile(place, 'utf8').catch(() => '');
      const row: Row | null = file === '' ? null : JSON.parse(file);
      return { library, ecosystem, row, file };
    }),
  );
  return entries.toSorted((one, other) => order.indexOf(one.ecosystem) - order.indexOf(other.ecosystem));
}

/** One line of a table. */
export interface Line {
  readonly entry: Entry;
  readonly intent: Intent;
  readonly result: IntentResult;
}

/** Returns the lines of one intent. */
export const linesOf = (entries: readonly Entry[], intent: Intent): readonly Line[] =>
  entries.flatMap((entry) => {
    const result = entry.row?.intents[intent];
    return result === undefined ? [] : [{ entry, intent, result }];
  });

/** A guess that was wrong. */
export interface Miss {
  readonly column: ColumnId;
  readonly guessed: string;
  readonly seen: string;
}

/** Returns how many cells of a line were guessed, and which guesses were wrong. Where nothing was asked, nothing was missed. */
export function guessesOf({ entry, intent, result: { cells } }: Line): {
  readonly count: number;
  readonly misses: readonly Miss[];
} {
  const guesses: Partial<Cells> = entry.library.guesses[intent] ?? {};
  const made = columnIds.flatMap((column) => {
    const [guessed, seen] = [guesses[column] ?? null, cells[column]];
    return guessed === null || seen === null ? [] : [{ column, guessed, seen }];
  });
  return { count: made.length, misses: made.filter(({ guessed, seen }) => guessed !== seen) };
}

/** Returns why a library has no line; `null` if it has one. */
export function absenceOf({ library, row }: Entry): string | null {
  if (row !== null) return null;
  return library.install.from === 'nowhere' ? library.install.reason : 'It has not run yet.';
}
