import type { FailureId, RefusalId } from '../diagnoses/vocabulary.ts';
import { failures } from '../diagnoses/neighbours.ts';
import type { Engine, EngineTexts, StatusKind } from '../engines/engine.ts';
import { makeTemplate, type Template } from './template.ts';

/**
 * Returns the templates of every refusal of `engine`. A text that the engine prints for several refusals, with the same
 * kind of status, is one template with all of them.
 */
export function engineTemplates(engine: Engine): Template[] {
  const printed = new Map<string, Printed>();
  for (const [id, { texts, suffix, status = null }] of Object.entries(engine.refusals)) {
    if (!isRefusalOf(engine, id)) continue;
    const [first = '', ...rest] = texts;
    const withSuffix = Object.values(suffix ?? {}).map((text) => first + text);
    const written = [first, ...withSuffix, ...rest].map((text) => ofAnyVersion(text, engine));
    const refused = ofRefusedRedirects(written, engine, id);
    for (const text of [...written, ...refused].flatMap((each) => redirectVariants(each, engine, id))) {
      const kind = text.includes('{status}') ? status : null;
      const key = `${kind} ${text}`;
      const ids = printed.get(key)?.ids ?? [];
      if (!ids.includes(id)) printed.set(key, { text, status: kind, ids: [...ids, id] });
    }
  }
  // A text that is printed for a failure of the network as well speaks for neither alone.
  for (const [id, { texts }] of Object.entries(engine.neighbours ?? {})) {
    if (!isFailure(id)) continue;
    for (const text of texts.flatMap((each) => redirectVariants(each, engine, null))) {
      const shared = printed.get(`null ${text}`);
      if (shared !== undefined) printed.set(`null ${text}`, { ...shared, ids: [...shared.ids, id] });
    }
  }
  return [
    ...[...printed.values()].map(({ text, status, ids }) =>
      makeTemplate(engine.id, text, { kind: 'diagnoses', ids }, status),
    ),
    ...failureTemplates(engine),
  ];
}

/** Returns `texts` as they are where a redirect fails the CORS check; no CORS-preflight request is redirected. */
function ofRefusedRedirects([first = '']: readonly string[], engine: EngineTexts, id: RefusalId): string[] {
  const isCheck = /^(origin|credentials)-/.test(id);
  return isCheck && engine.refusedRedirect !== undefined ? [engine.refusedRedirect + first] : [];
}

interface Printed {
  readonly text: string;
  readonly status: StatusKind | null;
  readonly ids: readonly (RefusalId | FailureId)[];
}

/** Returns the texts of failures that are no refusals. */
function failureTemplates(engine: Engine): Template[] {
  return (engine.failureTexts ?? []).flatMap(([prefix, texts]) => {
    const known =
      engine.codes[prefix] ?? engine.failures.find(([code]) => prefix.startsWith(code))?.[1] ?? [];
    const ids = typeof known === 'string' ? [known] : known;
    if (ids.length === 0) return [];
    return texts
      .flatMap((text) => redirectVariants(text, engine, null))
      .map((text) => makeTemplate(engine.id, text, { kind: 'diagnoses', ids }));
  });
}

const isFailure = (id: string): id is FailureId => Object.hasOwn(failures, id);
const isRefusalOf = (engine: EngineTexts, id: string): id is RefusalId => Object.hasOwn(engine.refusals, id);

/** Returns `text` with placeholders for what differs by version. */
export const ofAnyVersion = (text: string, { varying = {} }: EngineTexts): string =>
  Object.entries(varying).reduce((read, [name, part]) => read.replaceAll(part, `{${name}}`), text);

/** Returns `text` with and without the note that the request was redirected. */
export function redirectVariants(
  text: string,
  { redirectedNote }: EngineTexts,
  id: string | null,
): readonly string[] {
  if (!text.includes('{redirected}')) return [text];
  const noted = text.replace('{redirected}', () => redirectedNote);
  // Another scheme is another URL, so an engine that notes redirects always notes this one.
  if (id === 'redirect-scheme-unsupported' && redirectedNote !== '') return [noted];
  return [text.replace('{redirected}', ''), noted];
}
