/** Returns text that begins neither HTML nor emphasis, and ends no cell of a table. */
export const escaped = (text: string): string => text.replace(/[|*_<>\\]/g, '\\$&');

/** Returns `markdown` with each placeholder of a diagnosis' sentences, `{url}`, as a word in italics. */
export const inItalics = (markdown: string): string => markdown.replace(/\{(\w+)\}/g, '_$1_');

/** Returns the lines of a table. Each cell is Markdown. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);
