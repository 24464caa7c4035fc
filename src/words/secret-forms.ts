/**
 * Returns what matches each of `secrets` in any form that a server may give it back in: as it is, with any of its
 * characters percent-encoded or escaped for JSON or HTML, and in base64, also as part of a longer text; `null` where there
 * is nothing to match. Secrets of fewer than four characters are left out: they are ordinary text. One that is too long for
 * a pattern is matched piece by piece.
 */
export function secretForms(secrets: readonly string[]): RegExp | null {
  const long = secrets.filter((secret) => secret.length >= 4).sort((one, other) => other.length - one.length);
  const patterns = long
    .flatMap(inPieces)
    .flatMap((secret) => [textPattern(secret), ...base64Patterns(secret)]);
  return patterns.length === 0 ? null : new RegExp(patterns.join('|'), 'g');
}

/** Characters of which an engine makes a pattern without running out of stack. */
const mostCharacters = 1_000;

/** Returns `secret` in pieces of about one length, so that none is as short as ordinary text. */
function inPieces(secret: string): readonly string[] {
  const characters = [...secret];
  const count = Math.ceil(characters.length / mostCharacters);
  const size = Math.ceil(characters.length / count);
  return Array.from({ length: count }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  );
}

const textPattern = (text: string): string => [...text].map(characterPattern).join('');

function characterPattern(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const utf8 = [...Buffer.from(character)];
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  const forms = [
    // What comes as bytes is read one by one.
    ...(code > 0x7f ? [literal(Buffer.from(utf8).toString('latin1'))] : []),
    utf8.map(percentEncoded).join(''),
    ...(code > 0x7f && code <= 0xff ? [percentEncoded(code)] : []),
    units.map((unit) => `\\\\u${anyCase(unit.toString(16).padStart(4, '0'))}`).join(''),
    `&#(?:0*${code}|[xX]0*${anyCase(code.toString(16))});`,
    ...(shortForms[character] ?? []).map(literal),
    // Last, as other forms may begin with it.
    literal(character),
  ];
  return `(?:${[...new Set(forms)].join('|')})`;
}

/** Escapes of JSON, names of HTML, and the space of a form. */
const shortForms: Readonly<Record<string, readonly string[]>> = {
  ' ': ['+'],
  '"': ['\\"', '&quot;'],
  '\\': ['\\\\'],
  '/': ['\\/'],
  '\b': ['\\b'],
  '\f': ['\\f'],
  '\n': ['\\n'],
  '\r': ['\\r'],
  '\t': ['\\t'],
  '&': ['&amp;'],
  "'": ['&apos;'],
  '<': ['&lt;'],
  '>': ['&gt;'],
};

/** Bytes from which on a part of a base64 text is no chance. */
const longEnough = 8;

function base64Patterns(secret: string): string[] {
  const utf8 = Buffer.from(secret);
  const latin1 = Buffer.from(secret, 'latin1');
  const encodings = latin1.toString('latin1') === secret && !utf8.equals(latin1) ? [utf8, latin1] : [utf8];
  return encodings.flatMap((bytes) =>
    // Three bytes are four characters: where the secret begins within them decides what it looks like.
    (bytes.length < longEnough ? [0] : [0, 1, 2]).map((shift) => base64Pattern(bytes, shift)),
  );
}

function base64Pattern(bytes: Buffer, shift: number): string {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
  const start = Math.ceil((shift * 8) / 6);
  const end = Math.floor(((shift + bytes.length) * 8) / 6);
  const own = [...whole.slice(start, end)].map((character) => base64Forms[character] ?? character).join('');
  // The characters that it shares with its neighbours.
  const before = shift === 0 ? '' : anyBase64;
  const after = (shift + bytes.length) % 3 === 0 ? '' : `${anyBase64}(?:=|%3[dD]){0,2}`;
  return `${before}${own}${after}`;
}

const anyBase64 = '(?:[A-Za-z\\d+/_-]|%2[bBfF])?';

const base64Forms: Readonly<Record<string, string>> = {
  '+': '(?:[+-]|%2[bB])',
  '/': '(?:\\\\?/|_|%2[fF])',
};

const percentEncoded = (byte: number): string => `%${anyCase(byte.toString(16).padStart(2, '0'))}`;

const anyCase = (hex: string): string => hex.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
