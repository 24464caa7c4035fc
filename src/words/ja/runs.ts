/** What is said while a run goes on, and of tests. */
export const runsInJapanese = {
  '{ended} of {tests}{found}, {seconds} s': '{tests} のうち {ended} 件が完了 {found}、{seconds} 秒',
  '{passed} passed, {failed} failed, {skipped} skipped':
    '成功 {passed} 件、失敗 {failed} 件、スキップ {skipped} 件',
  '{count} flaky': '不安定 {count} 件',
  '{count} did not run': '未実行 {count} 件',
  'Skipped, {tests}: {reason}': 'スキップ（{tests}）：{reason}',
  'no reason was given.': '理由の記載はありません。',
  'An error without a message.': 'メッセージのないエラーです。',
  'at {place}': '場所：{place}',
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
