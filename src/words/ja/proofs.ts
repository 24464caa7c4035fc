/** What became of a violation under corrected headers, and how a run and its gate ended. */
export const proofsInJapanese = {
  'Proved: with these headers {what}': '成功：これらのヘッダーがあれば、{what}',
  'Proved: without a header of the CORS protocol {what}': '成功：CORS プロトコルのヘッダーがなければ、{what}',
  'the browser refuses it, as the policy says.': 'ポリシーのとおりブラウザが拒否します。',
  'the page reads the declared response headers, and no other.':
    'ページは宣言されたレスポンスヘッダーだけを読み取ります。',
  'the browser accepts it, up to the actual request, which was held.':
    '保留した実際のリクエストの手前まで、ブラウザが受け入れます。',
  'the browser accepts it.': 'ブラウザが受け入れます。',
  'The status {was} of the CORS-preflight response was made {is}, which is part of the cure: the server has to answer this CORS-preflight request itself.':
    'プリフライトレスポンスのステータスを {was} から {is} に変えました。これも修正の一部です。サーバー自身がこのプリフライトリクエストに応答する必要があります。',
  'Still fails with these headers: {failure}': 'これらのヘッダーでもまだ失敗します：{failure}',
  'Not proved: with these headers no verdict was reached.':
    '未確認：これらのヘッダーでは判定に至りませんでした。',
  'Refused: these headers open too much. {failure}': '不採用：これらのヘッダーは許可しすぎます。{failure}',
  'Still fails: these headers break what worked. {failure}':
    'まだ失敗します：これらのヘッダーは、動作していたものを動作しなくします。{failure}',
  'Not proved: whether these headers do harm is not known.':
    '未確認：これらのヘッダーに悪影響があるかどうかは分かりません。',
  'Not tried: proofs are made in Chromium only, as no other engine lets responses be rewritten.':
    '未実施：レスポンスを書き換えられるのは Chromium だけなので、検証は Chromium でのみ行います。',
  'Not tried: the request was not made again.': '未実施：リクエストをもう一度送信していません。',
  'Not tried: nothing about caching can be proved while responses are rewritten on their way.':
    '未実施：途中でレスポンスを書き換えている間は、キャッシュについて何も検証できません。',
  'Not tried: response headers cannot make a redirect right.':
    '未実施：レスポンスヘッダーではリダイレクトを正しくできません。',
  'Not tried: response headers cannot make it right.': '未実施：レスポンスヘッダーでは解決できません。',
  'Not tried: it is about the response to an unsafe method, and a proof never sends those.':
    '未実施：安全でないメソッドのレスポンスについての指摘で、検証ではそのようなリクエストを送信しません。',

  'This check did not run: {reason}': 'このチェックは実行されませんでした：{reason}',
  'A planned check without a verdict proves nothing, so the gate stays closed.':
    '判定のない予定されたチェックは何も示さないため、ゲートは不合格のままです。',
  'Let its test run to the end, or remove the check from the policy.':
    'テストを最後まで実行するか、ポリシーからこのチェックを外してください。',
  'This check was not made, as it was to follow from "{from}", which has no such verdict.':
    'このチェックは "{from}" から導出するはずでしたが、そこに判定がないため行っていません。',
  'Nothing follows from a check without a verdict, so the gate stays closed.':
    '判定のないチェックからは何も導出できないため、ゲートは不合格のままです。',
  'Let the test of the other check run to the end.': '元のチェックのテストを最後まで実行してください。',
  'the test was skipped': 'テストがスキップされました',
  'the test was skipped: {reason}': 'テストがスキップされました：{reason}',
  'the run was interrupted': '実行が中断されました',
  'the test did not end within {ms} ms': 'テストが {ms} ミリ秒以内に終わりませんでした',
  'the test failed': 'テストが失敗しました',
  'the test was never started': 'テストが開始されませんでした',
  'the test ended without attaching a verdict for it': 'テストが判定を添付せずに終わりました',
  'The plan of the test "{title}" cannot be read: declare it with planAnnotation().':
    'テスト "{title}" の計画を読み取れません。planAnnotation() で宣言してください。',
  'An attachment of the test "{title}" is not a list of verdicts.':
    'テスト "{title}" の添付ファイルが判定のリストではありません。',
  'Every check of the test "{title}" has a verdict, but the test failed: {problem}':
    'テスト "{title}" のすべてのチェックに判定がありますが、テストは失敗しました：{problem}',

  'No check was planned.': '予定されたチェックがありません。',
  '{count} of {checks} did not run.': '{checks} のうち {count} 件が実行されませんでした。',
  '{checks} violates the policy: {names}.': '{checks} がポリシーに違反しています：{names}。',
  '{checks} violate the policy: {names}.': '{checks} がポリシーに違反しています：{names}。',
  '{checks} ran without reaching a verdict.': '{checks} が、実行しても判定に至りませんでした。',
  '{checks} follows from one without a verdict.': '{checks} の導出元に判定がありません。',
  '{checks} follow from one without a verdict.': '{checks} の導出元に判定がありません。',
  '{checks} found a hazard of level error: {names}.':
    '{checks} で、レベル error の潜在的な問題が見つかりました：{names}。',
  '{checks} found a hazard, and failOn is "warn": {names}.':
    '{checks} で潜在的な問題が見つかり、failOn が "warn" です：{names}。',
  '{verdicts} belonged to no planned check.': '{verdicts} が、予定されたどのチェックにも属していません。',
  'The tests name more than one target: {targets}.': 'テストに 2 つ以上の対象が書かれています：{targets}。',
  '{diagnosis} on {route} was accepted until {until} ({reason}): cure it, or accept it anew with npx cors-conformance accept.':
    '{route} の {diagnosis} の許容期限は {until} でした（{reason}）。直すか、npx cors-conformance accept で改めて許容してください。',
  '{diagnosis} on {route} is accepted and no longer there: npx cors-conformance accept --prune takes it out.':
    '{route} の {diagnosis} は許容済みですが、もう存在しません。npx cors-conformance accept --prune で取り除けます。',
  '{diagnosis} on {route} is accepted and in part ({count} of {fingerprints}) no longer there: npx cors-conformance accept --prune takes it out.':
    '{route} の {diagnosis} は許容済みですが、一部（{fingerprints} のうち {count} 件）はもう存在しません。npx cors-conformance accept --prune で取り除けます。',

  'It lists what all routes that trust the same pages declare together, which is more than {routes} declares alone: to grant no more than is declared, give such a path a copy with its own lists.':
    '同じページを信頼するすべてのルートの宣言をまとめているため、{routes} だけの宣言よりも広くなっています。宣言を超えて許可しないためには、そのパスに専用のリストを持つコピーを用意してください。',
  'It lists what all routes that trust the same pages declare together, which is more than {routes} declare alone: to grant no more than is declared, give such a path a copy with its own lists.':
    '同じページを信頼するすべてのルートの宣言をまとめているため、{routes} だけの宣言よりも広くなっています。宣言を超えて許可しないためには、そのパスに専用のリストを持つコピーを用意してください。',
  'The routes declare different times for the CORS-preflight cache ({ages} s): it has the shortest.':
    'ルートごとにプリフライトキャッシュの時間が違うため（{ages} 秒）、最も短いものを使っています。',
  'It is not for {routes}, which other pages may read: apply it to the paths of its own routes alone.':
    '{routes} は別のページが読み取るため、対象ではありません。対象のルートのパスにだけ適用してください。',
  'It is not for {routes}, which every page may read: leave that out of it.':
    '{routes} はすべてのページが読み取るため、対象ではありません。適用しないでください。',
  'No file for {stack}, {variant}: {problems}': '{stack}（{variant}）のファイルはありません：{problems}',
} as const;
