/** What the commands print. */
export const commandOutputInJapanese = {
  // plan
  'The API is started by: {command}': 'API を起動するコマンド：{command}',
  '{route}: {requests}, {checks}': '{route}：{requests}、{checks}',
  '{route}: {requests} and up to {more} more, {checks}':
    '{route}：{requests}（他に最大 {more} 件）、{checks}',
  'and {routes}': '{routes}',
  'Pages at {origins} make the requests; {trusted} of them is trusted.':
    '{origins} のページがリクエストを送信します。そのうち {trusted} 個が信頼済みです。',
  'Pages at {origins} make the requests; {trusted} of them are trusted.':
    '{origins} のページがリクエストを送信します。そのうち {trusted} 個が信頼済みです。',
  '--all lists every request.': '--all を付けると、すべてのリクエストを表示します。',
  'Of all origins that {pattern} covers, pages at {sample} ask.':
    '{pattern} に当てはまるオリジンのうち、{sample} のページがリクエストを送信します。',
  '{count} requests in all, each with the CORS-preflight request that the browser adds; {held} of them are held after it and never reach the API.':
    'リクエストは全部で {count} 件で、それぞれにブラウザがプリフライトリクエストを加えます。そのうち {held} 件はプリフライトリクエストの後で保留し、API には届きません。',
  'Up to {count} more with credentials: each only where the same one without credentials is not refused, or where an answer set a cookie. What they come to follows otherwise.':
    '資格情報付きのリクエストが他に最大 {count} 件あります。資格情報なしの同じリクエストが拒否されない場合と、レスポンスが Cookie を設定した場合にだけ送信します。それ以外の結果は導出します。',
  'A request that is safe or held is made again where a cache answered it, where an answer set a cookie, or for a proof.':
    '安全なリクエストと保留するリクエストは、キャッシュが応答した場合、レスポンスが Cookie を設定した場合、修正の検証の場合に、もう一度送信します。',
  'More may come, safe or held, only to find a cause: where a trusted page may have got the copy of a shared cache, its request again and at an address that no cache knows (a query of ours) and, if it was a copy, all that is asked of that route at such addresses; where Vary: Origin is missing from an answer that browsers keep, two requests for it with the cache left as it is.':
    '原因を調べるためだけに、安全なリクエストと保留するリクエストが増えることがあります。信頼するページが共有キャッシュのコピーを受け取った可能性がある場合は、そのリクエストをもう一度送信し、キャッシュが知らないアドレス（クエリを加えたもの）にも送信します。コピーだった場合は、そのルートのすべてのリクエストをそのようなアドレスに送信します。ブラウザが保存するレスポンスに Vary: Origin がない場合は、キャッシュを残したまま 2 件送信します。',
  'Of each finding, the request of its curl line is made once without a browser, if its method is GET, HEAD or OPTIONS; where its answer differs from what the browser saw, up to five times more, with header lines of the browser.':
    '指摘ごとに、curl の行のリクエストを、メソッドが GET、HEAD、OPTIONS であれば、ブラウザなしで 1 回送信します。レスポンスがブラウザの場合と違えば、ブラウザのヘッダー行を加えて、さらに最大 5 回送信します。',
  'Requests of unsafe methods that reach the API, each once in each engine: {methods}. One whose connection breaks before an answer, or that is answered 408 or 421, Chromium itself may send again.':
    'API に届く安全でないメソッドのリクエスト（エンジンごとに 1 回ずつ）：{methods}。レスポンスの前に接続が切れたものや、408 または 421 が返ったものは、Chromium 自身がもう一度送信することがあります。',
  'The session {name} is opened by the code of the policy file, once in each engine.':
    'セッション {name} は、ポリシーファイルのコードで、エンジンごとに 1 回開きます。',
  'The session {name} is the cookies of {file}; nothing is sent for it.':
    'セッション {name} は {file} の Cookie です。そのための送信はありません。',
  'The session {name} is opened once in each engine from {pages}, before the first route that needs it, by requests that reach the API:':
    'セッション {name} は、それを必要とする最初のルートの前に、{pages} からエンジンごとに 1 回開きます。次のリクエストは API に届きます：',
  'from {origin}': '送信元 {origin}',
  'by {api}': '{api} を使用',
  'with {names}': '{names} 付き',
  'unless refused without them': '資格情報なしで拒否されなければ送信',
  again: '再送信',
  sent: 'API に送信',

  // accept
  '{file}: {prints} taken out.': '{file}：{prints} を取り除きました。',
  'accepted until {until}: {finding}': '{until} まで許容：{finding}',
  'Not accepted: {findings}.': '許容していないもの：{findings}。',
  '--reason is missing: say why this is accepted.': '--reason がありません。許容する理由を書いてください。',
  '--until is missing: name the last day on which this is accepted, as YYYY-MM-DD.':
    '--until がありません。許容する最後の日を YYYY-MM-DD の形で書いてください。',
  '--until "{until}" is no day: write it as YYYY-MM-DD.':
    '--until "{until}" は日付ではありません。YYYY-MM-DD の形で書いてください。',
  '--until {until} is past: today is {today}.': '--until {until} は過ぎています。今日は {today} です。',
  '--prune takes out all that is gone: leave away what else is named.':
    '--prune は、なくなったものをすべて取り除きます。他の指定を外してください。',
  '{path} cannot be read: run npx playwright test first, or name another report with --report.':
    '{path} を読み込めません。先に npx playwright test を実行するか、--report で別のレポートを指定してください。',
  '{path} is no report of this version: run npx playwright test again.':
    '{path} はこのバージョンのレポートではありません。npx playwright test をもう一度実行してください。',
  '{diagnosis} on {route} ({prints})': '{route} の {diagnosis}（{prints}）',
  '{path} holds no violation and no hazard: there is nothing to accept.':
    '{path} に違反も潜在的な問題もありません。許容するものはありません。',
  '{path} holds nothing of that kind. It holds:':
    '{path} に該当するものはありません。あるものは次のとおりです：',
  'Nothing is accepted.': '許容しているものはありません。',
  '{count} entry, each of a diagnosis on a route.': '{count} 件（1 件はルート 1 つの診断 1 つ）です。',
  '{count} entries, each of a diagnosis on a route.': '{count} 件（1 件はルート 1 つの診断 1 つ）です。',

  // init
  '{path}, at its end': '{path}（末尾に追加）',
  '{path} is there, and stays as it is.': '{path} はすでにあるため、変更しません。',
  'Not used: {what} {why}.': '使わないもの：{what}（{why}）',
  'Nothing was written: --dry-run.': '何も書き込んでいません（--dry-run）。',
  'Nothing was written.': '何も書き込んでいません。',
  'Write {files}?': '{files} を書き込みますか？',
  'Written: {files}.': '書き込んだファイル：{files}。',
  '{command} failed.': '{command} は失敗しました。',
  '--har and --openapi were both given: name one, and add the routes of the other by hand.':
    '--har と --openapi の両方が指定されています。一方だけを指定し、もう一方のルートは手で加えてください。',
  '--target is missing: name the address of the API, or a recording by --har, or a document by --openapi.':
    '--target がありません。API のアドレス、--har で記録、--openapi でドキュメントのいずれかを指定してください。',
  '--origin is missing: name an origin whose pages may read the API.':
    '--origin がありません。API を読み取ってよいページのオリジンを指定してください。',
  'Add to your configuration:': '設定に次を加えてください：',
  "Keep {runners} from {file}, which is Playwright's: exclude it in the configuration.":
    '{file} は Playwright のファイルです。{runners} の設定で除外してください。',
  'No workflow is written beside .gitlab-ci.yml: let a job run {command}.':
    '.gitlab-ci.yml があるため、ワークフローは書き込みません。ジョブで {command} を実行してください。',
  'Install what is missing: {command}': '足りないものをインストールしてください：{command}',
  'Set {names}: they stand for secrets, and none is written.':
    '{names} を設定してください。秘密の値の代わりで、値そのものは書き込みません。',
  'Read cors.policy.ts, then: {command}': 'cors.policy.ts を読んでから実行してください：{command}',
  'Which address is judged, such as https://api.example.com/users?':
    '判定するアドレスは何ですか（例：https://api.example.com/users）？',
  'Which origins may read it, such as https://app.example.com?':
    '読み取ってよいオリジンは何ですか（例：https://app.example.com）？',

  // check
  'No address was given.': 'アドレスがありません。',
  'One address is judged, and {count} were given: {addresses}':
    '判定するアドレスは 1 つですが、{count} 個あります：{addresses}',
} as const;
