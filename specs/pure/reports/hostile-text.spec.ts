import { expect, test } from '@playwright/test';
import markdown from '../../../reports/formats/markdown.ts';
import sarif from '../../../reports/formats/sarif.ts';
import terminal from '../../../reports/formats/terminal.ts';
import { cellCode, code, codeBlock, plain } from '../../../reports/words/markdown-text.ts';
import { colourPaint } from '../../../reports/terminal/paint.ts';
import { renderSummary } from '../../../reports/terminal/summary.ts';
import { visible } from '../../../reports/words/visible-text.ts';
import { hostileReport, hostileTexts } from './hostile-report.ts';

/** Everything that acts instead of being read, but for the line feed that ends our own lines. */
const acting = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
const closing = { files: [], catalogue: [], otherFailures: [], exitCode: 1 };

test('visible shows what acts, and nothing else changes', () => {
  expect(visible('a\r\n\t\u0000\u001b[31m\u009b\u202e\u200b\ufeff\u2028\ud800')).toBe(
    'a\\r\\n\\t\\x00\\x1b[31m\\x9b\\u{202e}\\u{200b}\\u{feff}\\u{2028}\\u{d800}',
  );
  expect(visible('\u{e0041}')).toBe('\\u{e0041}');
  const ordinary = 'Access to fetch at \'https://a.example/é?x=1\' 日本語 😀 "\\n" <b> `|`';
  expect(visible(ordinary)).toBe(ordinary);
});

test('the terminal summary has no control character but line feeds', () => {
  expect(terminal.render(hostileReport())).not.toMatch(acting);
});

test('the coloured summary has our own colour codes, and no other control character', () => {
  const text = renderSummary(hostileReport(), { paint: colourPaint, width: 100 }, closing);
  const ours = /\u001b\[(1|2|22|31|32|33|36|39)m/g;
  expect(text).toMatch(ours);
  expect(text.replace(ours, '')).toBe(terminal.render(hostileReport()));
});

test('the terminal summary has one gate line, and it is the last paragraph', () => {
  const lines = terminal.render(hostileReport()).split('\n');
  const gates = lines.flatMap((line, index) => (line.startsWith('Gate ') ? [index] : []));
  const lastParagraph = lines.lastIndexOf('', lines.length - 2) + 1;
  expect(gates).toEqual([lastParagraph]);
});

test('the terminal summary shows each hostile console text verbatim on one line', () => {
  const lines = terminal
    .render(hostileReport())
    .split('\n')
    .map((line) => line.slice(15));
  for (const text of hostileTexts) expect(lines).toContain(visible(text).trimEnd());
});

test('Markdown and SARIF have no control character but line feeds', () => {
  expect(markdown.render(hostileReport())).not.toMatch(acting);
  expect(sarif.render(hostileReport())).not.toMatch(acting);
});

test('plain escapes what Markdown and GitHub would read', () => {
  expect(plain('<b> & `c` *d* _e_ [f](g) | ~h~ \\')).toBe(
    '&lt;b&gt; &amp; \\`c\\` \\*d\\* \\_e\\_ \\[f\\](g) \\| \\~h\\~ \\\\',
  );
  expect(plain('https://a.example www.a.example @team')).toBe(
    'https&#58;//a.example www&#46;a.example @<!-- -->team',
  );
  expect([plain('# a'), plain('- a'), plain('1. a'), plain('a\n# b')]).toEqual([
    '\\# a',
    '\\- a',
    '1&#46; a',
    'a\\\\n# b',
  ]);
});

test('code and codeBlock cannot be ended from inside', () => {
  expect([code('a'), code('`'), code('a``b'), code(' a'), code('')]).toEqual([
    '`a`',
    '`` ` ``',
    '```a``b```',
    '`  a `',
    '(empty)',
  ]);
  expect(cellCode('a|b')).toBe('`a\\|b`');
  expect(codeBlock(['```', '````', 'a\nb'])).toBe('`````\n```\n````\na\\nb\n`````');
});

test('no line of the Markdown report is one that a hostile text forged', () => {
  const lines = outsideOfFences(markdown.render(hostileReport()));
  expect(lines.filter((line) => line.startsWith('## '))).toEqual([
    '## Violations',
    '## Hazards: they do not fail the gate',
    '## Fixes',
    '## Inconclusive',
    '## Held after the CORS-preflight request',
  ]);
  expect(lines.filter((line) => line.startsWith('**Gate'))).toHaveLength(1);
});

/** Returns the lines that are no code. A fence is ended by one that is as long, with nothing after it. */
function outsideOfFences(text: string): readonly string[] {
  let fence: string | null = null;
  return text.split('\n').filter((line) => {
    const [, opening = null] = /^(`{3,})/.exec(line) ?? [];
    if (fence === null) fence = opening;
    else if (opening !== null && opening.length >= fence.length && line === opening) {
      fence = null;
      return false;
    }
    return fence === null;
  });
}
