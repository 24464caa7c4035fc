import { expect, test } from '@playwright/test';
import { explainWith } from '../../../src/cli/explain.ts';
import { adviceFor } from '../../../src/explain/advice.ts';
import { explainText } from '../../../src/explain/explain.ts';
import { causes } from '../../../src/explain/facts.ts';
import { otherCodes, otherTemplates } from '../../../src/explain/other-texts.ts';
import { explanationLines } from '../../../src/explain/print.ts';
import { questionsFor } from '../../../src/explain/questions.ts';
import type { Meaning } from '../../../src/explain/template.ts';
import { diagnosisIds } from '../../../src/diagnoses/vocabulary.ts';
import { stacks } from '../../../src/fix/fix.ts';
import { isJapanese, keptWords } from '../../support/kept-words.ts';
import { engines } from './engines.ts';
import { runCommand } from '../../support/run-command.ts';
import { libraryWith } from './sample-library.ts';

const library = libraryWith('allow {{each origins as nginx}};\nto {{backend as nginx}};\n{{port as nginx}}');

async function run(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { code, out, error } = await runCommand(explainWith(library), args, { env });
  return { exitCode: code, stdout: ended(out), stderr: ended(error) };
}

const ended = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

const text =
  "Access to fetch at 'https://api.example.com/' from origin 'http://localhost:3000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.";

const explained = `Chromium のメッセージ：${text}
  preflight-status-not-ok
    原因      https://api.example.com/ へのリクエストに先立つプリフライトリクエストへのレスポンスのステータスは、コンソールには表示されません。
    理由      プリフライトレスポンスには、ヘッダーの内容にかかわらず ok ステータス（200〜299）が必要です。そのため、実際のリクエストは送信されません。
    担当      バックエンド、またはプロキシなどの運用担当
    対処      このパスの OPTIONS には、認証、メソッドの検査、ルーティングより前に、ステータス 204 で応答してください。
    ヘッダー  Access-Control-Allow-Origin: http://localhost:3000  （プリフライトレスポンスに付ける）
    ヘッダー  Vary: Origin  （プリフライトレスポンスに付ける）
    ヘッダー  Access-Control-Allow-Methods: <メソッド>  （プリフライトレスポンスに付ける）
    仕様      https://fetch.spec.whatwg.org/#cors-preflight-fetch
    編集      nginx の api.conf（server block）。間違いの例：OPTIONS reaches an API that knows no such method.
    編集      または、次のスタックのファイル：go
    表示      ファイルの全文を表示するには：cors-conformance explain --stack <名前> "<テキスト>"
    抽出      api = fetch
    抽出      url = https://api.example.com/
    抽出      origin = http://localhost:3000
`;

const nginxFile = `
nginx（server block）の修正。テストで実行したものです：api.conf
    導入      apt-get install nginx
    注意      location や if の中の add_header は、継承されるすべての行を置き換えます。そこにすべての行を繰り返してください。
    注意      http://127.0.0.1:8080 を API 自体のアドレスに置き換えてください。
    注意      3000 を、待ち受けるポートに置き換えてください。
    注意      このテキストからは分からない値があります。次のものをご自身の値に置き換えてください：メソッド、リクエストヘッダー。
    注意      資格情報なしのリクエスト用です。

allow "http://localhost:3000";
to "http://127.0.0.1:8080";
3000
`;

test('a text is explained in Japanese, with the file of a stack', async () => {
  expect(await run(['--lang', 'ja', '--stack', 'nginx', text])).toEqual({
    exitCode: 0,
    stdout: explained + nginxFile,
    stderr: '',
  });
});

const inJapanese: readonly (readonly [
  by: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
])[] = [
  ['--lang ja', ['--lang', 'ja', text], {}],
  ['--lang=ja', ['--lang=ja', text], {}],
  ['--lang behind the text', [...text.split(' '), '--lang', 'ja'], {}],
  ['--lang ja against CORS_LANG=en', ['--lang=ja', text], { CORS_LANG: 'en' }],
  ['--lang ja against a wrong CORS_LANG', ['--lang=ja', text], { CORS_LANG: 'fr' }],
  ['CORS_LANG=ja', [text], { CORS_LANG: 'ja', LC_ALL: 'C' }],
  ['CORS_LANG=ja between spaces', [text], { CORS_LANG: ' ja ' }],
  ['LC_ALL', [text], { LC_ALL: 'ja_JP.UTF-8', LC_MESSAGES: 'C', LANG: 'C' }],
  ['LC_MESSAGES', [text], { LC_ALL: '', LC_MESSAGES: 'ja_JP', LANG: 'C' }],
  ['LANG', [text], { CORS_LANG: '', LANG: 'ja' }],
  ['LANG in capitals', [text], { LANG: 'JA_JP' }],
];

