/** What the commands say of themselves and of their arguments. */
export const commandsInJapanese = {
  'Usage: {line}': '使い方：{line}',
  'print this': 'この説明を表示します',
  'print the version': 'バージョンを表示します',
  'Each command says more with --help. The target suite itself runs with: npx playwright test':
    '各コマンドの詳細は --help で表示します。API の判定そのものは npx playwright test で実行します。',
  'No command was given.': 'コマンドが指定されていません。',
  '"{word}" is no command.': '"{word}" というコマンドはありません。',
  'cors-conformance {command} --help lists the options.':
    'オプションの一覧は cors-conformance {command} --help で表示します。',
  '{option} is no option of {command}.': '{option} は {command} のオプションではありません。',
  '{option} is no option of {command}: did you mean --{near}?':
    '{option} は {command} のオプションではありません。--{near} のことですか？',
  'A text that begins so stands between quotes, with its other words.':
    'テキストがこのように始まる場合は、他の語も含めて全体を引用符で囲んでください。',
  '--{name} takes no value.': '--{name} に値は指定できません。',
  '--{name} is given no value.': '--{name} の値がありません。',
  '--{name} was given {count} times: it has one value.':
    '--{name} が {count} 回指定されています。値は 1 つだけ指定できます。',
  '"{word}" is too much: {command} takes options alone.':
    '"{word}" は余分です。{command} に指定できるのはオプションだけです。',
  '{options} may be given several times.': '{options} は複数回指定できます。',
  'en or ja; without it CORS_LANG, and without that the locale (LC_ALL, LC_MESSAGES, LANG)':
    'en または ja。省略すると CORS_LANG、それもなければロケール（LC_ALL、LC_MESSAGES、LANG）に従います',

  'say what a console text means: its diagnosis, cause and fix (text as arguments or on stdin)':
    'コンソールのテキストの意味（診断、原因、修正）を説明します（テキストは引数または標準入力で渡します）',
  'Says what a red text of a console means, and which files cure it. The text may come on standard input as well. The exit code is 1 where it is unknown.':
    'コンソールの赤いテキストの意味と、直すためのファイルを示します。テキストは標準入力でも渡せます。テキストが未知の場合、終了コードは 1 です。',
  'print the fix for that stack as well, such as nginx': 'そのスタック（例：nginx）の修正も表示します',
  'print one JSON object, in English alone: version, failures (text, engines, values, note, diagnoses, questions, other), fix':
    '1 つの JSON オブジェクトを、常に英語で表示します：version, failures (text, engines, values, note, diagnoses, questions, other), fix',
  '"{name}" is no stack. Write one of: {all}.':
    '"{name}" というスタックはありません。次のいずれかを指定してください：{all}。',
  'No console text was given.': 'コンソールのテキストが渡されていません。',
  'This text is unknown: no engine ({names}) is known to print it. Paste the whole red text from the console, not what the page itself shows.':
    'このテキストに一致するものはありません。どのブラウザエンジン（{names}）のメッセージでもないようです。ページに表示された文ではなく、コンソールの赤いテキスト全体を貼り付けてください。',

  'write a policy, from an address, a recording or an OpenAPI document, and what else a project needs':
    'アドレス、記録、または OpenAPI 文書からポリシーを書き、ほかに必要なファイルも作ります',
  "Writes cors.policy.ts, the spec file, Playwright's configuration, the ignored folders and a GitHub workflow, and shows each before. No file that is there is changed, but for lines behind .gitignore. In a terminal it asks for what is missing.":
    'cors.policy.ts、スペックファイル、Playwright の設定、無視するフォルダ、GitHub のワークフローを、それぞれ表示してから書きます。既存のファイルは、.gitignore の末尾への追記を除いて変更しません。端末では、足りないものを質問します。',
  'the API; without --har and --openapi the route to begin with, such as https://api.example.com/users':
    'API。--har も --openapi もない場合は、最初のルート（例：https://api.example.com/users）',
  'whose pages may read it, such as https://app.example.com':
    'そのページが読み取ってよいオリジン（例：https://app.example.com）',
  'a recording of the front end, whose requests become routes':
    'フロントエンドの記録。そのリクエストがルートになります',
  'an OpenAPI document, JSON or YAML, whose operations become routes':
    'OpenAPI 文書（JSON または YAML）。その操作がルートになります',
  'ask the API, by GET and OPTIONS, what it grants today: what is too open is marked':
    'API が今何を許可しているかを GET と OPTIONS で尋ね、許可しすぎの箇所に印を付けます',
  'how the API is started for a run, such as "npm start"':
    '実行の際に API を起動するコマンド（例："npm start"）',
  'install what is missing': '足りないものをインストールします',
  'show what would be written, and write nothing': '書く内容を表示するだけで、何も書きません',

  'judge one address, as in: check https://api.example.com/users --origin https://app.example.com':
    '1 つのアドレスを判定します。例：check https://api.example.com/users --origin https://app.example.com',
  'Judges one address, and needs no file: npx cors-conformance check https://api.example.com/users --origin https://app.example.com. The answer and the exit code are those of npx playwright test. The reports go to reports/out.':
    '1 つのアドレスを、ファイルなしで判定します：npx cors-conformance check https://api.example.com/users --origin https://app.example.com。結果と終了コードは npx playwright test と同じです。レポートは reports/out に書きます。',
  'that pages use; without it GET': 'ページが使うメソッド。省略すると GET',
  'of a request header that a page may send': 'ページが送ってよいリクエストヘッダーの名前',
  'of a response header that a page reads': 'ページが読み取るレスポンスヘッダーの名前',
  'that the address answers with; without it any ok status':
    'そのアドレスが返すステータス。省略すると任意の ok ステータス',
  'include or omit; without it omit': 'include または omit。省略すると omit',
  'of what answers, such as nginx: whose fix is printed': '応答するもの（例：nginx）。その修正を表示します',
  'at most; without it as fast as it answers': '毎秒のリクエスト数の上限。省略すると応答の速さに従います',
  'chromium, firefox or webkit, or all; without it chromium':
    'chromium、firefox、webkit、または all。省略すると chromium',
  'an earlier report.json, a file or an address: only what is new fails':
    '以前の report.json（ファイルまたはアドレス）。新しいものだけが失敗になります',
  'unsafe methods really reach the API': '安全でないメソッドも実際に API へ送ります',
  'error or warn: warn, and a hazard fails the gate; without it error':
    'error または warn。warn では潜在的な問題もゲートで不合格になります。省略すると error',
  'try the headers of a corrected server in the browser': '修正後のサーバーのヘッダーをブラウザで試します',
  'print the verdict and the gate alone': '判定とゲートだけを表示します',
  'where the reports go': 'レポートを書く場所',
  'print report.json in place of the summary, which goes to standard error':
    '要約の代わりに report.json を表示します。要約は標準エラー出力に書きます',

  'say what the target suite would ask, and ask nothing; with --all list every request':
    'API の判定が送るリクエストを、送らずに示します。--all ですべてのリクエストを一覧にします',
  'Says what the target suite would ask, and asks nothing. What it is asked about is said by the policy (cors.policy.ts) and by the variables of the environment that the suite itself reads.':
    'API の判定が送るリクエストを、送らずに示します。対象は、ポリシー（cors.policy.ts）と、判定が読み取る環境変数で決まります。',
  'list every request': 'すべてのリクエストを一覧にします',

  'write what the last run found into cors.baseline.json, with --reason and --until; --prune takes out what is gone':
    '直近の実行の指摘を、--reason と --until とともに cors.baseline.json に書きます。--prune はなくなったものを取り除きます',
  'Writes what the last run found into cors.baseline.json: until the end of that day it does not fail the gate. Commit the file.':
    '直近の実行の指摘を cors.baseline.json に書きます。その日の終わりまで、ゲートで不合格になりません。このファイルをコミットしてください。',
  'why it is accepted': '許容する理由',
  'the last day, in UTC': '最後の日（UTC）',
  'only this diagnosis': 'この診断だけ',
  'only this route, as the policy writes its path': 'このルートだけ（ポリシーに書いたパス）',
  'only this fingerprint of report.json': 'report.json のこのフィンガープリントだけ',
  'take out what the last run did not find any more': '直近の実行で見つからなくなったものを取り除きます',
  'the report of the run; without it reports/out/report.json, or in CORS_REPORT_DIR':
    '実行のレポート。省略すると reports/out/report.json、または CORS_REPORT_DIR の中のもの',

  'compare two reports: what is new, gone or answered otherwise':
    '2 つのレポートを比べます：新しいもの、なくなったもの、応答が変わったもの',
  'Compares two runs by their report.json, each a file or an address: what is new, gone or answered otherwise, with the lines of the CORS protocol before and after. The exit code is 1 only where something is new that fails the gate.':
    '2 つの実行を report.json（それぞれファイルまたはアドレス）で比べます：新しいもの、なくなったもの、応答が変わったもの。CORS プロトコルの行を前後で示します。終了コードが 1 になるのは、ゲートで不合格になる新しいものがある場合だけです。',
  'Two reports are compared, the older one first, and {count} were named.':
    '古いもの、新しいものの順に 2 つのレポートを比べます。指定されたのは {count} 個です。',
  'Exit code {code}.': '終了コード {code}。',
} as const;
