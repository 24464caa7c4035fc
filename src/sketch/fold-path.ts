import { isUuid, looksSecret } from './secret-words.ts';

/** A path with its parameters in braces, and the value that each had. */
export interface FoldedPath {
  readonly path: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

/**
 * Returns the path of a request with a parameter in place of each segment that is the name of one thing: a number, a UUID,
 * digits of a hash, a date, a token, or what `isSecret` says is one. The parameter is named after the segment before it.
 */
export function foldPath(pathname: string, isSecret: (value: string) => boolean = looksSecret): FoldedPath {
  const segments = pathname.split('/');
  const parameters: (readonly [string, string])[] = [];
  const folded = segments.map((segment, index) => {
    const value = decoded(segment);
    const kind = value === null || value === '' ? null : isSecret(value) ? 'id' : kindOf(value);
    // A brace of the path itself would be read as that of a parameter.
    if (value === null || (kind === null && !/[{}*]/.test(value))) return segment;
    const name = unused(parameterName(segments[index - 1] ?? '', kind), parameters);
    parameters.push([name, value]);
    return `{${name}}`;
  });
  return { path: folded.join('/'), parameters };
}

function kindOf(value: string): 'id' | 'date' | null {
  if (/^\d{4}-\d\d(?:-\d\d)?(?:T[\d:.+-]+Z?)?$/.test(value)) return 'date';
  if (/^-?\d+$/.test(value) || isUuid(value)) return 'id';
  // Of eight digits or more, as words of a few letters such as "face" or "added" are hexadecimal as well.
  if (/^(?=.*\d)[\da-f]{8,}$/i.test(value) || /^[\dA-HJKMNP-TV-Z]{26}$/.test(value)) return 'id';
  // Identifiers with a prefix, such as cus_9s6XKzkNRiz8i3.
  return /^[a-z]{2,6}_(?=\w*\d)\w{8,}$/i.test(value) ? 'id' : null;
}

function parameterName(before: string, kind: 'id' | 'date' | null): string {
  if (kind === 'date') return 'date';
  const words = before.split(/[^A-Za-z]+/).filter((word) => word !== '');
  const last = (words.at(-1) ?? '').replace(/ies$/i, 'y').replace(/(?<=[^s])s$/i, '');
  if (last === '' || /^v$/i.test(last)) return kind ?? 'name';
  return `${last.charAt(0).toLowerCase()}${last.slice(1)}${kind === null ? 'Name' : 'Id'}`;
}

function unused(name: string, taken: readonly (readonly [string, string])[]): string {
  const names = new Set(taken.map(([one]) => one));
  if (!names.has(name)) return name;
  const next = (number: number): string =>
    names.has(`${name}${number}`) ? next(number + 1) : `${name}${number}`;
  return next(2);
}

function decoded(segment: string): string | null {
  try {
    return decodeURIComponent(segment);
  } catch {
    return null;
  }
}
