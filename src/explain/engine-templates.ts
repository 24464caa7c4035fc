import type { RefusalId } from '../diagnoses.ts';
import type { Engine } from '../engine.ts';
import { makeTemplate, type Template } from './template.ts';

/**
 * The templates of every refusal of `engine`. A text that the engine prints for several refusals is one
 * template with all of them.
 */
export function engineTemplates(engine: Engine): Template[] {
  const idsOf = new Map<string, RefusalId[]>();
  for (const [id, { texts, suffix }] of Object.entries(engine.refusals)) {
    const [first = '', ...rest] = texts;
    const withSuffix = Object.values(suffix ?? {}).map((text) => first + text);
    for (const text of [first, ...withSuffix, ...rest].flatMap((each) => redirectVariants(each, engine))) {
      const ids = idsOf.get(text) ?? [];
      if (isRefusalOf(engine, id) && !ids.includes(id)) idsOf.set(text, [...ids, id]);
    }
  }
  return [
    ...[...idsOf].map(([text, ids]) => makeTemplate(engine.id, text, { kind: 'diagnoses', ids })),
    ...failureTemplates(engine),
  ];
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
