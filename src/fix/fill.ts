import { isSyntax, syntaxes, Unwritable, type Syntax, type SyntaxId } from './syntaxes.ts';
import { checkFixValues, FixValueError, type FixValues, type ValueKey } from './values.ts';

/** A placeholder that says nothing this filler knows. `line` counts from 1. */
export class FixTemplateError extends Error {
  override readonly name = 'FixTemplateError';
  readonly code = 'FIX_TEMPLATE';
  readonly line: number;
  constructor(line: number, placeholder: string, problem: string) {
    super(`line ${line}: ${placeholder} ${problem}`);
    this.line = line;
  }
}

const lineWidth = 100;
const condition = /^(\s*)\{\{(if|unless) (\w+)\}\} ?(.*)$/;
const repetition = /\{\{each (\w+) as ([\w-]+)\}\}/;
const placeholder = /\{\{(\w+)( joined)? as ([\w-]+)\}\}/g;

/**
 * Returns `file` with its placeholders replaced by `values`:
 *
 * - `{{origins as js}}`: the value as a literal of that language, a list as a list literal; for a language of
 *   regular expressions, a list is an alternation.
 * - `{{methods joined as nginx}}`: the list as one text, parted by `, `.
 * - `{{each origins as nginx}}`: the whole line once per item.
 * - `{{if credentials}}` and `{{unless credentials}}` before a line: the line stays only if the value is (not)
 *   true, the list (not) empty, or the number (not) there.
 *
 * Pure. Throws `FixValueError` for values that cannot be written and `FixTemplateError` for a placeholder
 * that says nothing.
 */
export function fillFix(file: string, values: FixValues): string {
  checkFixValues(values);
  const lines: string[] = [];
  for (const [index, line] of file.split('\n').entries()) lines.push(...fillLine(line, index + 1, values));
  return lines.join('\n');
}

function fillLine(line: string, number: number, values: FixValues): readonly string[] {
  const [marked, indentation = '', word, name = '', rest = ''] = condition.exec(line) ?? [];
  if (marked !== undefined) {
    const value = valueOf(name, values, number, marked);
    const holds = Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
    return holds === (word === 'if') ? fillLine(indentation + rest, number, values) : [];
  }
  const [each, key = '', language = ''] = repetition.exec(line) ?? [];
  if (each !== undefined) {
    const syntax = syntaxOf(language, number, each);
    const items = listOf(valueOf(key, values, number, each), number, each);
    return items.flatMap((item) =>
      fillLine(
        line.replace(each, () => write(syntax, key, item)),
        number,
        values,
      ),
    );
  }
  const filled = line.replace(
    placeholder,
    (whole, key: string, joined: string | undefined, language: string) => {
      const value = valueOf(key, values, number, whole);
      const syntax = syntaxOf(language, number, whole);
      if (value === null)
        throw new FixTemplateError(number, whole, 'has no value: begin the line with {{if …}}');
      if (joined !== undefined) return write(syntax, key, listOf(value, number, whole).join(', '));
      if (typeof value === 'boolean') return syntax.boolean(value);
      if (typeof value === 'number') return String(value);
      if (typeof value === 'string') return write(syntax, key, value);
      const items = value.map((item) => write(syntax, key, item));
      if (language.endsWith('-regex')) return items.join('|');
      if (syntax.list === null)
        throw new FixTemplateError(number, whole, 'is a list, and this language has none');
      return writeList(syntax.list, items, line, whole);
    },
  );
  const left = /\{\{.*?\}\}/.exec(filled)?.[0];
  if (left !== undefined) throw new FixTemplateError(number, left, 'is not a placeholder');
  return [filled];
}

/** Writes the list on one line if it fits, else one item a line. */
function writeList(
  list: NonNullable<Syntax['list']>,
  items: readonly string[],
  line: string,
  whole: string,
): string {
  const short = list.open + items.join(', ') + list.close;
  if (line.length - whole.length + short.length <= lineWidth) return short;
  const indentation = /^\s*/.exec(line)?.[0] ?? '';
  const inner = items.map((item) => `${indentation}${list.indent}${item}`).join(',\n');
  return `${list.open}\n${inner}${list.trailingComma ? ',' : ''}\n${indentation}${list.close}`;
}

function write(syntax: Syntax, key: string, value: string): string {
  try {
    return syntax.text(value);
  } catch (error) {
    if (!(error instanceof Unwritable)) throw error;
    throw new FixValueError([`${key} holds ${JSON.stringify(value)}, and ${error.message}.`]);
  }
}

function valueOf(key: string, values: FixValues, line: number, whole: string): FixValues[ValueKey] {
  if (!isKey(key, values)) throw new FixTemplateError(line, whole, 'names no value');
  return values[key];
}

const isKey = (key: string, values: FixValues): key is ValueKey => Object.hasOwn(values, key);

function syntaxOf(name: string, line: number, whole: string): Syntax {
  if (!isSyntax(name)) throw new FixTemplateError(line, whole, 'names no language');
  return syntaxes[name satisfies SyntaxId];
}

function listOf(value: FixValues[ValueKey], line: number, whole: string): readonly string[] {
  if (typeof value === 'object' && value !== null) return value;
  throw new FixTemplateError(line, whole, 'is not a list');
}
