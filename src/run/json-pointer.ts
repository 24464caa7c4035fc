/**
 * Returns the text or number at a JSON pointer in the JSON text `source`, as text; `null` if it is no JSON, or there is
 * none.
 *
 * https://www.rfc-editor.org/rfc/rfc6901
 */
export function atPointer(source: string, pointer: string): string | null {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  try {
    const whole: unknown = JSON.parse(source);
    const found = keys.reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, key)
          ? Reflect.get(value, key)
          : undefined,
      whole,
    );
    return typeof found === 'string' || typeof found === 'number' ? String(found) : null;
  } catch {
    return null;
  }
}
