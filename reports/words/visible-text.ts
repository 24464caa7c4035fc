/**
 * Returns `text` on one line with every character shown that could act instead of being read: controls and
 * line breaks, format characters (bidi controls, zero-width ones), and lone surrogates become a visible
 * `\n`, `\x1b` or `\u{202e}`. Everything else is kept as it is, so an ordinary text is shown verbatim.
 *
 * Every text of a response, and every error of a run, passes through here before a format escapes it for
 * its own syntax: no header can start a terminal sequence, reorder a line or forge a line of a report.
 */
export function visible(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escaped);
}

/**
 * Makes text visible as `visible` does, but line feeds stay line breaks: for texts that are ours or a runner's, such as
 * a stack or a file.
 */
export function visibleLines(text: string): readonly string[] {
  return text.split(/\r?\n/).map((line) => visible(line.replaceAll('\t', '  ')));
}

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  return named[character] ?? (code <= 0xff ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`);
}
