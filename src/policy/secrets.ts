import type { Draft } from './shape.ts';

/**
 * Returns every value to redact, longest first: what `secrets` lists, the values of all headers but those that
 * say no more than a format or a language, and of a value such as `Bearer …` also the credentials in it.
 * Values of fewer than 4 characters are left out: redacting them would redact ordinary text.
 */
export function secretsOf(draft: Draft): readonly string[] {
  const routes = (draft.routes ?? []).flatMap((route) => (route === undefined ? [] : [route]));
  const headers = routes.flatMap((route) => [
    ...Object.entries(route.headers ?? {}),
    ...(route.errors ?? []).flatMap((error) => Object.entries(error?.headers ?? {})),
  ]);
  const values = headers.flatMap(([name, value]) =>
    typeof value !== 'string' || harmless.has(name.toLowerCase()) ? [] : [value, ...credentialsOf(value)],
  );
  const listed = (draft.secrets ?? []).flatMap((secret) => (typeof secret === 'string' ? [secret] : []));
  const long = [...listed, ...values].filter((value) => value.length >= 4);
  return [...new Set(long)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

const harmless: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
  'range',
]);

/** Returns what follows the scheme of a value such as `Bearer …`; of `Basic …` also the password, with its user and alone. */
function credentialsOf(value: string): readonly string[] {
  const [, scheme = '', credentials = ''] = /^([!#$%&'*+.^_`|~\w-]+) +(\S.*)$/s.exec(value) ?? [];
  const decoded = scheme.toLowerCase() === 'basic' ? Buffer.from(credentials, 'base64').toString() : '';
  const colon = decoded.indexOf(':');
  const passwords = colon === -1 ? [] : [decoded, decoded.slice(colon + 1)];
  return [credentials, ...passwords].filter((secret) => secret.length >= 8);
}
