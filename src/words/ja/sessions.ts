/** What is said of sessions: how they open, and whether their cookies arrive. */
export const sessionsInJapanese = {
  'The session was not opened.': 'セッションを開いていません。',
  'The session {name} was not opened: {why}.': 'セッション {name} を開けませんでした：{why}。',
  'this engine forgets cookies with its caches': 'このエンジンは、キャッシュを消すと Cookie も失います',
  'step {number} of {count} ({method} {path} from {origin})':
    '手順 {number}/{count}（{origin} からの {method} {path}）',
  '{step} was not made within {timeoutMs} ms': '{timeoutMs} ミリ秒以内に {step} を実行できませんでした',
  'nothing was seen of {step}': '{step} について何も観測できませんでした',
  'no answer came': 'レスポンスはありませんでした',
  'the answer has status {status} and no header lines':
    'レスポンスのステータスは {status} で、ヘッダー行はありません',
  'the answer has status {status} and the header lines {names}':
    'レスポンスのステータスは {status} で、ヘッダー行は {names} です',
  'the page is refused {step} ({diagnosis}); {came}':
    'ページは {step} を拒否されています（{diagnosis}）。{came}',
  '{step} failed ({reason}); {came}': '{step} は失敗しました（{reason}）。{came}',
  'of {step} {came}': '{step} の結果、{came}',
  '{missing}, which the header {header} is made of': '{missing}。ヘッダー {header} はそれから作られます',
  'no answer sets the cookie {cookie}': 'どのレスポンスも Cookie {cookie} を設定しません',
  'no body is JSON with a text at {pointer}': '{pointer} に文字列がある JSON のレスポンスボディがありません',
  'the page cannot read the response header {header}, which Access-Control-Expose-Headers does not name':
    'Access-Control-Expose-Headers に名前がないため、ページはレスポンスヘッダー {header} を読み取れません',
  'no answer has the response header {header}': 'どのレスポンスにもヘッダー {header} がありません',
  'the browser does not take its cookies ({message})': 'ブラウザがその Cookie を受け付けません（{message}）',
  'its function open {error}': '関数 open は次の結果になりました：{error}',
  'calls process.exit()': 'process.exit() を呼び出しています',
  'waits for what never comes': '終わらない処理を待っています',
  'does not come to an end within {seconds} s': '{seconds} 秒以内に終わりません',
  'throws {error}': 'エラーになります：{error}',
  'its function open has to return { headers, cookies }, names and values of request headers and a list of lines of Set-Cookie':
    '関数 open は { headers, cookies }（リクエストヘッダーの名前と値、Set-Cookie の行のリスト）を返す必要があります',
  'its function open returns a cookie that is no line of Set-Cookie, such as response.headers.getSetCookie() returns':
    '関数 open が返した Cookie は、response.headers.getSetCookie() が返すような Set-Cookie の行ではありません',
  'its file {path} cannot be read ({code})': 'ファイル {path} を読み込めません（{code}）',
  'its file {path} holds no cookie of {host}; write it with the storageState() of Playwright, once somebody is signed in':
    'ファイル {path} に {host} の Cookie がありません。ログインした後に Playwright の storageState() で書き出してください',

  "The browser's own names for the reason: {reasons}.": 'ブラウザ自身が示す理由：{reasons}。',
  'The cookie {names} of the session arrives here, though WebKit keeps it from its users ({fault}): a page of another site signed in in this browser, or TLS ends in front of the API.':
    'セッションの Cookie {names} はここでは届きますが、WebKit は利用者には送りません（{fault}）。このブラウザで別のサイトのページがログインしたか、API の手前で TLS が終わっています。',
  'The session has no cookie: request headers carry it.':
    'このセッションに Cookie はありません。リクエストヘッダーで運ばれます。',
  'What opened the session {name} set no cookie, so none can arrive.':
    'セッション {name} を開いたレスポンスは Cookie を設定しなかったので、届くものがありません。',
  'A framework leaves out a cookie with Secure if it does not know that TLS ends in front of it (in Express, trust proxy).':
    '手前で TLS が終わることを知らないフレームワークは、Secure の Cookie を設定しません（Express では trust proxy）。',
  'What opened the session {name} set no cookie {names}, so none can arrive.':
    'セッション {name} を開いたレスポンスは Cookie {names} を設定しなかったので、届くものがありません。',
  'The request itself was not seen; see the verdicts on the same request.':
    'リクエスト自体を観測できませんでした。同じリクエストの判定を見てください。',
  'The cookie {names} of the session arrives.': 'セッションの Cookie {names} が届きます。',
  'The cookie {names} of the session arrives; {missing} does not.':
    'セッションの Cookie {names} は届きます。{missing} は届きません。',
  'The request is held before it reaches the API, so whether the cookie of the session arrives was not seen; declare send: true to judge it.':
    'リクエストは API に届く前に保留したため、セッションの Cookie が届くかどうかは未確認です。判定するには send: true を宣言してください。',
  'whether the browser has it is not known': 'ブラウザが持っているかどうかは分かりません',
  'the browser stored it when the session was opened': 'セッションを開いたときにブラウザは保存しました',
  'the browser did not store it': 'ブラウザは保存しませんでした',
  'Chromium does not show the cookies of a handshake to another origin; by the attributes, none of the session {name} goes with it.':
    'Chromium は別オリジンへのハンドシェイクの Cookie を表示しません。属性によれば、セッション {name} の Cookie は送られません。',
  'Chromium does not show the cookies of a handshake to another origin; by its attributes, the cookie {names} of the session {name} goes with it.':
    'Chromium は別オリジンへのハンドシェイクの Cookie を表示しません。属性によれば、セッション {name} の Cookie {names} が送られます。',
  'Chromium does not show the cookies of a handshake to another origin, so whether that of the session arrives was not seen; its attributes do not keep it away.':
    'Chromium は別オリジンへのハンドシェイクの Cookie を表示しないため、セッションの Cookie が届くかどうかは観測していません。属性は送信を妨げません。',
  'The cookie {names} of the session {name} did not arrive, and its attributes do not say why; {kept}. An answer of the API may have deleted or replaced it.':
    'セッション {name} の Cookie {names} は届かず、属性からも理由が分かりません（{kept}）。API のレスポンスが削除または置き換えた可能性があります。',
  'The request was made without the session, so this says nothing of what a user who is signed in gets; see the verdict on the cookie.':
    'セッションなしのリクエストだったため、ログインしている利用者が何を受け取るかは分かりません。Cookie の判定を見てください。',
  "The browser sent the cookie {names} of the session {name} with it: what was read, status {status}, is the user's.":
    'ブラウザはセッション {name} の Cookie {names} を付けて送信しました。読み取られたもの（ステータス {status}）は利用者のものです。',
  'This browser sent no cookie of the session {name} from this page, and the answer had status {status}.':
    'このブラウザはこのページからセッション {name} の Cookie を送信せず、レスポンスのステータスは {status} でした。',

  'The session was not opened, so what its cookie is set by was not seen; see the verdict on the cookie.':
    'セッションを開いていないため、Cookie がどう設定されるかは未確認です。Cookie の判定を見てください。',
  'The session has no cookie: a browser adds nothing to what another page sends.':
    'このセッションに Cookie はありません。他のページが送信するものに、ブラウザは何も付けません。',
  'What opened the session set no cookie; see the verdict on the cookie.':
    'セッションを開いたレスポンスは Cookie を設定しませんでした。Cookie の判定を見てください。',
  'By its attributes the cookie {names} of the session does not go with a form of another site.':
    'セッションの Cookie {names} は、その属性により、別のサイトのフォームの送信には付きません。',
} as const;
