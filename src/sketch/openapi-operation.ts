import { normalizeMethod } from '../fetch-standard/methods.ts';
import { isCorsSafelistedRequestHeader, mimeTypeEssence } from '../fetch-standard/request-headers.ts';
import { pathParameterNames } from '../policy/request-url.ts';
import type { BodyInput } from '../policy/types.ts';
import { isFormType, partsOfMedia, partsOfParameters } from './form-parts.ts';
import { at, entriesOf, isRecord, listAt, textAt, type Members } from './members.ts';
import { hasSecretName, variableFor } from './secret-words.ts';
import type { Text } from './sketch.ts';
import { say } from '../words/say.ts';

/** What a document says of one method of a path, as far as a policy needs it. */
export interface Operation {
  readonly method: string;
  readonly pathParameters: Readonly<Record<string, Text>>;
  /** The path parameters of which the document gives no example, so that their values are made up. */
  readonly madeUp: readonly string[];
  /** The parameters of the query that have to be there. */
  readonly query: Readonly<Record<string, Text>>;
  /** Lower-case. */
  readonly requestHeaders: readonly string[];
  readonly headers: Readonly<Record<string, Text>>;
  readonly sendsCookies: boolean;
  readonly body: BodyInput | null;
  /** The documented statuses that are numbers, such as 200, and never 2XX or default. */
  readonly statuses: readonly number[];
  /** Whether a response is documented that is in order. */
  readonly hasOk: boolean;
  /** Documented headers of responses that are in order, lower-case. */
  readonly responseHeaders: readonly string[];
  /** What it needs that no page can send, in words. */
  readonly unusable: readonly string[];
}

/** Returns what `document` says of the operation `method` of the path item `item`. */
export function operationOf(
  document: Members,
  {
    path,
    method,
    item,
    operation,
  }: { readonly path: string; readonly method: string; readonly item: unknown; readonly operation: unknown },
): Operation {
  const parameters = parametersOf(item, operation);
  const inPath = parameters.filter((one) => one['in'] === 'path');
  const names = pathParameterNames(path);
  const values = names.map((name) => {
    const declared = inPath.find((one) => one['name'] === name);
    return [name, declared === undefined ? null : exampleOf(declared), declared] as const;
  });
  const security = securityOf(document, operation);
  const required = parameters.filter((one) => one['in'] === 'query' && one['required'] === true);
  const headerParameters = parameters.flatMap((one) => {
    const name = textAt(one, 'name')?.toLowerCase() ?? '';
    // The specification says that these three are none. https://spec.openapis.org/oas/latest.html#parameter-object
    return one['in'] !== 'header' || ['accept', 'content-type', 'authorization'].includes(name)
      ? []
      : [{ name, example: one['required'] === true ? exampleOf(one) : null }];
  });
  const body = bodyOf(document, operation, parameters);
  const isForm = body !== null && 'multipart' in body;
  const isUnsafeType =
    body !== null && !isForm && !isCorsSafelistedRequestHeader('content-type', body.contentType);
  const responses = entriesOf(at(operation, 'responses'));
  const ok = responses.filter(([status]) => /^(?:[23]\d\d|[23]XX|default)$/i.test(status));
  return {
    method,
    pathParameters: Object.fromEntries(
      values.map(([name, example, declared]) => [name, valueOf(name, example ?? madeUpFor(declared))]),
    ),
    madeUp: values.filter(([, example]) => example === null).map(([name]) => name),
    query: {
      ...Object.fromEntries(
        required.flatMap((one): [string, Text][] => {
          const name = textAt(one, 'name');
          return name === null ? [] : [[name, valueOf(name, exampleOf(one) ?? madeUpFor(one))]];
        }),
      ),
      ...security.query,
    },
    requestHeaders: [
      ...new Set([
        ...headerParameters.map(({ name }) => name),
        ...security.names,
        ...(isUnsafeType ? ['content-type'] : []),
      ]),
    ],
    headers: {
      ...Object.fromEntries(
        headerParameters.flatMap(({ name, example }) =>
          example === null ? [] : [[name, valueOf(name, example)]],
        ),
      ),
      ...security.headers,
    },
    sendsCookies: security.sendsCookies || parameters.some((one) => one['in'] === 'cookie'),
    body: isForm || isUnsafeType ? body : null,
    statuses: responses.map(([status]) => Number(status)).filter(Number.isInteger),
    hasOk: ok.length > 0,
    responseHeaders: ok.flatMap(([, response]) =>
      entriesOf(at(response, 'headers')).map(([name]) => name.toLowerCase()),
    ),
    unusable: security.unusable,
  };
}

