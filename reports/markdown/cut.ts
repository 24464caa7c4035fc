/**
 * Returns as much of a Markdown text as `fits`, cut before a heading or, if not even the first section fits, before a line,
 * and never within a block of code; `tail` then says that something is missing.
 */
export function cutMarkdown(text: string, fits: (text: string) => boolean, tail: string): string {
  if (fits(text)) return text;
  const lines = text.split('\n');
  const isOutside: boolean[] = [];
  let fence: string | null = null;
  for (const line of lines) {
    isOutside.push(fence === null);
    const mark = /^`{3,}/.exec(line)?.[0];
    if (mark === undefined) continue;
    if (fence === null) fence = mark;
    else if (line === fence) fence = null;
  }
  const upTo = (end: number): string => `${lines.slice(0, end).join('\n').trimEnd()}\n\n${tail}\n`;
  const last = (isEnd: (index: number) => boolean): number => {
    let [low, high] = [0, lines.length];
    // The longest text that fits, whatever its end; then the last allowed end before it.
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (fits(upTo(middle))) low = middle;
      else high = middle - 1;
    }
    while (low > 0 && !isEnd(low)) low -= 1;
    return low;
  };
  const heading = last((index) => isOutside[index] === true && /^#{2,3} /.test(lines[index] ?? ''));
  return upTo(heading > 0 ? heading : last((index) => isOutside[index] === true));
}