for (const [by, args, env] of inJapanese) {
  test(`explain speaks Japanese by ${by}`, async () => {
    expect(await run(args, env)).toEqual({ exitCode: 0, stdout: explained, stderr: '' });
  });
}

const inEnglish: readonly (readonly [
  by: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
])[] = [
  ['no variable', [text], {}],
  ['--lang en', ['--lang', 'en', text], { CORS_LANG: 'ja', LANG: 'ja_JP.UTF-8' }],
  ['CORS_LANG=en', [text], { CORS_LANG: 'en', LC_ALL: 'ja_JP.UTF-8' }],
  ['an LC_ALL before a Japanese LANG', [text], { LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }],
  ['an LC_MESSAGES before a Japanese LANG', [text], { LC_MESSAGES: 'en_US.UTF-8', LANG: 'ja_JP.UTF-8' }],
  ['another locale', [text], { LANG: 'de_DE.UTF-8' }],
  ['a locale of three letters', [text], { LANG: 'jam_JM.UTF-8' }],
];

for (const [by, args, env] of inEnglish) {
  test(`explain speaks English by ${by}`, async () => {
    const { exitCode, stdout } = await run(args, env);
    expect([exitCode, stdout.split('\n')[0]]).toEqual([0, `Chromium says: ${text}`]);
    expect(isJapanese(stdout)).toBe(false);
  });
}

const wrongLanguages: readonly (readonly [
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  said: string,
])[] = [
  [['--lang', 'fr', text], {}, '--lang "fr" is no language. Write one of: en, ja.'],
  [['--lang=', text], {}, '--lang "" is no language. Write one of: en, ja.'],
  [[text, '--lang'], {}, '--lang is given no value.'],
  [[text], { CORS_LANG: 'ja_JP' }, 'CORS_LANG "ja_JP" is no language. Write one of: en, ja.'],
  [['--help'], { CORS_LANG: 'fr' }, 'CORS_LANG "fr" is no language. Write one of: en, ja.'],
  [
    [text],
    { CORS_LANG: 'fr', LANG: 'ja_JP.UTF-8' },
    'CORS_LANG "fr" という言語はありません。次のいずれかを指定してください：en, ja。',
  ],
  [
    ['--lang=fr', '--json', text],
    { CORS_LANG: 'ja' },
    '--lang "fr" という言語はありません。次のいずれかを指定してください：en, ja。',
  ],
];

for (const [args, env, said] of wrongLanguages) {
  test(`a language that is none is a mistake: ${JSON.stringify(env)} ${args.map((arg) => arg.slice(0, 9)).join(' ')}`, async () => {
    const help = isJapanese(said)
      ? 'オプションの一覧は cors-conformance explain --help で表示します。'
      : 'cors-conformance explain --help lists the options.';
    expect(await run(args, env)).toEqual({ exitCode: 2, stdout: '', stderr: `${said}\n${help}\n` });
  });
}

const usage = `使い方：cors-conformance explain [options] "<console text>"

コンソールの赤いテキストの意味と、直すためのファイルを示します。テキストは標準入力でも渡せます。テキストが未知の場合、終了コードは 1 です。

  --stack <name>   そのスタック（例：nginx）の修正も表示します
  --json           1 つの JSON オブジェクトを、常に英語で表示します：version, failures (text, engines, values, note, diagnoses, questions, other), fix
  --lang <name>    en または ja。省略すると CORS_LANG、それもなければロケール（LC_ALL、LC_MESSAGES、LANG）に従います
  --help, -h       この説明を表示します
`;

const help = 'オプションの一覧は cors-conformance explain --help で表示します。';

test('help and mistakes are Japanese', async () => {
  const env = { CORS_LANG: 'ja' };
  expect([
    await run(['--help'], env),
    await run([], env),
    await run(['--lnag=ja', text], env),
    await run(['--stack=nix', text], env),
    await run(['the page is blank'], env),
  ]).toEqual([
    { exitCode: 0, stdout: usage, stderr: '' },
    { exitCode: 2, stdout: '', stderr: `コンソールのテキストが渡されていません。\n${help}\n` },
    {
      exitCode: 2,
      stdout: '',
      stderr: `--lnag は explain のオプションではありません。--lang のことですか？\nテキストがこのように始まる場合は、他の語も含めて全体を引用符で囲んでください。\n${help}\n`,
    },
    {
      exitCode: 2,
      stdout: '',
      stderr: `"nix" というスタックはありません。次のいずれかを指定してください：${Object.keys(stacks).join(', ')}。\n${help}\n`,
    },
    {
      exitCode: 1,
      stdout: '',
      stderr:
        'このテキストに一致するものはありません。どのブラウザエンジン（Chromium, Firefox, WebKit）のメッセージでもないようです。ページに表示された文ではなく、コンソールの赤いテキスト全体を貼り付けてください。\n',
    },
  ]);
});

