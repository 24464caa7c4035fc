import { getHeader, type HeaderList } from '../fetch-standard/header-list.ts';
import { hasSecretName, looksSecret, variableFor } from './secret-words.ts';
import type { Text } from './sketch.ts';

/** Returns the values that a page has to send: words that are no secret, and environment variables for secrets. */
export function headerValues(
  requests: readonly { readonly headers: HeaderList }[],
  names: readonly string[],
): Readonly<Record<string, Text>> {
  return Object.fromEntries(
    names.flatMap((name): [string, Text][] => {
      const value =
        requests.map(({ headers }) => getHeader(headers, name)).find((one) => one !== null) ?? null;
      if (name === 'authorization') return [[name, authorization(value ?? '')]];
      if (value !== null && harmless.get(name)?.test(value) === true) return [[name, value]];
      return hasSecretName(name) || looksSecret(value ?? '')
        ? [[name, { prefix: '', env: variableFor(name) }]]
        : [];
    }),
  );
}

/** Values of a few known words, by the name of their header. */
const harmless: ReadonlyMap<string, RegExp> = new Map([
  ['x-requested-with', /^XMLHttpRequest$/],
  ['accept', /^[\w/*+.,;= -]{1,80}$/],
]);

/** Returns the value of Authorization, with the credentials behind a known scheme in an environment variable. */
function authorization(value: string): Text {
  const scheme = /^(Bearer|Token|Basic|ApiKey) /i.exec(value)?.[1];
  if (scheme === undefined) return { prefix: '', env: 'API_AUTHORIZATION' };
  return { prefix: `${scheme} `, env: /^basic$/i.test(scheme) ? 'API_CREDENTIALS' : 'API_TOKEN' };
}
