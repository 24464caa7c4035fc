import { visible, visibleLines } from './visible-text.ts';

/**
 * Returns `text` as Markdown that shows it literally after other text: in a paragraph, a list item or a table
 * cell. Made visible first, so it is one line; then whatever could be emphasis, code, a link, HTML, a
 * reference, a table or the mention of somebody on GitHub is escaped.
 *
 * https://spec.commonmark.org/current/#backslash-escapes
 */
export function plain(text: string): string {
  return visible(text).replace(/[\\`*_[\]|~<>&@]|:(?=\/\/)|(?<=\bwww)\.|^[-+=#]|(?<=^\d+)[.)]/gi, escaped);
}

/**
 * Returns `text` as a code span, which shows it literally: the fence is longer than any run of backticks in
 * it. A pipe is escaped for table cells, where GitHub takes the backslash away again.
 *
 * https://github.github.com/gfm/#example-200
 */
export function code(text: string): string {
  const shown = visible(text);
  if (shown === '') return '(empty)';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const padding = /^[` ]|[` ]$/.test(shown) ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** Writes `text` as `code` does, inside a table cell. */
export function cellCode(text: string): string {
  return code(text).replaceAll('|', '\\|');
}

/** Returns `lines` as a fenced code block, which nothing in them can end. */
export function codeBlock(lines: readonly string[], language = ''): string {
  return fenced(lines.map(visible), language);
}

/** Writes `text` as `codeBlock` does, for a whole file, whose lines stay lines. */
export function fileBlock(text: string, language: string): string {
  return fenced(visibleLines(text.trimEnd()), language.replace(/[^a-z0-9-]/gi, ''));
}

function fenced(shown: readonly string[], language: string): string {
  const fence = '`'.repeat(Math.max(3, ...shown.map((line) => longestRun(line) + 1)));
  return [`${fence}${language}`, ...shown, fence].join('\n');
}

/** Returns `text` as text between HTML tags of our own, where Markdown is not read. */
export function htmlText(text: string): string {
  return visible(text).replace(/[&<>@]/g, escaped);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  ':': '&#58;',
  '.': '&#46;',
  // GitHub looks for names to notify after it has resolved references, but not across a comment.
  '@': '@<!-- -->',
};

function escaped(character: string): string {
  return references[character] ?? `\\${character}`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
