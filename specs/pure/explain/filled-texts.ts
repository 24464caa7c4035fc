import type { Engine, StatusKind } from '../../../src/engines/engine.ts';
import { ofAnyVersion, redirectVariants } from '../../../src/explain/engine-templates.ts';
import { engines } from './engines.ts';

/** A text as an engine prints it, and what it is printed for. */
export interface FilledText {
  readonly engine: Engine;
  readonly id: string;
  readonly text: string;
  /** As long as `text`: "x" where a character is the engine's own, " " where it is a value or whitespace. */
  readonly own: string;
  /** The text with all its places alike, but for the kind of a status: what a reader sees who does not know the values. */
  readonly shape: string;
}

/** What stands in the places of a text. */
export type Values = Readonly<Record<string, string>>;

export const ordinary: Values = {
  api: 'fetch',
  url: 'https://api.example.com/v1/orders?limit=20',
  origin: 'http://localhost:3000',
  value: 'https://app.example',
  method: 'DELETE',
  name: 'x-request-id',
  headerName: 'X-Request-Id',
  status: '404',
  from: 'https://api.example.com/orders',
  document: 'http://localhost:3000/index',
};

const statuses = { ok: '204', redirect: '308', neither: '404' } as const satisfies Record<StatusKind, string>;

/**
 * Returns every text of every refusal of every engine, its places filled, a status with one that the text is printed
 * with; with and without what is optional.
 */
export function filledTexts(given: Values): FilledText[] {
  return engines.flatMap((engine) =>
    Object.entries(engine.refusals).flatMap(([id, { texts, suffix, status }]) => {
      const known: Values = { ...given, ...engine.varying };
      const values = status === undefined ? known : { ...known, status: statuses[status] };
      const [first, ...rest] = texts;
      const suffixed = first === undefined ? [] : Object.values(suffix ?? {}).map((text) => first + text);
      return [...texts.slice(0, 1), ...suffixed, ...rest]
        .map((text) => ofAnyVersion(text, engine))
        .flatMap((text) => redirectVariants(text, engine, id))
        .filter((text, index, all) => all.indexOf(text) === index)
        .map((text) => ({
          engine,
          id,
          text: fill(text, values),
          own: maskOf(text, values),
          shape: text.replace('{status}', status ?? '{}').replace(/\{\w+\}/g, '{}'),
        }));
    }),
  );
}

/** Fewer characters of the engine's own than these in a row tell nobody anything. */
const tellingLength = 14;

/** Reports whether a part of a text tells what it is of, by its part of `own`. */
export const tells = (own: string): boolean =>
  own.split(/ {2,}/).some((run) => run.replaceAll(' ', '').length >= tellingLength);

const fill = (text: string, values: Values): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);

const maskOf = (text: string, values: Values): string =>
  text
    .split(/\{(\w+)\}/)
    .map((part, index) =>
      index % 2 === 0 ? part.replace(/\S/g, 'x') : ' '.repeat(values[part]?.length ?? part.length + 2),
    )
    .join('');
