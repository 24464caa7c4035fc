import type { BodyInput, FormPartInput } from '../policy/types.ts';
import { plainText } from '../words/plain-text.ts';
import {
  originsOf,
  sessionName,
  type Sketch,
  type SketchedRoute,
  type SketchedSession,
  type Sourced,
  type Text,
} from './sketch.ts';

/** The longest line that takes its comment beside it; a longer one has it above. */
const lineLength = 120;

/**
 * Returns the text of `cors.policy.ts` for a sketch: each line with a comment that says where it comes from. No text of
 * the sketch, whoever wrote it, ends a comment or a string.
 */
export function policyText(sketch: Sketch): string {
  const lines = [
    line(0, `target: ${literal(sketch.target.value)},`, sketch.target.from),
    ...(sketch.start === undefined
      ? []
      : [line(0, `start: { command: ${literal(sketch.start.value)} },`, sketch.start.from)]),
    ...list(
      'trustedOrigins',
      sketch.trustedOrigins.map(({ value, from }) => line(1, `${literal(value)},`, from)),
    ),
    ...(sketch.session === undefined ? [] : sessionLines(sketch.session)),
    ...list(
      'routes',
      sketch.routes.map((route) => routeLines(route, originsOf(sketch, route))),
    ),
  ];
  return `import { definePolicy } from 'cors-conformance';

export default definePolicy({
${lines.flatMap((text) => text.split('\n').map((one) => (one === '' ? '' : `  ${one}`))).join('\n')}
});
`;
}

function sessionLines({ page, headersFrom }: SketchedSession): readonly string[] {
  return [
    '// Sign in with an account that is made for tests: each run does it once in each engine.',
    'sessions: {',
    `  ${property(sessionName)}: {`,
    '    page: [',
    ...page.flatMap(({ value: { method, path, headers, headersFrom: own, body }, from }) => [
      `      // ${comment(from)}`,
      '      {',
      `        method: ${literal(method)},`,
      `        path: ${literal(path)},`,
      ...(isEmpty(headers) ? [] : [`        headers: ${record(headers)},`]),
      ...(isEmpty(own) ? [] : [`        headersFrom: ${sources(own)},`]),
      ...(body === undefined
        ? []
        : [`        body: { contentType: ${literal(body.contentType)}, text: ${code(...body.text)} },`]),
      '      },',
    ]),
    '    ],',
    ...(isEmpty(headersFrom.value)
      ? []
      : [line(2, `headersFrom: ${sources(headersFrom.value)},`, headersFrom.from)]),
    '  },',
    '},',
  ];
}

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

function routeLines(route: SketchedRoute, origins: readonly string[] | null): string {
  const { path, methods, pathParameters, query, requestHeaders, headers, credentials } = route;
  const { exposedHeaders, preflightCacheSeconds, body, status, errors = [] } = route;
  const member = <Value>(name: string, part: Sourced<Value> | undefined, code: (value: Value) => string) =>
    part === undefined ? [] : [line(2, `${name}: ${code(part.value)},`, part.from)];
  return [
    ...(route.remarks ?? []).map((remark) => `  // ${comment(remark)}`),
    '  {',
    ...member('path', path, literal),
    ...member('kind', route.kind, literal),
    ...member('protocols', route.protocols, texts),
    ...(route.kind === undefined ? member('methods', methods, texts) : []),
    ...member('pathParameters', pathParameters, record),
    ...member('query', query, record),
    ...member('requestHeaders', requestHeaders, texts),
    ...member('headers', headers, record),
    ...member('credentials', credentials, literal),
    ...member('session', route.session, () => literal(sessionName)),
    ...member(
      'trustedOrigins',
      origins === null ? undefined : { value: origins, from: 'an app has no cookies of a browser' },
      texts,
    ),
    ...member('exposedHeaders', exposedHeaders, texts),
    ...member('preflightCacheSeconds', preflightCacheSeconds, String),
    ...member('public', route.public, String),
    ...member('body', body, bodyCode),
    ...member('status', status, (statuses) =>
      statuses.length === 1 ? String(statuses[0]) : `[${statuses.join(', ')}]`,
    ),
    ...(errors.length === 0
      ? []
      : [
          '    errors: [',
          ...errors.map(
            ({ value: { name, status: error, method, path: errorPath, headers: changed }, from }) => {
              const parts = [
                `name: ${literal(name)}`,
                `status: ${error}`,
                ...(method === undefined ? [] : [`method: ${literal(method)}`]),
                ...(errorPath === undefined ? [] : [`path: ${literal(errorPath)}`]),
                ...(changed === undefined
                  ? []
                  : [
                      `headers: { ${Object.keys(changed)
                        .map((key) => `${property(key)}: null`)
                        .join(', ')} }`,
                    ]),
              ];
              return line(3, `{ ${parts.join(', ')} },`, from);
            },
          ),
          '    ],',
        ]),
    '  },',
  ].join('\n');
}

const list = (name: string, entries: readonly string[]): readonly string[] =>
  entries.length === 0 ? [`${name}: [],`] : [`${name}: [`, ...entries, '],'];

/** Returns a line of code with the comment beside it, or above where both are too long for one line. */
function line(depth: number, code: string, from: string): string {
  const indent = '  '.repeat(depth);
  const said = comment(from);
  if (said === '') return `${indent}${code}`;
  const beside = `${indent}${code} // ${said}`;
  return beside.length <= lineLength ? beside : `${indent}// ${said}\n${indent}${code}`;
}

const comment = (text: string): string => plainText(text).trim();

const texts = (values: readonly string[]): string => `[${values.map(literal).join(', ')}]`;

const bodyCode = (body: BodyInput): string =>
  'multipart' in body
    ? `{ multipart: [${body.multipart.map(partCode).join(', ')}] }`
    : record({ contentType: body.contentType, text: body.text });

const partCode = (part: FormPartInput): string =>
  `{ ${Object.entries(part)
    .map(
      ([name, value]: [string, string | number]) =>
        `${name}: ${typeof value === 'number' ? value : literal(value)}`,
    )
    .join(', ')} }`;

const record = (values: Readonly<Record<string, Text | undefined>>): string =>
  `{ ${Object.entries(values)
    .flatMap(([name, text]) => (text === undefined ? [] : [`${property(name)}: ${code(text)}`]))
    .join(', ')} }`;

const sources = (values: SketchedSession['headersFrom']['value']): string =>
  `{ ${Object.entries(values)
    .map(([name, source]) => `${property(name)}: ${record({ ...source })}`)
    .join(', ')} }`;

/** Returns a string of these parts. Without a variable it holds the word undefined, for which a policy is refused. */
function code(...parts: readonly Text[]): string {
  if (parts.every((part) => typeof part === 'string')) return literal(parts.join(''));
  const inTemplate = (text: string): string => escaped(text).replace(/`|\$/g, '\\$&');
  return `\`${parts
    .map((part) =>
      typeof part === 'string' ? inTemplate(part) : `${inTemplate(part.prefix)}\${process.env.${part.env}}`,
    )
    .join('')}\``;
}

const property = (name: string): string =>
  name === '__proto__' ? "['__proto__']" : /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);

/** Returns `text` as a string of TypeScript, in which a reader sees every character. */
const literal = (text: string): string => `'${escaped(text).replaceAll("'", "\\'")}'`;

const escaped = (text: string): string =>
  JSON.stringify(text)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(
      /[\u007f-\u009f\p{Cf}\u2028\u2029]/gu,
      (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    );
