/** What is said of browsers that are missing, left out or late. */
export const browsersInJapanese = {
  '{variable} is "{names}", but this project of the Playwright configuration runs in {engine}: leave the variable out, and choose among the projects with --project.':
    '{variable} は "{names}" ですが、Playwright の設定のこのプロジェクトは {engine} で実行されます。変数を外し、--project でプロジェクトを選んでください。',
  '{variable} names "{name}", which is none of {all}. Write {every} for every engine.':
    '{variable} の "{name}" は {all} のいずれでもありません。すべてのエンジンなら {every} と書いてください。',
  'Left out: {engines}.': '対象外のエンジン：{engines}。',
  '{name} ({reason})': '{name}（{reason}）',
  'Installed and not asked: {names}. {variable} asks every engine.':
    'インストール済みで使わないエンジン：{names}。{variable} を付けると、すべてのエンジンを使います。',
  '{variable} is "{path}", which cannot be executed: give the path of a browser.':
    '{variable} の "{path}" は実行できません。ブラウザのパスを設定してください。',
  'No {engine} was found: run "{command}", or set {variable} to the path of a browser.':
    '{engine} が見つかりません。"{command}" を実行するか、{variable} にブラウザのパスを設定してください。',
  'No {engine} was found: run "{command}" or, on Debian, "{debian}", or set {variable} to the path of a browser.':
    '{engine} が見つかりません。"{command}"（Debian なら "{debian}" でも可）を実行するか、{variable} にブラウザのパスを設定してください。',
  'No {engine} was found; installing one with: {command}':
    '{engine} が見つからないため、インストールします：{command}',
  'That failed; installing the Debian package {package}.':
    'インストールできなかったため、Debian のパッケージ {package} をインストールします。',
  'No {engine} was found and none could be installed ({reason}): run "{command}", or set {variable} to the path of a browser.':
    '{engine} が見つからず、インストールもできませんでした（{reason}）。"{command}" を実行するか、{variable} にブラウザのパスを設定してください。',
  '{engine} was asked for and cannot run: {reason}.': '指定された {engine} を実行できません：{reason}。',
  'not installed': 'インストールされていません',
  'needs {command}, which is not installed': '必要な {command} がインストールされていません',
  'Playwright {version} cannot drive {path}: {reason}':
    'Playwright {version} では {path} を操作できません：{reason}',
  '{engine} ({path}) did not start within {seconds} s: see whether it starts by hand, give it more time with {start}, or name another browser in {variable}.':
    '{engine}（{path}）が {seconds} 秒以内に起動しませんでした。手動で起動するか確かめるか、{start} で時間を延ばすか、{variable} に別のブラウザを指定してください。',
  "Playwright's download": 'Playwright がダウンロードしたもの',
} as const;
