import { runInNewContext } from 'node:vm';
import { expect, test } from '@playwright/test';
import { syntaxes, Unwritable, type SyntaxId } from '../../../src/fix/syntaxes.ts';

/** Every visible ASCII character: more than an origin, a method or a header name can hold. */
const visible = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index));

/** Returns what is written, or `null` where the language cannot hold the value. */
function written(syntax: SyntaxId, value: string): string | null {
  try {
    return syntaxes[syntax].text(value);
  } catch (error) {
    if (error instanceof Unwritable) return null;
    throw error;
  }
}

test('JavaScript reads back what was written', () => {
  for (const character of visible) {
    const value = `a${character}b${character}`;
    expect(runInNewContext(written('js', value) ?? '')).toBe(value);
  }
});

test('JSON reads back what was written', () => {
  for (const character of visible) {
    const value = `a${character}b${character}`;
    expect(JSON.parse(written('json', value) ?? '')).toBe(value);
  }
});

/** The characters that the language's own quotes do not let a regular expression hold. */
const outOfReach = { 'apache-regex': '"', 'nginx-regex': '$"' } as const;

for (const syntax of ['apache-regex', 'nginx-regex'] as const) {
  test(`${syntax}: a regular expression matches what was written, and nothing else`, () => {
    for (const character of visible) {
      const text = written(syntax, `a${character}b`);
      expect(text === null).toBe(outOfReach[syntax].includes(character));
      if (text === null) continue;
      const pattern = new RegExp(`^(${text})$`);
      expect([pattern.test(`a${character}b`), pattern.test('axb') && character !== 'x']).toEqual([
        true,
        false,
      ]);
    }
  });
}

test('authority is the host and the port of an address, and nothing that is no address', () => {
  const addresses = [
    'http://127.0.0.1:8080',
    'https://api.example.com',
    'http://[::1]:8080',
    'api.example.com:8443',
  ];
  expect(addresses.map((address) => written('authority', address))).toEqual([
    '127.0.0.1:8080',
    'api.example.com',
    '[::1]:8080',
    'api.example.com:8443',
  ]);
  const refused = ['http://a b', 'http://a;b', 'http://a{b}', 'http://a#b', "http://a'b", 'http://$a'];
  expect(refused.map((address) => written('authority', address))).toEqual(refused.map(() => null));
});

test('hostname and port are those of a URL', () => {
  const addresses = ['http://127.0.0.1:8080', 'https://api.example.com', 'http://api.example.com'];
  expect(addresses.map((address) => [written('hostname', address), written('port', address)])).toEqual([
    ['127.0.0.1', '8080'],
    ['api.example.com', '443'],
    ['api.example.com', '80'],
  ]);
});

/** What each language makes of quotes, backslashes and the signs that some languages expand. */
const rows: Readonly<Record<SyntaxId, readonly (string | null)[]>> = {
  js: ["'a\\'b'", "'a\"b'", "'a\\\\b'", "'$a'", "'%a'", "'#a'", "'{a}'", "'a|b'"],
  json: ['"a\'b"', '"a\\"b"', '"a\\\\b"', '"$a"', '"%a"', '"#a"', '"{a}"', '"a|b"'],
  python: ["'a\\'b'", "'a\"b'", "'a\\\\b'", "'$a'", "'%a'", "'#a'", "'{a}'", "'a|b'"],
  go: ['"a\'b"', '"a\\"b"', '"a\\\\b"', '"$a"', '"%a"', '"#a"', '"{a}"', '"a|b"'],
  java: ['"a\'b"', '"a\\"b"', '"a\\\\b"', '"$a"', '"%a"', '"#a"', '"{a}"', '"a|b"'],
  rust: ['"a\'b"', '"a\\"b"', '"a\\\\b"', '"$a"', '"%a"', '"#a"', '"{a}"', '"a|b"'],
  php: ["'a\\'b'", "'a\"b'", "'a\\\\b'", "'$a'", "'%a'", "'#a'", "'{a}'", "'a|b'"],
  ruby: ["'a\\'b'", "'a\"b'", "'a\\\\b'", "'$a'", "'%a'", "'#a'", "'{a}'", "'a|b'"],
  yaml: ['"a\'b"', '"a\\"b"', '"a\\\\b"', '"$a"', '"%a"', '"#a"', '"{a}"', '"a|b"'],
  nginx: ['"a\'b"', '"a\\"b"', '"a\\\\b"', null, '"%a"', '"#a"', '"{a}"', '"a|b"'],
  apache: ['"a\'b"', '"a\\"b"', '"a\\\\b"', null, null, '"#a"', '"{a}"', '"a|b"'],
  'apache-regex': ["a'b", null, 'a\\\\b', '\\$a', '%a', '#a', '\\{a\\}', 'a\\|b'],
  'nginx-regex': ["a'b", null, 'a\\\\b', null, '%a', '#a', '\\{a\\}', 'a\\|b'],
  caddy: ['"a\'b"', '"a\\"b"', '"a\\\\b"', '"$a"', '"%a"', '"#a"', null, '"a|b"'],
  haproxy: ['"a\'b"', '"a\\"b"', '"a\\\\b"', '"\\$a"', null, '"#a"', '"{a}"', '"a|b"'],
  authority: [null, null, null, null, '%a', null, null, null],
  hostname: [null, null, null, null, null, null, null, null],
  port: [null, null, null, null, null, null, null, null],
  bare: [null, null, null, null, '%a', null, null, null],
};
const values = ["a'b", 'a"b', 'a\\b', '$a', '%a', '#a', '{a}', 'a|b'];
const ids = Object.keys(syntaxes).filter((id): id is SyntaxId => Object.hasOwn(syntaxes, id));
for (const id of ids) {
  test(`${id} quotes what is special in it, and refuses what it cannot hold`, () => {
    expect(values.map((value) => written(id, value))).toEqual(rows[id]);
  });
}
