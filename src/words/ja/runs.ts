/** What is said while a run goes on, and of tests. */
export const runsInJapanese = {
  '{ended} of {tests}{found}, {seconds} s': '{tests} のうち {ended} 件が完了（{seconds} 秒）{found}',
  '{passed} passed, {failed} failed, {skipped} skipped':
    '成功 {passed} 件、失敗 {failed} 件、スキップ {skipped} 件',
  '{count} flaky': '不安定 {count} 件',
  '{count} did not run': '未実行 {count} 件',
  'Skipped, {tests}: {reason}': 'スキップ（{tests}）：{reason}',
  'no reason was given.': '理由の記載はありません。',
  'An error without a message.': 'メッセージのないエラーです。',
  'at {place}': '場所：{place}',
  // What a test does, a step each.
  'a page at {origin}': '{origin} のページ',
  'a page at an opaque origin, made by {origin}': '{origin} が作った不透明なオリジンのページ',
  'empty caches': 'キャッシュを空にする',
  'the canary, while responses are rewritten': 'レスポンスを書き換えている間のカナリア',
  'the requests of the policy': 'ポリシーのリクエスト',
  'the requests of the policy, and of tests that follow':
    'ポリシーのリクエストと、後に続くテストのリクエスト',
  'the requests were made by a test before this one': 'リクエストは前のテストで送信済み',
  'the API limits requests': 'API がリクエスト数を制限しています',
  'the API limits requests (status {status}): waiting {seconds} s':
    'API がリクエスト数を制限しています（ステータス {status}）：{seconds} 秒待ちます',
  'the API limits requests (status {status}): waiting {seconds} s, then {rate}':
    'API がリクエスト数を制限しています（ステータス {status}）：{seconds} 秒待ち、その後の速さ：{rate}',
  'Running {tests}': '{tests} を実行します',
  'Listing tests:': 'テストの一覧：',
  'Total: {tests}': '合計：{tests}',
  '{name} is no language. Write one of: {all}.':
    '{name} という言語はありません。次のいずれかを指定してください：{all}。',
  'The run had {errors} outside of its tests.': '実行中に、テストの外で {errors} がありました。',
  'The gate is passed, but {tests} failed.': 'ゲートは合格ですが、{tests} が失敗しました。',
  'The gate is passed, but the run ended as {status}.':
    'ゲートは合格ですが、実行は {status} で終わりました。',
  'The reporter itself failed: {error}': 'レポーター自体がエラーになりました：{error}',
  'The run reached its global time limit.': '実行全体の制限時間に達しました。',
  'The run was interrupted.': '実行が中断されました。',
  'The report format {file} failed: {error}': 'レポートの形式 {file} がエラーになりました：{error}',
  'The report could not be written: {error}': 'レポートを書き込めませんでした：{error}',
  '{holding} of {all} case holds in {engine}': '{engine} では {all} 件中 {holding} 件のケースが成立',
  '{holding} of {all} cases hold in {engine}': '{engine} では {all} 件中 {holding} 件のケースが成立',
} as const;
