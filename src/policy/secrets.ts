import { secretParameterName } from '../words/hide-secrets.ts';
import type { Draft, QueryDraft } from './shape.ts';

/**
 * Returns every value to redact, longest first: what `secrets` lists, the values of all headers but those that
 * say no more than a format or a language, of a value such as `Bearer …` also the credentials in it, and the values of
 * parameters of a query that are tokens or keys by their name.
 * Values of fewer than 4 characters are left out: redacting them would redact ordinary text.
 */
export function secretsOf(draft: Draft): readonly string[] {
  const routes = (draft.routes ?? []).flatMap((route) => (route === undefined ? [] : [route]));
  const sessions = Object.values(draft.sessions ?? {});
  const logins = sessions.flatMap((session) => (session?.page ?? []).flatMap((login) => login ?? []));
  const headers = [...routes, ...logins].flatMap((route) => [
    ...Object.entries(route.headers ?? {}),
    ...('errors' in route ? (route.errors ?? []) : []).flatMap((error) =>
      Object.entries(error?.headers ?? {}),
    ),
  ]);
  const values = headers.flatMap(([name, value]) =>
    typeof value !== 'string' || harmless.has(name.toLowerCase()) ? [] : [value, ...credentialsOf(value)],
  );
  const queries = routes.flatMap(({ query, errors = [] }) => [query, ...errors.map((error) => error?.query)]);
  const listed = (draft.secrets ?? []).flatMap((secret) => (typeof secret === 'string' ? [secret] : []));
  const bodies = logins.flatMap(({ body }) =>
    typeof body?.text === 'string' ? secretsInBody(body.text) : [],
  );
  const ordinary = ordinaryTexts(draft);
  const unsaid = bodies.filter((value) => ordinary.every((text) => !text.includes(value)));
  const long = [...listed, ...values, ...unsaid, ...queries.flatMap(keysIn)].filter(
    (value) => value.length >= 4,
  );
  return [...new Set(long)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** Returns the texts that a report shows of every policy: a user's name that is part of one is no secret. */
const ordinaryTexts = ({ target, trustedOrigins = [], routes = [] }: Draft): readonly string[] =>
  [
    typeof target === 'string' ? target : target?.kind === 'url' ? target.origin : '',
    ...trustedOrigins,
    ...routes.flatMap((route) => [route?.path, ...(route?.trustedOrigins ?? [])]),
  ].flatMap((one) =>
    typeof one === 'object' ? [one.pattern, one.sample].flat().flatMap((text) => text ?? []) : (one ?? []),
  );

/**
 * Returns the body of a login, and the values in it, of JSON or of a form: passwords and codes by the names of their
 * fields, and all that are too long for ordinary words.
 */
function secretsInBody(text: string): readonly string[] {
  return [text, ...fieldsOf(text).flatMap(([name, value]) => (isSecretField(name, value) ? [value] : []))];
}

const isSecretField = (name: string, value: string): boolean =>
  value.length >= 8 || /pass|pwd|secret|token|code|pin|otp|key/i.test(name);

function fieldsOf(text: string): readonly (readonly [name: string, value: string])[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return leavesOf('', parsed);
  } catch {
    return [...new URLSearchParams(text)];
  }
}

function leavesOf(name: string, value: unknown): readonly (readonly [name: string, value: string])[] {
  if (typeof value === 'string' || typeof value === 'number') return [[name, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, own]) => leavesOf(key, own));
}

const harmless: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
  'range',
]);

const secretParameter = new RegExp(`^(${secretParameterName})$`, 'i');

/** Returns the values of parameters that are tokens or keys by their name. A short one may be an ordinary word. */
function keysIn(query: QueryDraft): readonly string[] {
  const entries = typeof query === 'string' ? [...new URLSearchParams(query)] : Object.entries(query ?? {});
  return entries.flatMap(([name, value]) =>
    secretParameter.test(name)
      ? [value]
          .flat()
          .map(String)
          .filter(({ length }) => length >= 8)
      : [],
  );
}

/** Returns what follows the scheme of a value such as `Bearer …`; of `Basic …` also the password, with its user and alone. */
function credentialsOf(value: string): readonly string[] {
  const [, scheme = '', credentials = ''] = /^([!#$%&'*+.^_`|~\w-]+) +(\S.*)$/s.exec(value) ?? [];
  const decoded = scheme.toLowerCase() === 'basic' ? Buffer.from(credentials, 'base64').toString() : '';
  const colon = decoded.indexOf(':');
  const passwords = colon === -1 ? [] : [decoded, decoded.slice(colon + 1)];
  return [credentials, ...passwords].filter((secret) => secret.length >= 8);
}
