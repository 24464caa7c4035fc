import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { inFormat } from '../../../reports/collect/write-report.ts';
import html from '../../../reports/formats/html.ts';
import json from '../../../reports/formats/json.ts';
import markdown from '../../../reports/formats/markdown.ts';
import sarif from '../../../reports/formats/sarif.ts';
import terminal from '../../../reports/formats/terminal.ts';
import { testErrorText } from '../../../reports/terminal/test-error.ts';
import { verdictsIn } from '../../../reports/words/in-language.ts';
import { sentencesOf } from '../../../src/diagnoses/sentences.ts';
import { diagnosisIds } from '../../../src/diagnoses/vocabulary.ts';
import { askedLanguage } from '../../../src/words/asked-language.ts';
import { kept, phrases } from '../../../src/words/ja/phrases.ts';
import { fillJapanese, fillPhrase } from '../../../src/words/say.ts';
import { sampleReport } from './sample-report.ts';

const [sample] = sampleReport().verdicts.filter(({ status }) => status === 'violates');
if (sample === undefined) throw new Error('The sample has a violation.');

/** Stand for what fills each name: no words, so that nothing takes them for a part of a sentence. */
const values = new Proxy<Record<string, string>>({}, { get: (_values, name) => `«${String(name)}»` });

test('Japanese: each sentence that a report keeps in English is found again, and what fills it', () => {
  const wrong = Object.entries(kept).flatMap(([english, japanese]) => {
    const [verdict] = verdictsIn('ja', [{ ...sample, diagnosis: null, seen: fillPhrase(english, values) }]);
    const wanted = fillJapanese(japanese, values);
    return verdict?.seen === wanted ? [] : [[english, verdict?.seen]];
  });
  expect(wrong).toEqual([]);
});

test('Japanese: so is each sentence of a diagnosis, with what stands before it', () => {
  const cure = 'Call https://a.example/b: the two addresses differ in their scheme alone.';
  const wrong = diagnosisIds.flatMap((diagnosis) => {
    const english = sentencesOf(diagnosis, 'en');
    const japanese = sentencesOf(diagnosis, 'ja');
    const { seen, why, remedy } = english;
    const filled = {
      seen: fillPhrase(seen, values),
      why: fillPhrase(why, values),
      remedy: `${cure} ${fillPhrase(remedy, values)}`,
    };
    const [verdict] = verdictsIn('ja', [{ ...sample, diagnosis, ...filled }]);
    const wanted = {
      seen: fillJapanese(japanese.seen, values),
      why: fillJapanese(japanese.why, values),
      remedy: `https://a.example/b を呼び出してください。2 つのアドレスの違いはスキームだけです。${fillJapanese(japanese.remedy, values)}`,
    };
    return verdict?.seen === wanted.seen && verdict.why === wanted.why && verdict.remedy === wanted.remedy
      ? []
      : [{ diagnosis, seen: verdict?.seen, why: verdict?.why, remedy: verdict?.remedy }];
  });
  expect(wrong).toEqual([]);
});

/** What is no sentence that people read: texts of browsers, outcomes as an observation keeps them, and code. */
const noSentence =
  /^(?:Cross-[Oo]rigin |Mixed Content|EventSource error|WebSocket closed|XMLHttpRequest error|The beacon was queued|\$\{(?:failure|probe|httpOnly|what\} within))/;

test('Japanese: so is what is said of an engine that fails, wherever that is thrown', () => {
  const texts = ['src/probe', 'src/browser'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => sentencesIn(readFileSync(`${folder}/${name}`, 'utf8'))),
  );
  const said = texts.filter((text) => !noSentence.test(text) && !(text in phrases));
  expect(said.length).toBeGreaterThan(40);
  const untold = said.filter((text) => {
    const filled = text.replaceAll(/\$\{[^}]*\}/g, (value) =>
      value.includes('engine') ? 'Chromium' : '«it»',
    );
    const whole = / did not /.test(text) && !text.endsWith('.') ? `${filled} within 5 ms.` : filled;
    return !/[ぁ-ん]/.test(verdictsIn('ja', [{ ...sample, seen: whole }])[0]?.seen ?? '');
  });
  expect(untold).toEqual([]);
});

/** Returns the texts in `code` that begin as a sentence does and have three words or more. */
const sentencesIn = (code: string): readonly string[] =>
  [...code.replaceAll(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '').matchAll(/(['"`])((?:(?!\1)[^\\\n]|\\.)*)\1/g)]
    .map(([, , text = '']) => text)
    .filter((text) => /^(?:[A-Z]|\$\{)\S*(?: \S+){2}/.test(text));

/** What stays as it is: browsers' texts, code, header lines, and what the policy's owner or a system wrote. */
const asItIs = [
  /```[^]*?```/g,
  /<(style|script|pre|ol class="console")[^]*?<\/\1>/g,
  /Access to fetch at .*/g,
  /Failed to load resource: .*/g,
  /await fetch\(.*/g,
  /curl -sS .*/g,
  /apt-get install .*/g,
  /npx cors-conformance [a-z -]*/g,
  /^ {7}\S.*/gm,
  /The connection was reset\.|The\s+old intranet has no certificate\.|The total moves into the body in spring\./g,
];

for (const format of [terminal, markdown, html]) {
  test(`Japanese: no sentence of ${format.id} is left in English`, () => {
    const text = inFormat(format, sampleReport(), 'ja');
    const ours = asItIs.reduce((left, pattern) => left.replaceAll(pattern, ''), text);
    const own = ours.replaceAll(/<[^>]*>/g, '\n');
    expect(own.match(/(?:\b[A-Za-z]+(?:,? |\n +)){3}[a-z]+\b.*/g) ?? []).toEqual([]);
  });
}

test('Japanese: what programs read is the same', () => {
  for (const format of [json, sarif]) {
    expect(inFormat(format, sampleReport(), 'ja') === format.render(sampleReport())).toBe(true);
  }
});

test("Japanese: a test's error says what a person has to do", () => {
  const text = `\
HIGH  origin-mismatch (拒否しすぎ)  /v1/profile  1 件のチェック
  対象        https://admin.example.com (信頼済み): GET (include)
  コンソール  ${sample.console.join('\n              ')}
  観測        Access-Control-Allow-Origin は https://app.example.com ですが、ページのオリジンは
              https://admin.example.com です。
  対処        リクエストの Origin ヘッダーを許可リストと照合して値を決め、https://admin.example.com
              を返してください。Vary: Origin も付けてください。
  担当        バックエンドの変更が必要です。`;
  expect(testErrorText([sample], 'ja')).toBe(text);
});

test('Japanese: --lang goes before CORS_LANG, that before the configuration, and that before the locale', () => {
  const locale = { LANG: 'ja_JP.UTF-8' };
  expect([
    askedLanguage({}),
    askedLanguage(locale),
    askedLanguage(locale, { setting: 'en' }),
    askedLanguage({ CORS_LANG: 'ja' }, { setting: 'en' }),
    askedLanguage({ CORS_LANG: 'ja' }, { option: 'en' }),
    askedLanguage({ CORS_LANG: 'fr' }, { setting: 'ja' }),
    askedLanguage({}, { option: '' }),
  ]).toEqual([
    { language: 'en', wrong: null },
    { language: 'ja', wrong: null },
    { language: 'en', wrong: null },
    { language: 'ja', wrong: null },
    { language: 'en', wrong: null },
    { language: 'ja', wrong: 'CORS_LANG "fr"' },
    { language: 'en', wrong: '--lang ""' },
  ]);
});
