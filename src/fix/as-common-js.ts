/** A module of JavaScript as CommonJS has it, and those of its lines that differ, in order. */
export interface CommonJs {
  readonly text: string;
  readonly changed: readonly string[];
}

/**
 * Returns a module as CommonJS has it: `require()` for each import, `module.exports` for what it exports. Null where it
 * is none, or awaits at its top level, which CommonJS cannot.
 */
export function asCommonJs(text: string): CommonJs | null {
  if (!/^(?:import|export) /m.test(text) || /^await /m.test(text)) return null;
  const hasDefault = /^export default /m.test(text);
  const named = [...text.matchAll(/^export (?:const|async function|function) (\w+)/gm)].map(
    ([, name]) => name,
  );
  const ending = hasDefault || named.length === 0 ? [] : [`module.exports = { ${named.join(', ')} };`];
  const lines = text.split('\n').map((line) => ({ line, own: lineOf(line) }));
  return {
    text: [...lines.map(({ own }) => own), ...ending].join('\n'),
    changed: [...lines.flatMap(({ line, own }) => (line === own ? [] : [own])), ...ending],
  };
}

const lineOf = (line: string): string =>
  line
    .replace(/^import (.+) from ('[^']+');$/, (_, names: string, module: string) => {
      return `const ${names.replace(/ as /g, ': ')} = require(${module});`;
    })
    .replace(/^export default /, 'module.exports = ')
    .replace(/^export /, '');
