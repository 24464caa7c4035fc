/**
 * What is said of an engine that fails. `src/probe` and `src/browser` write it in English, as any change of theirs has all
 * engines recorded anew; `specs/pure/reports/japanese.spec.ts` finds what is missing here.
 */
export const enginesInJapanese = {
  'Chromium is gone.': 'Chromium が終了しています。',
  'Firefox is gone.': 'Firefox が終了しています。',
  'WebKitGTK is gone. {how}': 'WebKitGTK が終了しています。{how}',
  'WebKitGTK is not running.': 'WebKitGTK が動いていません。',
  'WebKitGTK ended ({how}).': 'WebKitGTK が終了しました（{how}）。',
  '{engine} does not start: {message}': '{engine} が起動しません：{message}',
  'WebKitGTK did not do its job: {message}': 'WebKitGTK が指示どおりに動きませんでした：{message}',
  'WebKitGTK needs an X server: install Xvfb (on Debian, the package xvfb).':
    'WebKitGTK には X サーバーが必要です。Xvfb（Debian ではパッケージ xvfb）をインストールしてください。',
  'Xvfb ended before it had a display.': 'Xvfb がディスプレイを用意する前に終了しました。',
  'No Chromium was found: run "{command}", or set {variable} to the path of a browser.':
    'Chromium が見つかりません。"{command}" を実行するか、{variable} にブラウザのパスを設定してください。',

  'The page in Chromium crashed.': 'Chromium のページがクラッシュしました。',
  'The page in Firefox crashed.': 'Firefox のページがクラッシュしました。',
  'The page in WebKit crashed.': 'WebKit のページがクラッシュしました。',
  'The page in Chromium was closed.': 'Chromium のページが閉じられました。',
  'The page in Firefox was closed.': 'Firefox のページが閉じられました。',
  'The page should be at {wanted}, but the browser put it at {actual}.':
    'ページは {wanted} にあるはずですが、ブラウザは {actual} に置きました。',
  'A tab of this engine cannot rewrite what another one can.':
    'このエンジンのタブでは、レスポンスを書き換えられません。',
  '{engine} cannot be given permissions ({names}): ask this of Chromium alone.':
    '{engine} には権限（{names}）を与えられません。Chromium だけで確かめてください。',

  'Chromium did not answer within {ms} ms.': 'Chromium が {ms} ミリ秒以内に応答しませんでした。',
  'Chromium did not open a page within {ms} ms.': 'Chromium が {ms} ミリ秒以内にページを開きませんでした。',
  'Chromium did not load a page of ours within {ms} ms.':
    'Chromium が {ms} ミリ秒以内にページを読み込みませんでした。',
  'Chromium did not close a context within {ms} ms.':
    'Chromium が {ms} ミリ秒以内にコンテキストを閉じませんでした。',
  'Chromium did not close within {ms} ms.': 'Chromium が {ms} ミリ秒以内に終了しませんでした。',
  'Chromium did not start within {ms} ms.': 'Chromium が {ms} ミリ秒以内に起動しませんでした。',
  'The page in Firefox did not answer within {ms} ms.':
    'Firefox のページが {ms} ミリ秒以内に応答しませんでした。',
  'Firefox did not open a context within {ms} ms.':
    'Firefox が {ms} ミリ秒以内にコンテキストを開きませんでした。',
  'Firefox did not open a page within {ms} ms.': 'Firefox が {ms} ミリ秒以内にページを開きませんでした。',
  'Firefox did not load a page of ours within {ms} ms.':
    'Firefox が {ms} ミリ秒以内にページを読み込みませんでした。',
  'Firefox did not close a context within {ms} ms.':
    'Firefox が {ms} ミリ秒以内にコンテキストを閉じませんでした。',
  'Firefox did not close within {ms} ms.': 'Firefox が {ms} ミリ秒以内に終了しませんでした。',
  'Firefox did not start within {ms} ms.': 'Firefox が {ms} ミリ秒以内に起動しませんでした。',
  'The page in WebKit did not answer within {ms} ms.':
    'WebKit のページが {ms} ミリ秒以内に応答しませんでした。',
  'WebKit did not open a context within {ms} ms.':
    'WebKit が {ms} ミリ秒以内にコンテキストを開きませんでした。',
  'WebKit did not open a page within {ms} ms.': 'WebKit が {ms} ミリ秒以内にページを開きませんでした。',
  'WebKit did not close a context within {ms} ms.':
    'WebKit が {ms} ミリ秒以内にコンテキストを閉じませんでした。',
  'WebKit did not close within {ms} ms.': 'WebKit が {ms} ミリ秒以内に終了しませんでした。',
  'WebKit did not start within {ms} ms.': 'WebKit が {ms} ミリ秒以内に起動しませんでした。',
  'Xvfb did not start within {ms} ms.': 'Xvfb が {ms} ミリ秒以内に起動しませんでした。',
  'It did not open a page within {ms} ms.': '{ms} ミリ秒以内にページを開きませんでした。',
  'The browser did not print what its page wrote on the console within {ms} ms.':
    'ページがコンソールに書いたものを、ブラウザが {ms} ミリ秒以内に出力しませんでした。',

  // Firefox's debugger server.
  "The connection to Firefox's debugger server is lost: {reason}":
    'Firefox のデバッガーサーバーとの接続が失われました：{reason}',
  'The debugger server closed the connection.': 'デバッガーサーバーが接続を閉じました。',
  'The debugger server did not greet within {ms} ms.':
    'デバッガーサーバーが {ms} ミリ秒以内に最初の応答をしませんでした。',
  'The debugger server sent "{header}" where the length of a packet is due.':
    'デバッガーサーバーが、パケットの長さの代わりに "{header}" を送りました。',
  "Firefox's debugger server names no {name}.": 'Firefox のデバッガーサーバーの応答に {name} がありません。',
  "Firefox's browser console did not show what the page wrote within {ms} ms.":
    'ページの書いたものが、Firefox のブラウザコンソールに {ms} ミリ秒以内に表示されませんでした。',
  'Firefox did not answer "{type}" within {ms} ms.':
    'Firefox が "{type}" に {ms} ミリ秒以内に応答しませんでした。',
  'Firefox answered "{type}" with {error}: {message}':
    'Firefox が "{type}" に {error} と応答しました：{message}',
  'Firefox did not evaluate a script within {ms} ms.':
    'Firefox が {ms} ミリ秒以内にスクリプトを実行しませんでした。',
  'Firefox could not evaluate a script: {message}': 'Firefox がスクリプトを実行できませんでした：{message}',
  'Firefox names no result of an evaluation.': 'Firefox の応答に、スクリプトの結果がありません。',

  // The canary.
  'A request whose CORS-preflight request is refused came back as "{outcome}" (the server saw {arrived}): the browser context does not enforce CORS. Remove route(), routeFromHAR(), extra HTTP headers, proxy credentials, --disable-web-security and bypassCSP from it.':
    'プリフライトリクエストが拒否されるリクエストの結果が "{outcome}" でした（サーバーに届いたもの：{arrived}）。このブラウザコンテキストでは CORS が働いていません。route()、routeFromHAR()、追加の HTTP ヘッダー、プロキシの認証情報、--disable-web-security、bypassCSP を取り除いてください。',
  'A request that needs one CORS-preflight request made the server see {arrived}: something between the browser and the network answers for it. Remove route(), routeFromHAR() and proxy credentials from the context.':
    'プリフライトリクエストが 1 回必要なリクエストで、サーバーに届いたものは {arrived} でした。ブラウザとネットワークの間で、何かが代わりに応答しています。コンテキストから route()、routeFromHAR()、プロキシの認証情報を取り除いてください。',
  'The browser context cannot make a request that CORS refuses ({message}): remove proxy credentials and interception from it.':
    'このブラウザコンテキストでは、CORS が拒否するリクエストを送信できません（{message}）。プロキシの認証情報と、リクエストへの割り込みを取り除いてください。',
} as const;
