/** What every format of a report says in its own words. */
export const reportsInJapanese = {
  // Kinds of diagnoses, and how an origin stands on a route.
  'too closed': '拒否しすぎ',
  'too open': '許可しすぎ',
  'hidden header': 'ヘッダー非公開',
  'header hidden': 'ヘッダー非公開',
  hazard: '潜在的な問題',
  'not CORS': 'CORS 以外',
  reads: '読み取り',
  refused: '拒否',
  'not reached': '未到達',
  'reads, at risk': '読み取り（問題あり）',
  unclear: '判定不能',
  'not judged': '判定対象外',
  granted: '許可',
  readable: '読み取り可',
  hidden: '非公開',
  seen: '観測',
  'not seen': '観測なし',

  // Roles of origins.
  trusted: '信頼済み',
  untrusted: '信頼対象外',
  'trusted elsewhere': '他のルートで信頼済み',
  'opaque origin': '不透明なオリジン',
  'plain http': '暗号化なしの http',
  'undeclared subdomain': '宣言されていないサブドメイン',
  'parent domain': '親ドメイン',
  'prefix look-alike': '先頭だけ一致',
  'suffix look-alike': '末尾だけ一致',
  'dot look-alike': 'ドット以外が一致',
  'cut-off look-alike': '信頼済みオリジンの一部',
  'other top-level domain': '別のトップレベルドメイン',
  'other port': '別のポート',
  loopback: 'ループバック',
  'shared host': '共有ホスト',
  'no Origin': 'Origin なし',
  '{count} {role}': '{role} {count} 個',

  // What a check asks.
  'the page reads the response': 'ページがレスポンスを読み取れること',
  'the page cannot read the response': 'ページがレスポンスを読み取れないこと',
  'an undeclared method is refused': '宣言されていないメソッドが拒否されること',
  'an undeclared request header is refused': '宣言されていないリクエストヘッダーが拒否されること',
  'declared response headers are exposed': '宣言されたレスポンスヘッダーが公開されること',
  'the page reads an error response': 'ページがエラーレスポンスを読み取れること',
  'no redirect answers': 'リダイレクトで応答しないこと',
  'Vary names Origin': 'Vary に Origin があること',
  'the CORS-preflight cache time is as declared': 'プリフライトキャッシュの時間が宣言どおりであること',
  "the session's cookie arrives": 'セッションの Cookie が届くこと',
  "strangers cannot send it with the session's cookie":
    '他のサイトのページがセッションの Cookie を付けて送信できないこと',
  'the answer has a declared status': 'レスポンスのステータスが宣言どおりであること',

  // Who has to act.
  'The back end has to change.': 'バックエンドの変更が必要です。',
  'The front end has to change.': 'フロントエンドの変更が必要です。',
  'Whoever operates the network, the proxy or the certificates has to change something.':
    'ネットワーク、プロキシ、または証明書の運用担当による変更が必要です。',
  'Whoever operates {name} has to change something.': '{name} の運用担当による変更が必要です。',
  'the back end': 'バックエンド',
  'the front end': 'フロントエンド',
  'whoever operates a server in front of it': '手前にあるサーバーの運用担当',
  '{sentence}, or else {who}.': '{sentence}。または、{who} が対処することもできます。',

  // Lists and counts.
  ' and ': '、',
  ' or ': ' または ',
  'and {count} more': '他 {count} 個',
  '{names} and {count} more': '{names}、他 {count} 個',
  'and {count} more: {kinds}': '他 {count} 個：{kinds}',
  '(and {more}: see report.html)': '（{more} は report.html を見てください）',
  '{made}, {count} without a browser': '{made}、{count} 件はブラウザなし',
  'two witnesses, no browser': '証拠は 2 つ、ブラウザなし',
  'No browser of this run can be at {origins}: of them the wire and the standard alone say what is shared (two witnesses, no browser).':
    'この実行のどのブラウザでも {origins} のページは開けません。これらについては、通信内容と Fetch 標準だけから判断しています（証拠は 2 つ、ブラウザなし）。',
  '{made}, {follow} follows from these': '{made}、{follow} 件は他の結果から導出',
  '{made}, {follow} follow from these': '{made}、{follow} 件は他の結果から導出',
  '{count} of {checks} ran': '{checks} のうち {count} 件を実行',
  '{engine} (made no check)': '{engine}（チェックなし）',

  // Engines.
  'in {engines}': '{engines} で',
  'in {engines} only': '{engines} のみ',
  '{what} in {engines}': '{engines} で {what}',
  '{what} in {engines} only': '{engines} でのみ {what}',
  '{what} in {engines} alike': '{engines} のすべてで {what}',
  '{what} in {engines}, not in each for the same requests':
    '{engines} で {what}（リクエストはエンジンごとに異なります）',
  '{what} for some of them in {engines}': '{engines} では一部が {what}',
  '{what} for another reason': '別の理由で {what}',

  // The first sentences of a report.
  '{routes} is readable by pages that must not read it.':
    '{routes} を、読み取ってはならないページが読み取れます。',
  '{routes} are readable by pages that must not read them.':
    '{routes} を、読み取ってはならないページが読み取れます。',
  '{routes} grants more than the policy declares.': '{routes} が、ポリシーの宣言を超えて許可しています。',
  '{routes} grant more than the policy declares.': '{routes} が、ポリシーの宣言を超えて許可しています。',
  '{routes} is broken for pages that the policy trusts.':
    '{routes} を、ポリシーが信頼するページから利用できません。',
  '{routes} are broken for pages that the policy trusts.':
    '{routes} を、ポリシーが信頼するページから利用できません。',
  '{routes} hides response headers that the policy declares.':
    '{routes} が、ポリシーで宣言されたレスポンスヘッダーを公開していません。',
  '{routes} hide response headers that the policy declares.':
    '{routes} が、ポリシーで宣言されたレスポンスヘッダーを公開していません。',
  '{routes} works, but breaks behind a cache, for a second origin or in another engine.':
    '{routes} は動作しますが、キャッシュを経由すると、あるいは別のオリジンや別のエンジンでは、動作しなくなります。',
  '{routes} work, but break behind a cache, for a second origin or in another engine.':
    '{routes} は動作しますが、キャッシュを経由すると、あるいは別のオリジンや別のエンジンでは、動作しなくなります。',
  '{routes} is not judged to the end.': '{routes} は、最後まで判定できませんでした。',
  '{routes} are not judged to the end.': '{routes} は、最後まで判定できませんでした。',
  '{findings} is accepted, until {day}.': '{findings} が許容されています（期限：{day}）。',
  '{findings} are accepted, until {day}.': '{findings} が許容されています（期限：{day}）。',
  '{findings} is accepted, until {day} or longer.': '{findings} が許容されています（最も早い期限：{day}）。',
  '{findings} are accepted, until {day} or longer.': '{findings} が許容されています（最も早い期限：{day}）。',
  '{count} accepted finding is past the last day.': '許容された指摘 {count} 件が期限を過ぎています。',
  '{count} accepted findings are past the last day.': '許容された指摘 {count} 件が期限を過ぎています。',
  '{count} accepted finding is no longer there.': '許容された指摘 {count} 件がもう存在しません。',
  '{count} accepted findings are no longer there.': '許容された指摘 {count} 件がもう存在しません。',

  // Remarks on the run.
  "Only {asked} of the policy's {routes} was among the tests of this run.":
    'ポリシーの {routes} のうち、この実行のテストに含まれていたのは {asked} 個だけです。',
  "Only {asked} of the policy's {routes} were among the tests of this run.":
    'ポリシーの {routes} のうち、この実行のテストに含まれていたのは {asked} 個だけです。',
  'To WebKit plain http on this machine is mixed content, so it asked {origin} by https: TLS ended in this run, and the API was spoken to in plain http.':
    'WebKit ではこのマシン上の暗号化なしの http が混在コンテンツになるため、{origin} には https でリクエストしました。TLS はこの実行の中で終端し、API とは暗号化なしの http で通信しています。',

  'The policy trusts every origin that {pattern} covers, on {routes}: whatever serves a page on any port of {host} reads. Pages at {sample} stood for all of them.':
    'ポリシーは {routes} で、{pattern} に一致するすべてのオリジンを信頼しています。{host} のどのポートのページでも読み取れます。すべてを代表して {sample} のページで確かめました。',
  'The policy trusts every origin that {pattern} covers, on {routes}: whoever takes over one name under {host} reads (a forgotten DNS entry, a page of another team, a script injected there), and so does whatever listens on any port of it. Pages at {sample} stood for all of them.':
    'ポリシーは {routes} で、{pattern} に一致するすべてのオリジンを信頼しています。{host} の下の名前を 1 つでも乗っ取った者（放置された DNS レコード、ほかのチームのページ、注入されたスクリプト）は読み取れます。そのどのポートで待ち受けるものも同じです。すべてを代表して {sample} のページで確かめました。',
  'The policy trusts every origin that {pattern} covers, on {routes}: whoever takes over one name under {host} reads (a forgotten DNS entry, a page of another team, a script injected there). Pages at {sample} stood for all of them.':
    'ポリシーは {routes} で、{pattern} に一致するすべてのオリジンを信頼しています。{host} の下の名前を 1 つでも乗っ取った者（放置された DNS レコード、ほかのチームのページ、注入されたスクリプト）は読み取れます。すべてを代表して {sample} のページで確かめました。',

  // Proofs and fixes.
  proved: '成功',
  'still failing': '失敗のまま',
  'refused, as it opens too much': '許可しすぎるため不採用',
  'without a verdict': '判定不能',
  'not tried': '未実施',
  'Proofs in the browser, of {checks}: {outcomes}.': 'ブラウザでの検証（{checks}）：{outcomes}。',
  '{count} {outcome}': '{outcome} {count} 件',
  '{said} ({checks})': '{said}（{checks}）',
  'Fix {number}': '修正 {number}',
  'for every stack, as yours is not known': 'スタックが不明なため、すべてのスタック向け',
  'for one of {stacks}': '{stacks} のいずれか向け',
  'for {stack}': '{stack} 向け',
  'for {stack}, which is a guess': '{stack} 向け（推測）',
  "It is for {routes}, filled with the policy's own values.":
    '{routes} のための修正です。ポリシーの値が埋め込まれています。',
  '{method} {route} from {origin}, which is not trusted, is refused with status {status}, but carried out: the answer has {lines}, which the handler sends. A list of origins that is looked at after the handler keeps the answer from the page, and not the request from the API.':
    '信頼していない {origin} からの {method} {route} はステータス {status} で拒否されますが、実行されています。レスポンスにはハンドラーが送る {lines} があります。ハンドラーの後で調べるオリジンのリストは、ページからレスポンスを守るだけで、API へのリクエストは止めません。',
  'No response header hints at what answers here. Name it by stack in the policy, or by CORS_STACK: {stacks}.':
    '何が応答しているのか、レスポンスヘッダーからは分かりません。ポリシーの stack、または CORS_STACK で指定してください：{stacks}。',
  'The response header "{hint}" names a server that many frameworks run on, so that it does not say which one answers: take the file of yours, or name it by stack in the policy, or by CORS_STACK.':
    'レスポンスヘッダー "{hint}" が示すのは、多くのフレームワークが動くサーバーで、どれが応答しているのかは分かりません。該当するファイルを使うか、ポリシーの stack、または CORS_STACK で指定してください。',
  '{stack} is a guess, from the response header "{hint}". If it is wrong, name yours by stack in the policy, or by CORS_STACK.':
    '{stack} は、レスポンスヘッダー "{hint}" からの推測です。違う場合は、ポリシーの stack、または CORS_STACK で指定してください。',
  '{stack} is a guess, from the path "{hint}". If it is wrong, name yours by stack in the policy, or by CORS_STACK.':
    '{stack} は、パス "{hint}" からの推測です。違う場合は、ポリシーの stack、または CORS_STACK で指定してください。',
  '{stack}, {variant}: {path}': '{stack}（{variant}）：{path}',
  '{fix}, below': '下の {fix}',
  '{fix}, {what}': '{fix}：{what}',

  // Words of every format.
  'no diagnosis': '診断なし',
  'every origin': 'すべてのオリジン',
  passed: '合格',
  failed: '不合格',
  PASSED: '合格',
  FAILED: '不合格',
  held: '保留',
  accepted: '許容済み',
  follows: '導出',
  off: '無効',
  level: 'レベル',
  'level error': 'レベル error',
  'level warn': 'レベル warn',
  '{finding}, {note}': '{finding}（{note}）',
  '{level}, as the policy says': '{level}（ポリシーの指定）',
  'Only what is new since {report} fails the gate: {found} new, {gone} gone, {changed} changed, {unseen} not judged any more, {same} as before.':
    '{report} より後に新しく現れたものだけがゲートを不合格にします：新規 {found}、解消 {gone}、変化 {changed}、今回は判定なし {unseen}、以前と同じ {same}。',
  'The policy has turned off {findings}.': 'ポリシーが {findings} を無効にしています。',
  'The policy turns {diagnosis} off, and nothing of it was found: take it out of levels.':
    'ポリシーは {diagnosis} を無効にしていますが、該当するものは見つかりませんでした。levels から削除してください。',
  'The policy turns {diagnosis} off on {route}, and nothing of it was found: take it out of levels.':
    'ポリシーは {route} で {diagnosis} を無効にしていますが、該当するものは見つかりませんでした。levels から削除してください。',
  '{count} of level warn': 'うちレベル warn {count} 件',
  '{findings} in {checks}': '{findings}（{checks}）',
  'Who has to act: {owners}.': '対処の担当：{owners}。',
  '{owner} ({findings})': '{owner}（{findings}）',
  'whoever operates {name}': '{name} の運用担当',
  'whoever operates the network, the proxy or the certificates':
    'ネットワーク、プロキシ、または証明書の運用担当',
  '{finding} ({kind})': '{finding}（{kind}）',
  '{finding} on {route}, in {checks}': '{route} の {finding}（{checks}）',
  '{fix} of report.md.': 'report.md の {fix}。',
  '{origins}, to each with its own origin': '{origins}（それぞれのオリジンの値で）',
  '{count} accepted': '許容済み {count} 件',
  '{count} off': '無効 {count} 件',
  '{count} inconclusive': '判定不能 {count} 件',
  '{count} conform': '適合 {count} 件',
  '{count} not judged': '判定対象外 {count} 件',
  '{count} held': '保留 {count} 件',
  'CORS conformance of {target}': '{target} の CORS 適合性',
  'not checked': 'チェックなし',
  'all {count} origins that were tried, as declared': '試した {count} 個のオリジンすべて（宣言どおり）',
  'granted, response not seen': '許可（レスポンスは未確認）',
} as const;
