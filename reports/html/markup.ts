import { escapeUTF8 } from 'entities/escape';
import { say } from '../../src/words/say.ts';
import { visible, visibleLines } from '../words/visible-text.ts';

const markup = Symbol('markup');

/** Markup that only `html` can make: data, which comes from JSON, never has this key. */
export interface Html {
  readonly [markup]: string;
}

type Value = Html | string | number | readonly Html[];

/**
 * Returns markup with every interpolated string as text: made visible, then escaped for element content and
 * quoted attribute values. Write quotes around each attribute; never interpolate into a tag's name, a style
 * or a script.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const text = strings.map((string, index) => {
    const value = values[index];
    return value === undefined ? string : string + toMarkup(value);
  });
  return { [markup]: text.join('') };
}

/** Returns an origin, a path or an address with places to break a line: after `/`, before a dot or a colon. */
export function breakable(text: string): Html {
  const parts = text.split(/(?<=\/)(?=[^/])|(?=[.:][^/])/);
  return html`${parts.map((part, index) => (index === 0 ? html`${part}` : html`<wbr />${part}`))}`;
}

/** More lines than these are folded behind the first of them. */
const few = 6;

/** Returns `lines`, or the first of them and what unfolds the others. */
export function firstFewOf(lines: readonly Html[]): Html {
  if (lines.length <= few) return html`${lines}`;
  const shown = few - 1;
  return html`${lines.slice(0, shown)}
    <details class="more">
      <summary>${say('and {count} more', { count: lines.length - shown })}</summary>
      ${lines.slice(shown)}
    </details>`;
}

/** Returns a file as text whose lines stay lines. */
export function fileMarkup(text: string): Html {
  return { [markup]: escapeUTF8(visibleLines(text.trimEnd()).join('\n')) };
}

export const nothing: Html = html``;

export function toString(page: Html): string {
  return page[markup];
}

/** Returns markup that holds no data as it is: for our own style sheet alone. */
export function trusted(text: string): Html {
  return { [markup]: text };
}

function toMarkup(value: Value): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeUTF8(visible(value));
  return isList(value) ? value.map((item) => item[markup]).join('') : value[markup];
}

function isList(value: Html | readonly Html[]): value is readonly Html[] {
  return Array.isArray(value);
}