/** Returns the operations of a path item by their methods, as a page asks for them. */
export function operationsIn(item: unknown): readonly (readonly [method: string, operation: unknown])[] {
  const usual = entriesOf(item)
    .filter(([name]) => /^(?:get|head|put|post|delete|patch|query)$/.test(name))
    .map(([name, operation]) => [normalizeMethod(name.toUpperCase()), operation] as const);
  const additional = entriesOf(at(item, 'additionalOperations')).map(
    ([name, operation]) => [normalizeMethod(name), operation] as const,
  );
  return [...usual, ...additional];
}

/** Returns the parameters of an operation: its own, and those of its path that it does not replace. */
function parametersOf(item: unknown, operation: unknown): readonly Members[] {
  const all = [...listAt(item, 'parameters'), ...listAt(operation, 'parameters')].filter(isRecord);
  return [...new Map(all.map((one) => [`${String(one['in'])} ${String(one['name'])}`, one])).values()];
}

/** Returns a value that an author gave as an example, in words; null where there is none. */
function exampleOf(parameter: unknown): string | null {
  const [first] = entriesOf(at(parameter, 'examples')).map(([, example]) => at(example, 'value'));
  const schema = at(parameter, 'schema') ?? parameter;
  const [content] = entriesOf(at(parameter, 'content')).map(([, media]) => media);
  const candidates = [
    at(parameter, 'example'),
    first,
    at(parameter, 'x-example'),
    ...(content === undefined ? [] : [at(content, 'example')]),
    at(schema, 'example'),
    ...listAt(schema, 'examples'),
    at(schema, 'default'),
    at(schema, 'const'),
    ...listAt(schema, 'enum'),
    at(schema, 'items', 'example'),
    ...listAt(schema, 'items', 'enum'),
  ];
  const words = candidates.flatMap((value) => {
    const [one] = [value].flat(1);
    return ['string', 'number', 'boolean'].includes(typeof one) ? [String(one)] : [];
  });
  return words.find((word) => word !== '') ?? null;
}

/** Returns a value of the type that the schema of a parameter has. */
function madeUpFor(parameter: unknown): string {
  const schema = at(parameter, 'schema') ?? parameter;
  const type = [at(schema, 'type')].flat(1).find((one) => one !== 'null');
  if (type === 'boolean') return 'true';
  if (type === 'integer' || type === 'number') {
    const least = at(schema, 'minimum');
    return typeof least === 'number' && least > 1 ? String(least) : '1';
  }
  switch (at(schema, 'format')) {
    case 'uuid':
      return '00000000-0000-4000-8000-000000000000';
    case 'date':
      return '2026-01-01';
    case 'date-time':
      return '2026-01-01T00:00:00Z';
    default:
      return '1';
  }
}

const valueOf = (name: string, value: string): Text =>
  hasSecretName(name) ? { prefix: '', env: variableFor(name) } : value;

interface Security {
  readonly names: readonly string[];
  readonly headers: Readonly<Record<string, Text>>;
  readonly query: Readonly<Record<string, Text>>;
  readonly sendsCookies: boolean;
  readonly unusable: readonly string[];
}

/**
 * Returns what a page has to send to be let in: by the first of the alternatives that a page can use. Where none is needed,
 * the headers of the first are what a page may send.
 */
function securityOf(document: Members, operation: unknown): Security {
  const own = at(operation, 'security');
  const alternatives = (Array.isArray(own) ? own : listAt(document, 'security')).filter(isRecord);
  const isOptional = alternatives.some((one) => Object.keys(one).length === 0);
  const read = alternatives
    .filter((one) => Object.keys(one).length > 0)
    .map((one) => Object.keys(one).map((name) => schemeOf(document, name)));
  const usable =
    read.find((schemes) => schemes.every(({ unusable }) => unusable.length === 0)) ?? read[0] ?? [];
  const all = usable.reduce(
    (before, one): Security => ({
      names: [...before.names, ...one.names],
      headers: { ...before.headers, ...one.headers },
      query: { ...before.query, ...one.query },
      sendsCookies: before.sendsCookies || one.sendsCookies,
      unusable: [...before.unusable, ...one.unusable],
    }),
    none,
  );
  return isOptional ? { ...all, headers: {}, query: {}, unusable: [] } : all;
}

