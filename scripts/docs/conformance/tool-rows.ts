import { readFile } from 'node:fs/promises';

/** What one tool made of one request. */
export interface ToolCell {
  readonly id: string;
  /** Whether a CORS-preflight request came. */
  readonly asks: boolean;
  /** `not told`: it lets past what its own check should refuse. */
  readonly outcome: 'read' | 'refused' | 'not told';
  /** Whether the response header `X-Total-Count` was read. */
  readonly total: boolean;
}

/** A tool or an engine, and what it made of every request. */
export interface ToolRow {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly isEngine: boolean;
  readonly cells: readonly ToolCell[];
}

/** Resolves to what the tools did when they ran last; empty where they never ran. */
export async function loadToolRows(): Promise<readonly ToolRow[]> {
  const place = new URL('../../../reports/conformance/test-tools.json', import.meta.url);
  return JSON.parse(await readFile(place, 'utf8').catch(() => '[]'));
}

/** Returns a row as JSON, each cell on a line of its own. */
export const printToolRow = ({ cells, ...head }: ToolRow): string =>
  [
    `  ${JSON.stringify(head).slice(0, -1)},"cells":[`,
    cells.map((cell) => `    ${JSON.stringify(cell)}`).join(',\n'),
    '  ]}',
  ].join('\n');