test('the JSON object is the same in both languages', async () => {
  const args = ['--json', '--stack=nginx', text];
  expect(await run(['--lang=ja', ...args], { LANG: 'ja_JP.UTF-8' })).toEqual(await run(args));
  expect(isJapanese((await run(['--lang=ja', ...args])).stdout)).toBe(false);
});

test('what has no file is said in Japanese', async () => {
  const last = async (args: readonly string[]): Promise<string | undefined> =>
    (await run(['--lang=ja', '--stack=nginx', ...args])).stdout.split('\n').at(-2);
  expect([
    await last(['net::ERR_CONNECTION_REFUSED']),
    await last(['TypeError: Failed to fetch']),
    await last([text.replace('http://localhost:3000', 'null')]),
    (await run(['--lang=ja', '--stack=koa', text])).stdout.split('\n').at(-2),
  ]).toEqual([
    'nginx のファイルは表示しません。これはサーバーのヘッダーでは解決しません。',
    'nginx のファイルは表示しません。このテキストからは、39 個の原因のどれなのかが分かりません。そのうちサーバーの修正で解決するのは 18 個です。質問に答えて絞り込むか、コンソールのテキスト全体を渡してください。',
    'テキストにある値は、nginx のどのファイルにも書けません：origins[0] "null" is not a serialized origin.',
    'Koa のファイルはありません。',
  ]);
});

const sentences = (means: Meaning): (readonly [english: string, japanese: string])[] =>
  means.kind === 'other'
    ? [
        [means.cause.en, means.cause.ja],
        [means.remedy.en, means.remedy.ja],
      ]
    : [];

test('what is said of a text that is no refusal is Japanese, and keeps names and code', () => {
  const codes = Object.values(otherCodes).flatMap((means) => means ?? []);
  const pairs = [...otherTemplates().map(({ means }) => means), ...codes].flatMap(sentences);
  expect(pairs.length).toBeGreaterThan(40);
  expect(pairs.filter(([, japanese]) => !isJapanese(japanese) || !japanese.endsWith('。'))).toEqual([]);
  expect(
    pairs.filter(([english, japanese]) => keptWords(english).some((word) => !japanese.includes(word))),
  ).toEqual([]);
});

/** What is known of a request, from nothing to everything. */
const known = [
  {},
  { url: 'https://api.example.com/', origin: 'https://app.example.com' },
  { url: 'https://api.example.com/', origin: 'null', value: '' },
  {
    url: 'https://api.example.com/',
    origin: 'https://app.example.com',
    method: 'patch',
    name: 'x-one',
    value: 'https://other.example',
    status: '404',
  },
] as const;

test('advice on every diagnosis is whole Japanese sentences, whatever is known', () => {
  const wrong = diagnosisIds.flatMap((id) =>
    known.flatMap((each) => {
      const { cause, why, remedy } = adviceFor(id, each, 'ja');
      return [cause, why, remedy].filter(
        (sentence) =>
          !isJapanese(sentence) ||
          /[{}]/.test(sentence) ||
          // No space between two Japanese letters, and no Latin letter that touches one.
          /[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}] [\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]/u.test(sentence) ||
          /[a-z][\p{sc=Hira}\p{sc=Kana}\p{sc=Han}]|[\p{sc=Hira}\p{sc=Kana}\p{sc=Han}][a-z]/iu.test(sentence),
      );
    }),
  );
  expect(wrong).toEqual([]);
});

