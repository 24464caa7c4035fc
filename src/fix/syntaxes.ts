/** How a value is written in one configuration or programming language. */
export interface Syntax {
  /** One value as a literal, quotes included. Throws `Unwritable` where the language has no way to say it. */
  readonly text: (value: string) => string;
  readonly boolean: (value: boolean) => string;
  /** The list literal's brackets; `null` if the language has none, so that only `each` and `joined` work. */
  readonly list: {
    readonly open: string;
    readonly close: string;
    readonly indent: string;
    /** Whether the last item of a list over several lines ends in a comma. */
    readonly trailingComma: boolean;
  } | null;
}

/** The language cannot hold this value. `character` is the offender. */
export class Unwritable extends Error {
  override readonly name = 'Unwritable';
  readonly character: string;
  constructor(character: string) {
    super(`there is no way to write ${JSON.stringify(character)} here`);
    this.character = character;
  }
}

const words = (value: boolean): string => (value ? 'true' : 'false');
const capitalWords = (value: boolean): string => (value ? 'True' : 'False');
const square = { open: '[', close: ']', trailingComma: true };

/** Writes `value` in single quotes, where only the quote and the backslash are special. */
const single = (value: string): string => `'${value.replace(/[\\']/g, '\\$&')}'`;
/** Writes `value` in double quotes, where only the quote and the backslash are special. */
const double = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;

/** Refuses the characters that stay special inside the language's own quotes. */
function without(special: string, write: (value: string) => string): (value: string) => string {
  return (value) => {
    for (const character of value) if (special.includes(character)) throw new Unwritable(character);
    return write(value);
  };
}

/**
 * Writes `value` as a literal inside a regular expression: everything that is not a letter, a digit, `-`, `:` or `/` is
 * escaped.
 */
const escaped = (value: string): string => value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function addressOf(value: string): URL {
  if (!URL.canParse(value)) throw new Unwritable(value);
  return new URL(value);
}

function portOf(value: string): string {
  const { port, protocol } = addressOf(value);
  return port === '' ? (protocol === 'https:' ? '443' : '80') : port;
}

/**
 * Every language that a fix is written in. Values are visible ASCII when they come here, so line ends and
 * other control characters cannot occur.
 */
export const syntaxes = {
  js: { text: single, boolean: words, list: { ...square, indent: '  ' } },
  json: { text: double, boolean: words, list: { ...square, indent: '  ', trailingComma: false } },
  python: { text: single, boolean: capitalWords, list: { ...square, indent: '    ' } },
  go: {
    text: double,
    boolean: words,
    list: { open: '[]string{', close: '}', indent: '\t', trailingComma: true },
  },
  java: {
    text: double,
    boolean: words,
    list: { open: 'List.of(', close: ')', indent: '    ', trailingComma: false },
  },
  rust: { text: double, boolean: words, list: { ...square, indent: '    ' } },
  php: { text: single, boolean: words, list: { ...square, indent: '    ' } },
  ruby: { text: single, boolean: words, list: { ...square, indent: '  ' } },
  yaml: { text: double, boolean: words, list: { ...square, indent: '  ', trailingComma: false } },
  // `$` starts a variable inside quotes too, and nothing takes its meaning away.
  nginx: { text: without('$', double), boolean: words, list: null },
  'nginx-regex': { text: without('$"', escaped), boolean: words, list: null },
  // `${NAME}` and `%{…}` are expanded inside quotes.
  apache: { text: without('$%', double), boolean: words, list: null },
  'apache-regex': { text: without('"', escaped), boolean: words, list: null },
  caddy: { text: without('{}', double), boolean: words, list: null },
  haproxy: {
    text: without('%', (value) => double(value).replaceAll('$', '\\$')),
    boolean: words,
    list: null,
  },
  /** Host and port alone, for formats that do not write a server as a URL. */
  authority: {
    text: without('\'"`\\$ ;,{}()<>|&#', (value) => value.replace(/^[a-z][a-z0-9+.-]*:\/\//, '')),
    boolean: words,
    list: null,
  },
  /** Host and port apart, of a server that is written as a URL. */
  hostname: { text: (value) => addressOf(value).hostname, boolean: words, list: null },
  port: { text: portOf, boolean: words, list: null },
  /** No quotes at all: for numbers, and for words of a format that has no quotes. */
  bare: { text: without('\'"`\\$ ;,{}()<>|&#', (value) => value), boolean: words, list: null },
} as const satisfies Record<string, Syntax>;

export type SyntaxId = keyof typeof syntaxes;

export const isSyntax = (name: string): name is SyntaxId => Object.hasOwn(syntaxes, name);
