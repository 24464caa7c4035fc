import { expect, test } from '@playwright/test';
import { fillFix, FixTemplateError, FixValueError, type FixValues } from '../../../src/fix/fix.ts';
import { values } from './sample.ts';

const caught = (file: string, changed: Partial<FixValues> = {}): unknown => {
  try {
    return fillFix(file, { ...values, ...changed });
  } catch (error) {
    return error;
  }
};

const lists: readonly (readonly [syntax: string, filled: string])[] = [
  ['js', "['https://app.example.com', 'http://localhost:3000']"],
  ['json', '["https://app.example.com", "http://localhost:3000"]'],
  ['python', "['https://app.example.com', 'http://localhost:3000']"],
  ['go', '[]string{"https://app.example.com", "http://localhost:3000"}'],
  ['java', 'List.of("https://app.example.com", "http://localhost:3000")'],
  ['php', "['https://app.example.com', 'http://localhost:3000']"],
  ['ruby', "['https://app.example.com', 'http://localhost:3000']"],
  ['yaml', '["https://app.example.com", "http://localhost:3000"]'],
  ['apache-regex', 'https://app\\.example\\.com|http://localhost:3000'],
];
for (const [syntax, filled] of lists) {
  test(`a list is written in ${syntax}`, () => {
    expect(fillFix(`{{origins as ${syntax}}}`, values)).toBe(filled);
  });
}

test('a list that does not fit into a line has one item a line, at the depth of its line', () => {
  const origins = Array.from({ length: 4 }, (_, index) => `https://customer-${index}.example.com`);
  expect(fillFix('  allowed: {{origins as js}},', { ...values, origins })).toBe(
    [
      '  allowed: [',
      "    'https://customer-0.example.com',",
      "    'https://customer-1.example.com',",
      "    'https://customer-2.example.com',",
      "    'https://customer-3.example.com',",
      '  ],',
    ].join('\n'),
  );
  expect(fillFix('List<String> all = {{origins as java}};', { ...values, origins })).toBe(
    [
      'List<String> all = List.of(',
      '    "https://customer-0.example.com",',
      '    "https://customer-1.example.com",',
      '    "https://customer-2.example.com",',
      '    "https://customer-3.example.com"',
      ');',
    ].join('\n'),
  );
});

test('a list becomes one text, parted by commas', () => {
  expect(fillFix('add_header Access-Control-Allow-Methods {{methods joined as nginx}} always;', values)).toBe(
    'add_header Access-Control-Allow-Methods "GET, PUT" always;',
  );
});

test('a line is repeated per item', () => {
  expect(fillFix('map {\n  {{each origins as nginx}} $http_origin;\n}', values)).toBe(
    'map {\n  "https://app.example.com" $http_origin;\n  "http://localhost:3000" $http_origin;\n}',
  );
  expect(fillFix('{{each exposedHeaders as js}}', { ...values, exposedHeaders: [] })).toBe('');
});

test('a line stays only if its condition holds', () => {
  const file = '{\n  {{if credentials}} with: true,\n  {{unless credentials}} without: true,\n}';
  expect(fillFix(file, values)).toBe('{\n  with: true,\n}');
  expect(fillFix(file, { ...values, credentials: false })).toBe('{\n  without: true,\n}');
  const exposed = '{{if exposedHeaders}} expose({{exposedHeaders as js}})\nend';
  expect(fillFix(exposed, values)).toBe("expose(['x-total-count'])\nend");
  expect(fillFix(exposed, { ...values, exposedHeaders: [] })).toBe('end');
});

test('a line of a number stays if there is one, also if it is 0', () => {
  const file = '{{if maxAgeSeconds}} maxAge: {{maxAgeSeconds as js}},\nend';
  expect(fillFix(file, { ...values, maxAgeSeconds: 0 })).toBe('maxAge: 0,\nend');
  expect(fillFix(file, { ...values, maxAgeSeconds: null })).toBe('end');
  expect(caught('{{maxAgeSeconds as js}}', { maxAgeSeconds: null })).toHaveProperty(
    'message',
    'line 1: {{maxAgeSeconds as js}} has no value: begin the line with {{if …}}',
  );
});

test('numbers and booleans are written bare', () => {
  expect(fillFix('{{maxAgeSeconds as js}} {{port as bare}} {{credentials as python}}', values)).toBe(
    '600 3000 True',
  );
});

const wrongTemplates = [
  ['{{origins}}', 'line 1: {{origins}} is not a placeholder'],
  ['a\n{{origin as js}}', 'line 2: {{origin as js}} names no value'],
  ['{{origins as cobol}}', 'line 1: {{origins as cobol}} names no language'],
  ['{{each port as js}}', 'line 1: {{each port as js}} is not a list'],
  ['{{backend joined as js}}', 'line 1: {{backend joined as js}} is not a list'],
  ['{{origins as nginx}}', 'line 1: {{origins as nginx}} is a list, and this language has none'],
] as const;
for (const [file, message] of wrongTemplates) {
  test(`a template is refused: ${file.replace('\n', ' ')}`, () => {
    const error = caught(file);
    expect(error).toBeInstanceOf(FixTemplateError);
    expect(error).toHaveProperty('message', message);
  });
}

test('every wrong value is named, not only the first', () => {
  const error = caught('{{origins as js}}', {
    origins: ['https://app.example.com/', "https://a.example'\n", 'null', 'https://*.example.com'],
    methods: ['GET', 'PU T'],
    requestHeaders: ['x:y'],
    exposedHeaders: [''],
    maxAgeSeconds: -1,
    backend: 'ftp://localhost',
    port: 65536,
  });
  expect(error).toBeInstanceOf(FixValueError);
  expect(error).toHaveProperty('problems', [
    'origins[0] "https://app.example.com/" is not a serialized origin.',
    'origins[1] "https://a.example\'\\n" is not a serialized origin.',
    'origins[2] "null" is not a serialized origin.',
    'origins[3] "https://*.example.com" is not a serialized origin.',
    'methods[1] "PU T" is not a method.',
    'requestHeaders[0] "x:y" is not a header name.',
    'exposedHeaders[0] "" is not a header name.',
    'backend "ftp://localhost" is not an http or https origin.',
    'maxAgeSeconds -1 is not a whole number of seconds.',
    'port 65536 is not a port.',
  ]);
});
