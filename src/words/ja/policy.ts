/** What is wrong with a policy, a baseline or a variable, and what to do: halves of one sentence. */
export const policyInJapanese = {
  '{subject} {problem}: {remedy}': '{subject}：{problem}。{remedy}',
  '{subject} {problem}: {remedy}.': '{subject}：{problem}。{remedy}。',
  '{subject} has {count} problems:': '{subject} に {count} 件の問題があります：',
  '{one}; {other}': '{one}。{other}',
  '{one} and {other}': '{one}。{other}',
  '{one}, {other}': '{one}。{other}',
  'The policy': 'ポリシー',
  'the policy': 'ポリシー',
  'the route': 'ルート',
  'did you mean {name}?': '{name} のことですか？',
  'remove it': '削除してください',
  'remove it; {more}': '削除してください。{more}',
  'remove one of the two': 'どちらか一方を削除してください',
  'correct it': '直してください',
  'correct it; {more}': '直してください。{more}',

  // Its structure.
  'is missing': 'ありません',
  'is not one of the choices': '選択肢にありません',
  'is {kind}': '型が違います（{kind}）',
  'write {what}': '{what} を書いてください',
  'is not a key that a policy has here': 'ポリシーのこの場所にはないキーです',
  'remove it; the keys are {keys}': '削除してください。ここのキーは {keys} です',
  'a list': 'リスト',
  'a promise': 'Promise',
  'an object': 'オブジェクト',
  'not a finite number': '有限でない数',
  'a {type}': '{type}',
  'a string': '文字列',
  'a string or a number': '文字列または数値',
  'a string, or null': '文字列または null',
  'a list of strings': '文字列のリスト',
  'true or false': 'true または false',
  '"error" or "warn"': '"error" または "warn"',
  '"error", "warn" or { off: "why it is off" }':
    '"error"、"warn" または { off: "why it is off" }（無効にする理由）',
  '"fetch", "event-source" or "websocket"': '"fetch"、"event-source" または "websocket"',
  '"image", "font", "module" or "stylesheet"': '"image"、"font"、"module" または "stylesheet"',
  '"omit" or "include"': '"omit" または "include"',
  'a JSON pointer, such as "/token"': 'JSON ポインター（例："/token"）',
  'a MIME type, such as "application/json"': 'MIME タイプ（例："application/json"）',
  'a body, such as { contentType: "application/json", text: "{}" }':
    'ボディ（例：{ contentType: "application/json", text: "{}" }）',
  'a MIME type, such as "image/png"': 'MIME タイプ（例："image/png"）',
  'a name, such as "photo.png"': '名前（例："photo.png"）',
  'a number of bytes, such as 2000000': 'バイト数（例：2000000）',
  'a list of parts, such as [{sample}]': 'パートのリスト（例：[{sample}]）',
  'the name of a field of the form, such as "file"': 'フォームのフィールドの名前（例："file"）',
  'a command, such as "npm start"': 'コマンド（例："npm start"）',
  'a header name in quotes': '引用符で囲んだヘッダー名',
  'a host in quotes': '引用符で囲んだホスト',
  'a subprotocol in quotes': '引用符で囲んだサブプロトコル',
  'the name of a cookie in quotes': '引用符で囲んだ Cookie の名前',
  'a list of cookie names, such as ["sid"]': 'Cookie の名前のリスト（例：["sid"]）',
  'a list of error requests, such as [{sample}]': 'エラーになるリクエストのリスト（例：[{sample}]）',
  'a list of header names, such as ["content-type"]': 'ヘッダー名のリスト（例：["content-type"]）',
  'a list of hosts, such as ["login.example.com"]': 'ホストのリスト（例：["login.example.com"]）',
  'a list of methods, such as ["GET", "POST"]': 'メソッドのリスト（例：["GET", "POST"]）',
  'a list of origins, such as ["https://app.example.com"]':
    'オリジンのリスト（例：["https://app.example.com"]）',
  'a list of requests, such as [{sample}]': 'リクエストのリスト（例：[{sample}]）',
  'a list of routes, such as [{sample}]': 'ルートのリスト（例：[{sample}]）',
  'a list of subprotocols, such as ["graphql-transport-ws"]':
    'サブプロトコルのリスト（例：["graphql-transport-ws"]）',
  'a method, such as "GET"': 'メソッド（例："GET"）',
  'a name, such as "nginx"': '名前（例："nginx"）',
  'a name, such as "unauthenticated"': '名前（例："unauthenticated"）',
  'a number of bytes, such as 1048576': 'バイト数（例：1048576）',
  'a number of milliseconds, such as 10000': 'ミリ秒数（例：10000）',
  'a number of milliseconds, such as 60000': 'ミリ秒数（例：60000）',
  'a number of milliseconds, such as 600000': 'ミリ秒数（例：600000）',
  'a number of seconds, such as 600': '秒数（例：600）',
  'a number, such as 10': '数値（例：10）',
  'a whole number, such as 6': '整数（例：6）',
  'a path, such as "/users"': 'パス（例："/users"）',
  'a pattern, such as "https://*.example.com"': 'パターン（例："https://*.example.com"）',
  'a status, such as 200, or a list of them': 'ステータス（例：200）またはそのリスト',
  'a text, such as "Bearer "': '文字列（例："Bearer "）',
  'an address, such as "http://127.0.0.1:8080/health"': 'アドレス（例："http://127.0.0.1:8080/health"）',
  'an async function, such as async ({ fetch }) => ({ headers: { authorization: "…" } })':
    '非同期関数（例：async ({ fetch }) => ({ headers: { authorization: "…" } })）',
  'an object: definePolicy({ … })': 'オブジェクト：definePolicy({ … })',
  'an origin that the pattern covers, such as "https://shop.example.com", or a list of them':
    'パターンに当てはまるオリジン（例："https://shop.example.com"）またはそのリスト',
  'an origin, such as "https://app.example.com"': 'オリジン（例："https://app.example.com"）',
  'how it is started, such as { command: "npm start" }': '起動の方法（例：{ command: "npm start" }）',
  'ids of diagnoses with a level each, such as { "vary-origin-missing": "error" }':
    '診断の id とそのレベル（例：{ "vary-origin-missing": "error" }）',
  'limits, such as { requestsPerSecond: 10 }': '制限（例：{ requestsPerSecond: 10 }）',
  'names and values of headers': 'ヘッダーの名前と値',
  'names and values, such as { id: "42" }': '名前と値（例：{ id: "42" }）',
  'names and values, such as { page: "1" }': '名前と値（例：{ page: "1" }）',
  'names of headers, and where their values come from, such as {sample}':
    'ヘッダーの名前と値の取得元（例：{sample}）',
  'sessions by their names, such as {sample}': '名前ごとのセッション（例：{sample}）',
  'the address of your API, such as "https://api.example.com"':
    'API のアドレス（例："https://api.example.com"）',
  'the body as a string, such as "{}"': 'ボディの文字列（例："{}"）',
  'the error status that the API answers with, such as 401': 'API が返すエラーのステータス（例：401）',
  'the name of a cookie': 'Cookie の名前',
  'the name of a response header': 'レスポンスヘッダーの名前',
  'the name of a session, such as "user"': 'セッションの名前（例："user"）',
  'the path of a file, such as "user.json"': 'ファイルのパス（例："user.json"）',

  // Addresses and origins.
  'is empty': '空です',
  'is not an address': 'アドレスではありません',
  'has no scheme': 'スキームがありません',
  'does not parse as a URL': 'URL として解析できません',
  'is not an http or https URL': 'http または https の URL ではありません',
  'carries a user name or a password': 'ユーザー名またはパスワードが入っています',
  'remove everything between "//" and "@"': '"//" から "@" までを削除してください',
  'is a pattern': 'パターンです',
  'write each host by itself, without "*"': '"*" を使わず、ホストを 1 つずつ書いてください',
  'has port 0, which no server can be reached at':
    'ポート 0 です。このポートで接続できるサーバーはありません',
  'write the real port': '実際のポートを書いてください',
  'has port {port}, a bad port of the Fetch standard, to which no browser makes a request':
    'ポート {port} は Fetch 標準の bad port で、ブラウザはリクエストを送信しません',
  'have the server listen on another port': 'サーバーのポートを変えてください',
  'has a query or a fragment': 'クエリまたはフラグメントがあります',
  'leave it out; a query belongs to a route': '省いてください。クエリはルートに書きます',
  'is not an origin': 'オリジンではありません',
  'to let any origin read a route without credentials, give the route public: true in cors.policy.ts':
    'どのオリジンにも資格情報なしで読み取らせるには、cors.policy.ts でそのルートに public: true を書いてください',
  'is the serialization of every opaque origin, so that anybody has it':
    'すべての不透明なオリジンがこの値になるため、誰でも使えます',
  'list the origins one by one': 'オリジンを 1 つずつ列挙してください',
  'is not a serialized origin': 'シリアライズされたオリジンではありません',
  'remove the white space': '空白を削除してください',
  'write the scheme in lower case': 'スキームを小文字にしてください',
  'write the host in ASCII': 'ホストを ASCII で書いてください',
  'write the host in lower case': 'ホストを小文字にしてください',
  'remove the default port': '既定のポートを削除してください',
  'remove the trailing slash': '末尾のスラッシュを削除してください',
  'remove the path': 'パスを削除してください',
  'remove the query': 'クエリを削除してください',
  'remove the fragment': 'フラグメントを削除してください',
  'write it as browsers do': 'ブラウザの表記に合わせてください',
  'write one such as "login.example.com"': '"login.example.com" のように書いてください',
  'list the hosts one by one': 'ホストを 1 つずつ列挙してください',
  'is not a host': 'ホストではありません',
  'is not an origin of an app': 'アプリのオリジンではありません',
  'write one such as "capacitor://localhost"': '"capacitor://localhost" のように書いてください',
  'has no id of an extension': '拡張機能の id がありません',
  'write one such as {sample}': '{sample} のように書いてください',
  "is the target's own origin, and CORS has no part in same-origin requests":
    '対象自身のオリジンです。同一オリジンのリクエストに CORS は関係しません',
  'is not secure, and {route} takes credentials: anybody on the network can act as its pages':
    '安全でないオリジンですが、{route} は資格情報を受け取ります。ネットワーク上の誰でもこのオリジンのページになりすませます',
  'write {origin}, or credentials: "omit"': '{origin} または credentials: "omit" と書いてください',

  // Patterns.
  'is a pattern that {problem}': 'パターンですが、使えません（{problem}）',
  'is a pattern without a sample': 'サンプルのないパターンです',
  'write {declaration}, with an origin that it covers and that must read':
    '{declaration} のように、当てはまるオリジンのうち読み取れる必要のあるものも書いてください',
  'is empty, so that no page would show that the pattern is read':
    '空なので、パターンのオリジンが読み取れることを確かめるページがありません',
  'write an origin that the pattern covers, such as {origin}':
    'パターンに当てはまるオリジン（例：{origin}）を書いてください',
  'is not covered by the pattern {pattern}': 'パターン {pattern} に当てはまりません',
  'write an origin that it covers, such as {origin}': '当てはまるオリジン（例：{origin}）を書いてください',
  'write "https://*.example.com" for one label, "https://**.example.com" for any number, or "http://localhost:*" for any port':
    'ラベル 1 つなら "https://*.example.com"、いくつでもよければ "https://**.example.com"、ポートが任意なら "http://localhost:*" と書いてください',
  'covers origins of everybody': '誰のオリジンにも当てはまります',
  'is not a pattern of http or https origins': 'http または https のオリジンのパターンではありません',
  'has a star that stands neither for whole labels in front of a host nor for its port':
    '"*" が、ホストの前のラベル全体でもポートでもない場所にあります',
  'has a star in front of an address, which has no subdomains':
    'IP アドレスの前に "*" がありますが、IP アドレスにサブドメインはありません',
  'covers names of everybody, as anybody can have one under the public suffix {suffix}':
    '誰の名前にも当てはまります。public suffix の {suffix} の下には誰でも名前を持てます',
  'covers one origin alone': '当てはまるオリジンが 1 つしかありません',
  'write {origin} without a pattern': 'パターンにせず、{origin} と書いてください',
  'is not written as origins are serialized': 'シリアライズされたオリジンの表記ではありません',

  // Routes.
  'is empty, so that nothing would be judged': '空なので、判定するものがありません',
  'write at least one, such as { path: "/users", methods: ["GET"] }':
    '少なくとも 1 つ書いてください（例：{ path: "/users", methods: ["GET"] }）',
  'write at least one, such as ["GET"]': '少なくとも 1 つ書いてください（例：["GET"]）',
  'is declared for {path} by {route} already': '{path} については {route} がすでに宣言しています',
  'repeats {place}': '{place} と重複しています',
  'is a whole address': 'アドレス全体です',
  'write what follows the target, such as "/users"':
    '対象のアドレスに続く部分（例："/users"）を書いてください',
  'does not start with a slash': 'スラッシュで始まっていません',
  'starts with two slashes': 'スラッシュ 2 つで始まっています',
  'holds a query': 'クエリが入っています',
  'move it to query': 'query に移してください',
  'holds a fragment, which is never sent': '送信されることのないフラグメントが入っています',
  'holds white space, a backslash or a control character':
    '空白、バックスラッシュまたは制御文字が入っています',
  'percent-encode it': 'パーセントエンコードしてください',
  'holds a "." or ".." segment, which browsers resolve before they send it':
    'セグメント "." または ".." が入っています。ブラウザは送信前にこれを解決します',
  'marks a path parameter with a colon': 'パスパラメーターがコロンで書かれています',
  'write the path of one request': 'リクエスト 1 件のパスを書いてください',
  'holds a brace that is not part of a path parameter': 'パスパラメーターではない波かっこが入っています',
  'write {name} for each path parameter': 'パスパラメーターはそれぞれ {name} のように書いてください',
  'is missing, but the path {path} needs it': 'ありませんが、パス {path} に必要です',
  'write a value that the API knows, such as "42"': 'API に存在する値（例："42"）を書いてください',
  'has no place in the path {path}': 'パス {path} にありません',
  'remove it, or write {name} in the path': '削除するか、パスに {name} と書いてください',
  'write a value that the API knows': 'API に存在する値を書いてください',
  'holds half a surrogate pair': 'サロゲートペアの片方だけが入っています',
  'write whole characters': '完全な文字を書いてください',
  'is no value': '値ではありません',
  'is a segment that browsers resolve': 'ブラウザが解決するセグメントです',
  'starts with a question mark': '疑問符で始まっています',
  'remove the question mark': '疑問符を削除してください',
  'holds white space, a "#" or a control character': '空白、"#" または制御文字が入っています',
  'holds the word undefined in place of a value': '値の代わりに undefined という語を含んでいます',
  'is the word undefined': 'undefined という語です',
  'set the environment variable that it is made of, or write the value':
    '元になる環境変数を設定するか、値を書いてください',
  'needs "GET", the method of every element, but it is not in methods':
    '要素のメソッドは常に "GET" ですが、methods にありません',
  'add "GET" to methods, or remove it': 'methods に "GET" を加えるか、これを削除してください',
  'contradicts credentials: "include", as a font is never asked for with credentials':
    'credentials: "include" と矛盾します。フォントが資格情報付きでリクエストされることはありません',
  'contradicts public: true, which is for reading without credentials':
    'public: true と矛盾します。public は資格情報なしで読み取るためのものです',
  'contradicts public: true, which lets every origin read':
    'public: true と矛盾します。public はどのオリジンにも読み取らせます',
  'write a status such as 200, or leave it out': 'ステータス（例：200）を書くか、省いてください',
  'is never sent, because GET and HEAD carry no body': 'GET と HEAD にボディはないため、送信されません',
  'remove it, or declare a method such as "POST"': '削除するか、"POST" などのメソッドを宣言してください',
  'remove it, or write another method, such as "POST"':
    '削除するか、"POST" などの別のメソッドを書いてください',
  'is not a MIME type': 'MIME タイプではありません',
  'write one such as "application/json"': '"application/json" のように書いてください',
  'is not CORS-safelisted, but requestHeaders does not name content-type':
    'CORS セーフリストにありませんが、requestHeaders に content-type がありません',
  'add "content-type" to requestHeaders': 'requestHeaders に "content-type" を加えてください',
  'is given by body.contentType already': 'body.contentType がすでに示しています',
  'is of no use to {asker}': '{asker} では使われません',
  'remove it, or write kind: "websocket"': '削除するか、kind: "websocket" と書いてください',
  'remove it, or declare a route beside it that fetch() asks for':
    '削除するか、fetch() でリクエストするルートを別に宣言してください',
  'is no method of {asker}, which is GET': '{asker} のメソッドは常に GET です',
  'an EventSource': 'EventSource',
  'a WebSocket': 'WebSocket',
  'is no subprotocol': 'サブプロトコルではありません',
  'write one token for each': 'それぞれトークン 1 つで書いてください',

  'is beside a text, and a body is one of the two': 'テキストと並んでいます。ボディはどちらか一方です',
  'write at least one part, such as { name: "file", bytes: 2000000 }':
    '少なくとも 1 つのパートを書いてください（例：{ name: "file", bytes: 2000000 }）',
  'holds nothing': '中身がありません',
  'has both text and bytes': 'text と bytes の両方があります',
  'write one of text and bytes': 'text または bytes の一方を書いてください',
  'is no size of a file': 'ファイルのサイズではありません',
  'write a whole number from 0 to {most}': '0 から {most} までの整数を書いてください',
  'write one such as "image/png"': '"image/png" のように書いてください',

  // Methods, headers, statuses and other values.
  'is a wildcard': 'ワイルドカードです',
  'list the methods one by one': 'メソッドを 1 つずつ列挙してください',
  'is not a method': 'メソッドではありません',
  'write one token for each method, such as "GET"':
    'メソッドはそれぞれトークン 1 つ（例："GET"）で書いてください',
  'is a forbidden method, which no page can use': '禁止されたメソッドで、ページからは使えません',
  'is the method of CORS-preflight requests, which browsers make by themselves':
    'プリフライトリクエストのメソッドで、ブラウザが自動で送信します',
  'is sent as it is written, and is another method than {method}':
    '書かれたとおりに送信され、{method} とは別のメソッドになります',
  'list the names that pages send, one by one': 'ページが送信する名前を 1 つずつ列挙してください',
  'list the names that pages read, one by one': 'ページが読み取る名前を 1 つずつ列挙してください',
  'is a forbidden request-header, which no page can set':
    '禁止されたリクエストヘッダーで、ページからは設定できません',
  'remove it; browsers send cookies by themselves with credentials: "include"':
    '削除してください。credentials: "include" なら、ブラウザが自動で Cookie を送信します',
  'is a response header, which the API sends and a page does not':
    'レスポンスヘッダーです。送信するのはページではなく API です',
  'is a wildcard, and only a name like any other once credentials are included':
    'ワイルドカードですが、資格情報付きではただの名前として扱われます',
  'is a forbidden response-header name, which no page can read':
    '禁止されたレスポンスヘッダー名で、ページからは読み取れません',
  'is not a header name': 'ヘッダー名ではありません',
  'write the name alone, such as {name}': '名前だけ（例：{name}）を書いてください',
  'has a value, but is not in requestHeaders': '値がありますが、requestHeaders にありません',
  'add {name} to requestHeaders, or remove the value':
    'requestHeaders に {name} を加えるか、値を削除してください',
  'asks for a forbidden method, so that no page can set it':
    '禁止されたメソッドを求めるため、ページからは設定できません',
  'is undefined': 'undefined です',
  'contains a line break': '改行が入っています',
  'remove it, for instance with .trim()': '.trim() などで削除してください',
  'contains a character that no header value can carry': 'ヘッダーの値に使えない文字が入っています',
  'write visible ASCII characters': '表示できる ASCII 文字で書いてください',
  'begins or ends with white space': '前後に空白があります',
  'ends with the word {word}': '{word} という語で終わっています',
  'is negative': '負の数です',
  'write 0 if no CORS-preflight response may be reused':
    'プリフライトレスポンスを再利用させない場合は 0 と書いてください',
  'is not a whole number': '整数ではありません',
  'write whole seconds': '秒数を整数で書いてください',
  'is longer than any browser keeps a CORS-preflight response':
    'どのブラウザもこれほど長くプリフライトレスポンスを保存しません',
  'write 86400 or less': '86400 以下にしてください',
  'is not an error status': 'エラーのステータスではありません',
  'write a status from 400 to 599': '400 から 599 のステータスを書いてください',
  'is not the status of a response': 'レスポンスのステータスではありません',
  'write a status from 200 to 599': '200 から 599 のステータスを書いてください',
  'is the status of a redirect, which the page follows':
    'リダイレクトのステータスで、ページはその先へ進みます',
  'write the status of the answer that it leads to': 'リダイレクト先のレスポンスのステータスを書いてください',
  'is longer than limits.runTimeoutMs {ms}': 'limits.runTimeoutMs {ms} を超えています',
  'give the run more time than one probe': '1 件のリクエストの時間より、実行全体の時間を長くしてください',
  'leaves room for no request': 'リクエストを 1 件も送信できません',
  'write a number above 0, or leave it out': '0 より大きい数を書くか、省いてください',
  'is longer than a timer can wait': 'タイマーで待てる長さを超えています',
  'write {number} or less': '{number} 以下にしてください',
  'has fewer than 4 characters, so that redacting it would redact ordinary text':
    '4 文字未満なので、伏せると普通の文字列まで伏せてしまいます',
  'write a name such as "nginx", or leave it out': '名前（例："nginx"）を書くか、省いてください',
  'is no stack that a fix is known for': '修正が用意されているスタックではありません',
  'leave it out, or write one of {names}': '省くか、次のいずれかを書いてください：{names}',
  'write one of {names}': '次のいずれかを書いてください：{names}',

  // Requests that are answered with an error.
  'write one such as "unauthenticated"': '"unauthenticated" のように書いてください',
  'give each error request its own name': 'エラーになるリクエストには、それぞれ別の名前を付けてください',
  'needs a CORS-preflight request that allows it, but is not in methods':
    '許可するプリフライトレスポンスが必要ですが、methods にありません',
  'declare the method, or use one of methods': 'メソッドを宣言するか、methods のいずれかを使ってください',
  'is held before it reaches the API, so that no error response can be seen':
    'API に届く前に保留するため、エラーレスポンスを確認できません',
  'write send: true for the route if the request may reach the API, or use "GET"':
    'リクエストが API に届いてもよければルートに send: true を書き、そうでなければ "GET" を使ってください',
  'needs the path parameter {name}, which its route does not give':
    'パスパラメーター {name} が必要ですが、ルートにありません',
  'add it to pathParameters, or write the value in the path':
    'pathParameters に加えるか、パスに値を書いてください',

  // Levels.
  'differ from those of {route}, which has the same path: a report names a route by its path':
    '同じパスの {route} と違います。レポートはルートをパスで示すため、区別できません',
  'write the same in both': '両方に同じものを書いてください',
  'is not the id of a diagnosis': '診断の id ではありません',
  'write one that a report names': 'レポートにある id を書いてください',
  'keeps a check from reaching a verdict, which fails the gate whatever its level':
    'これがあるとチェックが判定に至らないため、レベルにかかわらずゲートは不合格になります',
  'is off without a reason': '理由なしで無効になっています',
  'say why, such as { off: "the gateway sets Vary" }':
    '理由を書いてください（例：{ off: "the gateway sets Vary" }）',

  // Sessions.
  'is opened by pages of a browser, which cannot be at {origins}':
    'セッションはブラウザのページで開きますが、ページは {origins} に置けません',
  'give the route trustedOrigins of its own, without apps and extensions':
    'アプリと拡張機能を含まない trustedOrigins を、このルートに書いてください',
  'has a name that is not letters, digits, "_", "." or "-"':
    '名前に英数字、"_"、"."、"-" 以外の文字があります',
  'give it a short name, such as "user"': '短い名前（例："user"）を付けてください',
  'says nothing of how it is opened': '開く方法がありません',
  'has both {names}': '{names} の両方があります',
  'write one of page (requests of a page), open (a function) and storageState (a file)':
    'page（ページのリクエスト）、open（関数）、storageState（ファイル）のいずれか 1 つを書いてください',
  'write a request, such as { method: "POST", path: "/login" }':
    'リクエスト（例：{ method: "POST", path: "/login" }）を書いてください',
  'write the path of a file that storageState() wrote':
    'storageState() が書き出したファイルのパスを書いてください',
  'takes values from the answers to the requests of page, and there are none':
    'page のリクエストへのレスポンスから値を取りますが、リクエストがありません',
  'remove it; open returns headers by itself': '削除してください。open は自分でヘッダーを返します',
  'takes values from answers before this request, and it is the first':
    'これより前のレスポンスから値を取りますが、これは最初のリクエストです',
  'write the request whose answer has them before it': '値を返すリクエストを、この前に書いてください',
  'says nothing of where its value comes from': '値の取得元がありません',
  'write one of cookie, header and body': 'cookie、header、body のいずれか 1 つを書いてください',
  'is not a JSON pointer': 'JSON ポインターではありません',
  'is not the name of a cookie': 'Cookie の名前ではありません',
  'is no session of the policy': 'ポリシーにないセッションです',
  'declare it in sessions': 'sessions に宣言してください',
  'is carried by cookies, which no page sends with credentials mode "omit"':
    'Cookie で運ばれますが、credentials モード "omit" ではページは Cookie を送信しません',
  'write credentials: "include" for the route': 'ルートに credentials: "include" と書いてください',

  // How the API is started.
  'starts another API than the demo API': 'デモ API とは別の API を起動します',
  'remove it, or write the address of your API as target':
    '削除するか、target に自分の API のアドレスを書いてください',
  'write one such as "npm start"': '"npm start" のように書いてください',
  "is at another host than the target's, which is all that is asked":
    '対象とは別のホストです。リクエストは対象だけに送信します',
  'write an address of the API': 'API のアドレスを書いてください',
  'leaves no time': '時間がありません',

  // The policy file.
  'is missing from {folder}': '{folder} にありません',
  'set {variables}, or create it, for instance so:{sample}':
    '{variables} を設定するか、次のように作成してください：{sample}',
  'CORS_TARGET_URL and CORS_ORIGIN': 'CORS_TARGET_URL と CORS_ORIGIN',
  'is another API than the demo API that {name} describes': '{name} が記述しているデモ API とは別の API です',
  'declare your own in cors.policy.ts, or set CORS_ORIGIN to the origin whose pages may read it':
    'cors.policy.ts に自分の API を宣言するか、CORS_ORIGIN に読み取ってよいページのオリジンを設定してください',
  'is a second policy beside {name}': '{name} と並ぶ 2 つ目のポリシーです',
  'is a folder': 'フォルダーです',
  'rename it, and write the policy in a file': '名前を変え、ポリシーをファイルに書いてください',
  'cannot be read ({code})': '読み込めません（{code}）',
  'let the user who runs the tests read it': 'テストを実行するユーザーが読み込めるようにしてください',
  'throw an error in its place, which says what is missing':
    '代わりに、足りないものを示すエラーを投げてください',
  'look at each await in it; {more}': 'それぞれの await を調べてください。{more}',
  'look for a loop in it, or for an answer that it waits for':
    '終わらないループや、返ってこない応答がないか調べてください',
  'what signs in, or fetches a token, belongs in the function open of a session':
    'ログインやトークンの取得は、セッションの関数 open に書いてください',
  'has no default export': 'デフォルトエクスポートがありません',
  'exports {kind} by default': 'デフォルトエクスポートの型が違います（{kind}）',
  'write export default definePolicy({ … })': 'export default definePolicy({ … }) と書いてください',
  'is a Proxy': 'Proxy です',
  'is nested more deeply than any part of a policy': '入れ子が深すぎます',
  'write plain objects, lists and texts': '普通のオブジェクト、リスト、文字列で書いてください',
  'is not valid JSON': '正しい JSON ではありません',
  'names and texts need double quotes, and no comma stands behind the last entry':
    '名前と文字列は二重引用符で囲み、最後の項目の後のカンマは付けないでください',

  // Variables.
  'is set, but CORS_TARGET_URL is not': '設定されていますが、CORS_TARGET_URL が設定されていません',
  'set CORS_TARGET_URL to the address that its pages request, such as "https://api.example.com/users"':
    'このオリジンのページがリクエストするアドレス（例："https://api.example.com/users"）を CORS_TARGET_URL に設定してください',
  'describes a route, but CORS_TARGET_URL and CORS_ORIGIN are not set':
    'ルートについての変数ですが、CORS_TARGET_URL と CORS_ORIGIN が設定されていません',
  'describes a route, but CORS_ORIGIN is not set':
    'ルートについての変数ですが、CORS_ORIGIN が設定されていません',
  'set both, or remove it and describe the route in cors.policy.ts':
    '両方を設定するか、これを削除して cors.policy.ts にルートを書いてください',
  'set CORS_ORIGIN, or remove it and describe the route in cors.policy.ts':
    'CORS_ORIGIN を設定するか、これを削除して cors.policy.ts にルートを書いてください',
  'holds a path parameter': 'パスパラメーターが入っています',
  'write a value that the API knows in its place': '代わりに API に存在する値を書いてください',
  'is not a level': 'レベルではありません',
  'write error or warn': 'error または warn と書いてください',
  'is CORS_FAIL_ON now': 'この変数は CORS_FAIL_ON になりました',
  'set CORS_FAIL_ON=warn in its place': '代わりに CORS_FAIL_ON=warn を設定してください',
  'is more than one number': '数が複数あります',
  'write one, such as 5': '1 つだけ（例：5）書いてください',
  'is neither yes nor no': 'はい、いいえのどちらでもありません',
  'write 1 or 0': '1 または 0 と書いてください',
  'is not a number': '数値ではありません',
  'write digits': '数字で書いてください',
  'is not a variable that is read': 'このような変数はありません',
  'has a path or a query that {problem}': 'パスまたはクエリに問題があります（{problem}）',
  'write the address of one request': 'リクエスト 1 件のアドレスを書いてください',
  'list the origins one by one, or declare the pattern in cors.policy.ts':
    'オリジンを 1 つずつ列挙するか、cors.policy.ts にパターンを宣言してください',

  // A test that is written by hand.
  'The URL': 'URL',
  'is no whole address, and the Playwright configuration has no baseURL':
    'アドレス全体ではなく、Playwright の設定に baseURL がありません',
  'is no address, by the baseURL {base} either': 'baseURL {base} を使っても、アドレスになりません',
  'write the whole address, or set use.baseURL': 'アドレス全体を書くか、use.baseURL を設定してください',
  'is the origin of the API itself, whose pages read every response without CORS':
    'API 自身のオリジンです。そのページは CORS なしですべてのレスポンスを読み取れます',
  'ask from the origin of a page that is served elsewhere': '別の場所にあるページのオリジンを使ってください',

  // The baseline and an earlier report.
  'the engines that it was seen in': '観測されたエンジン',
  'chromium, firefox or webkit': 'chromium、firefox または webkit',
  'the id of a diagnosis, such as "vary-origin-missing"': '診断の id（例："vary-origin-missing"）',
  'the path of a route, as the policy writes it': 'ポリシーに書かれたとおりのルートのパス',
  'the last day on which it is accepted, such as "2027-03-31"': '許容する最後の日（例："2027-03-31"）',
  'a fingerprint of report.json': 'report.json のフィンガープリント',
  'fingerprints of report.json': 'report.json のフィンガープリントのリスト',
  'a list of accepted findings': '許容した指摘のリスト',
  'an object with "version" and "accepted"': '"version" と "accepted" のあるオブジェクト',
  'cannot be read': '読み込めません',
  'make it a file that this user may read': 'このユーザーが読み込めるファイルにしてください',
  'is no JSON': 'JSON ではありません',
  'restore it, or remove it and accept anew with npx cors-conformance accept':
    '元に戻すか、削除して npx cors-conformance accept でもう一度許容してください',
  'has {names}, which means nothing': '意味のないキー {names} があります',
  'is not what it has to be': '値が正しくありません',
  'holds the fingerprint {print} twice': 'フィンガープリント {print} が 2 回あります',
  'leave one of the two': 'どちらか一方だけを残してください',
  'name a report.json that is there': '存在する report.json を指定してください',
  'name a report.json': 'report.json を指定してください',
  'is no report.json of this version': 'このバージョンの report.json ではありません',
  'run the older commit again with this version': '古いコミットを、このバージョンでもう一度実行してください',
  'is no whole report.json': '完全な report.json ではありません',
  'copy the file anew': 'ファイルをもう一度コピーしてください',
} as const;
