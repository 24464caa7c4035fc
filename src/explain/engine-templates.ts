import type { RefusalId } from '../diagnoses.ts';
import type { Engine, StatusKind } from '../engine.ts';
import { makeTemplate, type Template } from './template.ts';

/**
 * The templates of every refusal of `engine`. A text that the engine prints for several refusals, with the same kind
 * of status, is one template with all of them.
 */
export function engineTemplates(engine: Engine): Template[] {
  const printed = new Map<string, Printed>();
  for (const [id, { texts, suffix, status = null }] of Object.entries(engine.refusals)) {
    if (!isRefusalOf(engine, id)) continue;
    const [first = '', ...rest] = texts;
    const withSuffix = Object.values(suffix ?? {}).map((text) => first + text);
    for (const text of [first, ...withSuffix, ...rest].flatMap((each) => redirectVariants(each, engine))) {
      const kind = text.includes('{status}') ? status : null;
      const key = `${kind} ${text}`;
      const ids = printed.get(key)?.ids ?? [];
      if (!ids.includes(id)) printed.set(key, { text, status: kind, ids: [...ids, id] });
    }
  }
  return [
    ...[...printed.values()].map(({ text, status, ids }) =>
      makeTemplate(engine.id, text, { kind: 'diagnoses', ids }, status),
    ),
    ...failureTemplates(engine),
  ];
}

interface Printed {
  readonly text: string;
  readonly status: StatusKind | null;
  readonly ids: readonly RefusalId[];
}

/** The texts of failures that are no refusals. */
function failureTemplates(engine: Engine): Template[] {
  return (engine.failureTexts ?? []).flatMap(([prefix, texts]) => {
    const known =
      engine.codes[prefix] ?? engine.failures.find(([code]) => prefix.startsWith(code))?.[1] ?? [];
    const ids = typeof known === 'string' ? [known] : known;
    if (ids.length === 0) return [];
    return texts
      .flatMap((text) => redirectVariants(text, engine))
      .map((text) => makeTemplate(engine.id, text, { kind: 'diagnoses', ids }));
  });
}

const isRefusalOf = (engine: Engine, id: string): id is RefusalId => Object.hasOwn(engine.refusals, id);

function redirectVariants(text: string, { redirectedNote }: Engine): readonly string[] {
  if (!text.includes('{redirected}')) return [text];
  return [text.replace('{redirected}', ''), text.replace('{redirected}', () => redirectedNote)];
}
