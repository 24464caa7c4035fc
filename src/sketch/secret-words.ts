/** Reports whether a header, a query or a field of this name holds a secret, as a rule. */
export function hasSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z\d]+/);
  return words.some((word) => secretWords.has(word) || /(?:token|secret|passw|apikey|session)/.test(word));
}

const secretWords: ReadonlySet<string> = new Set([
  ...[
    'auth',
    'authorization',
    'bearer',
    'code',
    'cookie',
    'credential',
    'credentials',
    'csrf',
    'hmac',
    'jwt',
  ],
  ...['key', 'nonce', 'otp', 'pass', 'pin', 'pwd', 'sid', 'sig', 'signature', 'ticket', 'xsrf'],
]);

/**
 * Reports whether `value` looks as tokens do: long, without a space, and of letters and digits that make no word. A UUID
 * and a number are the names of things, and no tokens.
 */
export function looksSecret(value: string): boolean {
  if (/^eyJ[\w-]+\./.test(value)) return true;
  if (value.length < 20 || /\s/.test(value) || isUuid(value) || /^\d+$/.test(value)) return false;
  // A word of a language, however long, has no digit, and separated words have short parts.
  return value.split(/[-_.,:/~]/).some((part) => part.length >= 16 && /\d/.test(part) && /[a-z]/i.test(part));
}

export const isUuid = (text: string): boolean =>
  /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(text);

/** Returns the name of an environment variable for the value of `name`. */
export function variableFor(name: string): string {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toUpperCase()
    .replace(/[^A-Z\d]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[A-Z]/.test(words) ? words : `API_${words === '' ? 'VALUE' : words}`;
}
