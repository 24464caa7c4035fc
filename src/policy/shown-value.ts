import { say, type Told } from '../words/say.ts';

/** Stands for a value that is not shown. */
export const redacted = '[redacted]';

/**
 * Returns `text` as JSON quotes it: without control characters, without the user name and password of a URL,
 * and cut after 100 characters.
 */
export function quote(text: string): string {
  const harmless = text.replace(/\/\/[^/?#]*@/g, '//***@');
  const cut = harmless.length > 100 ? `${harmless.slice(0, 99)}…` : harmless;
  return JSON.stringify(cut).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Returns `text` with every one of `secrets` redacted in its quoted parts. */
export function redactQuoted(text: Told, secrets: readonly string[]): Told;
export function redactQuoted(text: string, secrets: readonly string[]): string;
export function redactQuoted(text: string, secrets: readonly string[]): string {
  return text.replace(/"(?:[^"\\]|\\.)*"/g, (quoted) =>
    secrets.reduce(
      (shown, secret) => shown.replaceAll(JSON.stringify(secret).slice(1, -1), redacted),
      quoted,
    ),
  );
}

/** Returns how a value is shown in a problem: objects and lists by nothing, since they may hold secrets. */
export function showValue(value: unknown): string {
  if (typeof value === 'string') return quote(value);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return '';
}

/** Returns what kind of thing `value` is, with its article. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return say('a list');
  if (value instanceof Promise) return say('a promise');
  if (typeof value === 'object') return say('an object');
  if (typeof value === 'number' && !Number.isFinite(value)) return say('not a finite number');
  return say('a {type}', { type: typeof value });
}

/** Returns the place of `path` below the policy: `routes[0].headers["x-request-id"]`. */
export function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>((place, key) => {
    if (typeof key === 'number') return `${place}[${key}]`;
    const name = String(key);
    if (!/^[A-Za-z_$][\w$]*$/.test(name)) return `${place}[${quote(name)}]`;
    return place === '' ? name : `${place}.${name}`;
  }, '');
}