const none: Security = { names: [], headers: {}, query: {}, sendsCookies: false, unusable: [] };

function schemeOf(document: Members, name: string): Security {
  const scheme =
    at(document, 'components', 'securitySchemes', name) ?? at(document, 'securityDefinitions', name);
  const authorization = (prefix: string, env: string): Security => ({
    ...none,
    names: ['authorization'],
    headers: { authorization: { prefix, env } },
  });
  const given = textAt(scheme, 'name') ?? name;
  const value = { prefix: '', env: variableFor(given) };
  switch (textAt(scheme, 'type')) {
    case 'basic':
      return authorization('Basic ', 'API_CREDENTIALS');
    case 'oauth2':
    case 'openIdConnect':
      return authorization('Bearer ', 'API_TOKEN');
    case 'http': {
      const kind = textAt(scheme, 'scheme')?.toLowerCase();
      if (kind === 'bearer') return authorization('Bearer ', 'API_TOKEN');
      if (kind === 'basic') return authorization('Basic ', 'API_CREDENTIALS');
      return authorization('', 'API_AUTHORIZATION');
    }
    case 'apiKey': {
      const place = textAt(scheme, 'in');
      if (place === 'query') return { ...none, query: { [given]: value } };
      if (place === 'cookie') return { ...none, sendsCookies: true };
      const header = given.toLowerCase();
      // Many documents have a token so, and say in words what stands before it.
      return { ...none, names: [header], headers: { [header]: value } };
    }
    case null:
      return { ...none, unusable: [say('the security scheme {name}, which is not declared', { name })] };
    default:
      return { ...none, unusable: [say('{name}, a certificate of its own', { name })] };
  }
}

type Body = Operation['body'];

function bodyOf(document: Members, operation: unknown, parameters: readonly Members[]): Body {
  const media = entriesOf(at(operation, 'requestBody', 'content'));
  const json = media.find(([type]) => /[/+]json\b/.test(type)) ?? media[0];
  if (json !== undefined) {
    const parts = isFormType(json[0]) ? partsOfMedia(json[1]) : null;
    return parts === null ? written(json[0], exampleIn(json[1])) : { multipart: parts };
  }
  const inBody = parameters.find((one) => one['in'] === 'body');
  const consumes = [...listAt(operation, 'consumes'), ...listAt(document, 'consumes')];
  const types = consumes.filter((one): one is string => typeof one === 'string');
  if (inBody === undefined) {
    const parts = types.some(isFormType) ? partsOfParameters(parameters) : null;
    return parts === null ? null : { multipart: parts };
  }
  const type = types[0] ?? 'application/json';
  return written(type, exampleIn(inBody));
}

/** The longest example of a body that is written; a longer one tells no more of CORS. */
const longestBody = 1_000;

function written(contentType: string, example: unknown): Body {
  if (mimeTypeEssence(contentType) === null || contentType.includes('*')) {
    return { contentType: 'application/json', text: '{}' };
  }
  const isJson = /[/+]json\b/.test(contentType);
  const text =
    isJson && example !== undefined ? jsonOf(example) : typeof example === 'string' ? example : null;
  if (text !== null && text.length <= longestBody) return { contentType, text };
  return { contentType, text: isJson ? '{}' : '' };
}

/** Returns `value` as JSON; null where it holds itself. */
function jsonOf(value: unknown): string | null {
  try {
    return JSON.stringify(value, (key, member: unknown) => (hasSecretName(key) ? '' : member)) ?? null;
  } catch {
    return null;
  }
}

function exampleIn(media: unknown): unknown {
  const [first] = entriesOf(at(media, 'examples')).map(([, example]) => at(example, 'value'));
  const schema = at(media, 'schema');
  return at(media, 'example') ?? first ?? at(schema, 'example') ?? listAt(schema, 'examples')[0];
}