test('what is not known is said in Japanese', () => {
  const causeOf = (...args: Parameters<typeof adviceFor>): string => adviceFor(...args).cause;
  const url = 'https://api.example.com/';
  expect([
    causeOf('origin-missing', { url }, 'ja'),
    causeOf('origin-missing', { url, method: 'GET' }, 'ja'),
    causeOf('preflight-origin-missing', { url }, 'ja'),
    causeOf('preflight-redirect', { url, method: 'PUT', status: '308' }, 'ja'),
    causeOf('preflight-status-not-ok', { url, method: 'PUT', status: '404' }, 'ja'),
    causeOf('credentials-not-allowed', { value: '' }, 'ja'),
    causeOf('origin-mismatch', { value: '', origin: 'https://app.example.com' }, 'ja'),
    causeOf('header-not-allowed', {}, 'ja'),
    causeOf('origin-mismatch', { origin: 'https://app.example.com' }, 'ja'),
    causeOf('origin-invalid', {}, 'ja'),
    causeOf('origin-multiple', {}, 'ja'),
    causeOf('response-timeout', { url, value: 'net::ERR_TIMED_OUT' }, 'ja'),
    causeOf('response-timeout', { url, value: '10000' }, 'ja'),
    adviceFor('method-not-allowed', { method: 'patch' }, 'ja').remedy,
    adviceFor('origin-mismatch', { origin: 'null' }, 'ja').remedy,
  ]).toEqual([
    'https://api.example.com/ へのリクエストに対するレスポンスに Access-Control-Allow-Origin ヘッダーがありません。',
    'GET https://api.example.com/ に対するレスポンスに Access-Control-Allow-Origin ヘッダーがありません。',
    'https://api.example.com/ へのリクエストに先立つプリフライトリクエストへのレスポンス（ステータスはコンソールに表示されません）に Access-Control-Allow-Origin ヘッダーがありません。',
    'PUT https://api.example.com/ に先立つプリフライトリクエストに、サーバーがリダイレクトで応答しています（ステータス 308）。',
    'PUT https://api.example.com/ に先立つプリフライトリクエストへのレスポンスのステータスは 404 です。',
    'リクエストの credentials モードは "include" ですが、Access-Control-Allow-Credentials がないか、空です。',
    'Access-Control-Allow-Origin がないか、空ですが、ページのオリジンは https://app.example.com です。',
    'プリフライトレスポンスの Access-Control-Allow-Headers に <ヘッダー名> が含まれていません。',
    'Access-Control-Allow-Origin は別の値ですが、ページのオリジンは https://app.example.com です。',
    'Access-Control-Allow-Origin に別の値が入っていますが、これはシリアライズされたオリジンではありません。',
    'Access-Control-Allow-Origin に複数の値が入っています。',
    'https://api.example.com/ へのリクエストに対するレスポンスが制限時間内に完了しませんでした。',
    'https://api.example.com/ へのリクエストに対するレスポンスが "10000" ミリ秒以内に完了しませんでした。',
    'ページでは PATCH と大文字で書いてリクエストしてください。小文字で書いたメソッドのうち、大文字にして送信されるのは delete、get、head、options、post、put だけです。メソッド名は大文字と小文字を区別して比較されます。',
    'null を許可しないでください。null は、サンドボックス化されたすべてのページのオリジンです。ページは、ファイル、data: URL、サンドボックス化されたフレームではなく、固有のオリジンから提供してください。別のオリジンへのリダイレクトが原因の場合は、最後のアドレスに直接リクエストしてください。',
  ]);
});

test('questions and answers are Japanese', () => {
  const said = questionsFor(
    causes,
    engines.map(({ id }) => id),
    'ja',
  ).flatMap(({ ask, answers }) => [ask, ...answers.map(({ answer }) => answer)]);
  expect(said.filter((each) => !isJapanese(each))).toEqual(['*']);
});

const pasted = [
  "Access to fetch at 'https://a.test/' from origin 'http://b.test' has been blocked by CORS policy: The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.",
  'GET https://a.test/ net::ERR_FAILED 200 (OK)',
  'TypeError: Failed to fetch',
  'AxiosError: Network Error',
  'Refused to set unsafe header "Cookie"',
  'net::ERR_BLOCKED_BY_CLIENT',
  'クロスオリジン要求をブロックしました: 同一生成元ポリシーにより、https://a.test/ にあるリモートリソースの読み込みは拒否されます (理由: CORS ヘッダー ‘Access-Control-Allow-Origin’ が足りない)。',
  'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://a.test/. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.',
];

test('no line of an explanation is left in English', () => {
  const names = Object.fromEntries(engines.map(({ id, name }) => [id, name]));
  const lines = pasted.flatMap((each) =>
    explanationLines(explainText(each, engines, 'ja'), names, library, 'ja'),
  );
  const ids: ReadonlySet<string> = new Set(diagnosisIds);
  const english = lines
    .map((line) => line.trim())
    .filter((line) => line !== '' && !ids.has(line) && !/^\*：/.test(line) && !isJapanese(line));
  // Labels of these lines hold no kana.
  expect(english.filter((line) => !/^(?:仕様|抽出) /.test(line))).toEqual([]);
});
