/** What a judge says: reasons, and what to do first. */
export const judgeInJapanese = {
  // What was seen.
  'The page reads the response, status {status}.':
    'ページがレスポンスを読み取ります（ステータス {status}）。',
  unknown: '不明',
  'The CORS-preflight request is granted, response not seen: the actual request was held.':
    'プリフライトリクエストは許可されました。実際のリクエストは保留したため、レスポンスは未確認です。',
  'The CORS-preflight request is granted, response not seen: the actual request was held. This page is refused the response to {method} ({diagnosis}), for a reason that does not depend on the method, so it is probably refused this one as well. Mend that first, or declare send: true to have it seen.':
    'プリフライトリクエストは許可されました。実際のリクエストは保留したため、レスポンスは未確認です。このページは {method} のレスポンスを、メソッドに関係のない理由で拒否されています（{diagnosis}）。そのため、このリクエストも拒否される可能性が高いです。先にそちらを直すか、send: true を宣言して確認してください。',
  'The request is unsafe and needs no CORS-preflight request, so it was held before anything was sent; declare send: true to judge it.':
    '安全でないリクエストで、プリフライトリクエストを必要としないため、何も送信する前に保留しました。判定するには send: true を宣言してください。',
  'The request is unsafe and needs no CORS-preflight request, so it was held before anything was sent: what it answers to a page that is not trusted was not seen.':
    '安全でないリクエストで、プリフライトリクエストを必要としないため、何も送信する前に保留しました。信頼していないページに何を返すかは未確認です。',
  'This engine asks for fonts without CORS, so that a page of any origin gets them, whatever the server answers; what other engines say of it holds.':
    'このエンジンはフォントを CORS なしで要求するため、サーバーが何を返しても、どのオリジンのページもフォントを取得できます。他のエンジンの判定に従ってください。',
  'The policy says that this request is answered with status {status}, but the answer was {seen}; the error response was not seen.':
    'ポリシーではこのリクエストのステータスは {status} ですが、実際は {seen} でした。エラーレスポンスは未確認です。',
  'The browser does not share the response with this page.': 'ブラウザはこのページにレスポンスを渡しません。',
  'The page is refused at the redirect or behind it; see the verdict on the same request.':
    'ページはリダイレクト、またはその先で拒否されています。同じリクエストの判定を見てください。',
  'No complete exchange was seen; see the verdict on the same request.':
    '完全なやりとりを観測できませんでした。同じリクエストの判定を見てください。',
  'No redirect was seen.': 'リダイレクトはありませんでした。',
  'The CORS-preflight response does not grant the request.':
    'プリフライトレスポンスはこのリクエストを許可していません。',
  'The request was expected to need a CORS-preflight request, but none was seen.':
    'プリフライトリクエストが必要なはずですが、送信されませんでした。',
  'The CORS-preflight request was granted.': 'プリフライトリクエストは許可されました。',
  'The request is refused, but by an answer with status {status}, which says that the API does not answer just now; what it answers when it does was not seen. If it limits requests, set limits.requestsPerSecond in the policy.':
    'リクエストは拒否されましたが、レスポンスのステータス {status} は、API が今は応答できないことを示しています。応答できるときに何を返すかは未確認です。API がリクエスト数を制限している場合は、ポリシーで limits.requestsPerSecond を設定してください。',
  'The request was made with credentials mode "omit" and refused; by the standard, what is refused so is refused with credentials, too, so it was not made with them.':
    'credentials モード "omit" のリクエストが拒否されました。仕様では、このように拒否されるものは資格情報付きでも拒否されるため、資格情報付きのリクエストは送信していません。',
  'The request was made with credentials mode "omit" and shared; by the standard, what it was answered is a network error for one with credentials, so it was not made with them.':
    'credentials モード "omit" のリクエストのレスポンスは読み取れました。仕様では、同じレスポンスが資格情報付きのリクエストではネットワークエラーになるため、資格情報付きのリクエストは送信していません。',
  'Only so with a cookie, which the API itself had set before.':
    'API 自身が以前に設定した Cookie がある場合にだけ、こうなります。',
  'This is what the API answers where it limits requests; asked again later, it answered otherwise.':
    'これは、API がリクエスト数を制限しているときのレスポンスです。後でもう一度リクエストすると、別のレスポンスでした。',
  'This is what the API answers where it limits requests; the run had no time to ask again.':
    'これは、API がリクエスト数を制限しているときのレスポンスです。時間が足りず、もう一度リクエストすることはできませんでした。',
  'The second request was not made.': '2 回目のリクエストは送信していません。',
  'The request was not made.': 'リクエストは送信していません。',
  'The page gets past the redirect, but other requests for this address are refused for it; see the verdicts on those.':
    'このページはリダイレクトを通過しますが、このアドレスへの他のリクエストはリダイレクトのために拒否されています。それらの判定を見てください。',
  'The API has nothing at {path}, and its 404 to the CORS-preflight request keeps the page from the 404 that it asks for: answer OPTIONS on every path, before the router.':
    'API の {path} には何もありません。プリフライトリクエストへの 404 のために、ページは本来の 404 を受け取れません。ルーターより前で、すべてのパスの OPTIONS に応答してください。',
  'The API answers the other requests for {path} with 404 as well: it has nothing there. Correct the path in the policy, or what serves it, first.':
    'API は {path} への他のリクエストにも 404 を返します。そこには何もありません。先にポリシーのパスか、それを提供する側を直してください。',
  'Other routes of the policy declare {names}: this is one list for the whole API, and whether this route does anything on {names} is another matter. Where the CORS layer takes a list for each route, give this one its own.':
    'ポリシーの他のルートは {names} を宣言しています。これは API 全体で 1 つのリストで、このルートが {names} で何かをするかどうかは別の問題です。CORS レイヤーがルートごとのリストを取れるなら、このルートに専用のリストを設定してください。',
  'The list repeats the method that the page asked for. Some CORS libraries have no option for methods and do so (Javalin 7): there, answer CORS-preflight requests before the library does.':
    'リストは、ページが求めたメソッドをそのまま返しています。メソッドのオプションがなく、そうする CORS ライブラリもあります（Javalin 7）。その場合は、ライブラリより前でプリフライトリクエストに応答してください。',
  'The list repeats what the page asked for. Many CORS libraries do so where their option is left out, and some have none for request headers (Falcon 4, Javalin 7): set it, or answer CORS-preflight requests before the library does.':
    'リストは、ページが求めたものをそのまま返しています。オプションを省くとそうする CORS ライブラリは多く、リクエストヘッダーのオプションがないものもあります（Falcon 4、Javalin 7）。オプションを設定するか、ライブラリより前でプリフライトリクエストに応答してください。',

  // What tells a request from others of its method.
  'with safelisted request headers': 'セーフリストにあるリクエストヘッダー付き',
  'with request headers': 'リクエストヘッダー付き',
  'without request headers': 'リクエストヘッダーなし',
  'without a CORS-preflight request': 'プリフライトリクエストなし',
  'on the preflight': 'プリフライト',
  undeclared: '未宣言',
  'beside {methods}': '{methods} 以外',

  // Response headers.
  'The page did not read the response; see the verdict on the same request.':
    'ページはレスポンスを読み取っていません。同じリクエストの判定を見てください。',
  'Two witnesses differ: the browser and the standard do not agree on whether the page reads {names}.':
    '2 つの証拠が食い違っています。ページが {names} を読み取れるかどうかについて、ブラウザと仕様が一致しません。',
  'The response is an error, and does not carry {names}.': 'エラーレスポンスで、{names} が付いていません。',
  'No response header is exposed.': '公開されているレスポンスヘッダーはありません。',
  'The page reads {names}.': 'ページは {names} を読み取ります。',

  // The CORS-preflight cache.
  'No CORS-preflight request was granted; see the verdict on the same request.':
    '許可されたプリフライトリクエストがありません。同じリクエストの判定を見てください。',
  'Whether the browser asks again was not seen: the same request came to nothing when it was made again.':
    'ブラウザがもう一度プリフライトリクエストを送信するかどうかは未確認です。同じリクエストをもう一度送信しましたが、結果が得られませんでした。',
  'Whether the browser asks again was not seen: {reason}':
    'ブラウザがもう一度プリフライトリクエストを送信するかどうかは未確認です。{reason}',
  'Two witnesses differ: the header allows {seconds} s, but the browser asked again at once.':
    '2 つの証拠が食い違っています。ヘッダーは {seconds} 秒を許可していますが、ブラウザはすぐにもう一度プリフライトリクエストを送信しました。',
  'Two witnesses differ: the header allows {seconds} s, but the browser did not ask again.':
    '2 つの証拠が食い違っています。ヘッダーは {seconds} 秒を許可していますが、ブラウザはもう一度プリフライトリクエストを送信しませんでした。',
  'The CORS-preflight response may be reused for {seconds} s, and is reused.':
    'プリフライトレスポンスは {seconds} 秒間再利用でき、実際に再利用されます。',

  // Witnesses that differ.
  'Two witnesses differ: {browser}, but by the standard {prediction}.':
    '2 つの証拠が食い違っています。{browser} が、仕様では {prediction}。',
  'the browser shared the response': 'ブラウザはレスポンスをページに渡しました',
  'the browser let the CORS-preflight response pass': 'ブラウザはプリフライトレスポンスを通しました',
  'the browser refused with {code}': 'ブラウザは {code} として拒否しました',
  'The browser refused with {code}, which is not known to this version.':
    'ブラウザは {code} として拒否しましたが、このバージョンはそのコードを知りません。',
  'these exchanges give a response': 'これらのやりとりからレスポンスが得られます',
  'these exchanges give a network error ({reason})':
    'これらのやりとりはネットワークエラーになります（{reason}）',
  'the request cannot be made ({reason})': 'このリクエストは送信できません（{reason}）',
  'a CORS-preflight request has to come first, and none was seen (it may have been answered from the CORS-preflight cache)':
    '先にプリフライトリクエストが必要ですが、観測されませんでした（プリフライトキャッシュが使われた可能性があります）',
  'the actual request has to follow, and none was seen':
    '続いて実際のリクエストが必要ですが、観測されませんでした',
  'exchange {number} has no place ({reason})': '{number} 番目のやりとりは起こらないはずです（{reason}）',

  // Statuses.
  'No answer to a declared request was read; see the verdicts on the same requests.':
    '宣言されたリクエストのレスポンスを 1 つも読み取れませんでした。同じリクエストの判定を見てください。',
  'The declared requests are answered with {statuses}.': '宣言されたリクエストへのレスポンス：{statuses}。',
  'The declared requests are answered with {statuses}, and the policy declares {expected}: of the answer that it is about nothing was seen.':
    '宣言されたリクエストへのレスポンスは {statuses} で、ポリシーの宣言は {expected} です。宣言されたレスポンスは未確認です。',
  'The declared requests are answered with {statuses}, which the policy does not declare, so this says nothing of the answer that it is about; see the verdict on what they are answered with.':
    '宣言されたリクエストへのレスポンスは {statuses} で、ポリシーの宣言と違います。そのため、宣言されたレスポンスについては何も分かりません。レスポンスのステータスについての判定を見てください。',
  'an ok status': ' ok ステータス（200〜299）',
  'status {statuses}': 'ステータス {statuses}',
  'status {statuses} ({method})': 'ステータス {statuses}（{method}）',
  'If this is what pages get, write status: {status} for the route, or CORS_STATUS={status}.':
    'これがページの受け取るレスポンスであれば、ルートに status: {status}、または CORS_STATUS={status} と書いてください。',
  'The path is probably mistyped, or a path parameter names what does not exist: correct path, pathParameters and query.':
    'パスの書き間違いか、存在しないものを指すパスパラメーターが原因と思われます。path、pathParameters、query を直してください。',
  'The request probably lacks a token or a session. Give a token in the headers of the route, such as headers: { authorization: `Bearer ${process.env.API_TOKEN}` }, with "authorization" in its requestHeaders; or declare in sessions how pages sign in, and name that session in the route (docs/sessions.md): pages start without cookies. If this is what pages get, write that status for the route, or in CORS_STATUS.':
    'リクエストにトークンまたはセッションがないと思われます。ルートの headers にトークンを書き（例：headers: { authorization: `Bearer ${process.env.API_TOKEN}` }）、requestHeaders に "authorization" を加えてください。または、ページがログインする方法を sessions に宣言し、そのセッションの名前をルートに書いてください（docs/sessions.md）。ページは Cookie なしで始まります。これがページの受け取るレスポンスであれば、そのステータスをルートまたは CORS_STATUS に書いてください。',
  'The API has no such method at this path: correct methods, or the path.':
    'API のこのパスには、そのメソッドがありません。methods かパスを直してください。',
  'The API does not accept the request as it is: give the query, body and headers that it needs.':
    'API はこのままのリクエストを受け付けません。必要な query、body、headers を書いてください。',
  'The API limits requests: set limits.requestsPerSecond in the policy, or CORS_REQUESTS_PER_SECOND.':
    'API がリクエスト数を制限しています。ポリシーの limits.requestsPerSecond、または CORS_REQUESTS_PER_SECOND を設定してください。',
  'The API, or what is behind it, is probably down or fails: look at its log, and run again.':
    'API またはその背後のサーバーが停止しているか、エラーになっていると思われます。ログを調べ、もう一度実行してください。',
  'The policy does not declare {method}, and the API did not answer it in full within {ms} ms: what it would have answered was not seen.':
    'ポリシーは {method} を宣言しておらず、API は {ms} ミリ秒以内に応答を終えませんでした。何を返すかは未確認です。',
  'The policy does not declare {method}, and the API answers it with status {status}: there is nothing to read.':
    'ポリシーは {method} を宣言しておらず、API のレスポンスはステータス {status} です。読み取るものはありません。',
  'A trusted page whose request the API answered at first was not answered so in the end ({came}), so others may have been refused for what refused it; see limits.requestsPerSecond if the API limits requests.':
    '信頼するページのリクエストに、API は最初は応答しましたが、最後には同じように応答しませんでした（{came}）。他のページも同じ原因で拒否された可能性があります。API がリクエスト数を制限している場合は、limits.requestsPerSecond を見てください。',
  'it was not asked': 'リクエストなし',
  '{what}, status {status}': '{what}、ステータス {status}',
  'an error that it reads': 'ページが読み取れるエラー',
  'any request header that a page asks for': 'ページが求めるすべてのリクエストヘッダー',
  '{count} more': '他 {count} 個',
  'The policy says nothing of request headers, and the API grants {names}. To have that judged, declare those that pages send: {line}, or requestHeaders in a policy file.':
    'ポリシーはリクエストヘッダーについて何も宣言しておらず、API は {names} を許可しています。判定するには、ページが送信するものを宣言してください：{line}、またはポリシーファイルの requestHeaders。',

  // Vary.
  'The answers cannot be compared: {answer} has status {status}, which says that the API does not answer just now.':
    'レスポンスを比較できません。{answer} のステータス {status} は、API が今は応答できないことを示しています。',
  'Too few answers were seen to compare; see the verdicts on the same requests.':
    '比較できるだけのレスポンスがありませんでした。同じリクエストの判定を見てください。',
  'Each answer that a cache may store carries Vary: Origin.':
    'キャッシュが保存できるすべてのレスポンスに Vary: Origin が付いています。',
  'The answer is the same for every origin, so no Vary is needed.':
    'どのオリジンにも同じレスポンスを返すため、Vary は必要ありません。',
  'Whether {answer} depends on the origin was not seen: no other page may send these headers, and without them every origin gets an answer with other CORS headers than that.':
    '{answer} がオリジンによって変わるかどうかは未確認です。他のページはこれらのヘッダーを送信できず、ヘッダーなしではどのオリジンにも別の CORS ヘッダーのレスポンスが返ります。',
  'Whether {answer} depends on the origin was not seen: no other page has the session, and without it every origin gets an answer with other CORS headers than that.':
    '{answer} がオリジンによって変わるかどうかは未確認です。他のページにはセッションがなく、セッションなしではどのオリジンにも別の CORS ヘッダーのレスポンスが返ります。',
  'Each answer that may depend on the origin carries Vary: Origin, or no cache may store it.':
    'オリジンによって変わりうるすべてのレスポンスに、Vary: Origin が付いているか、キャッシュが保存できません。',
  'The CORS-preflight requests that were compared are refused to everybody, so whether the answer depends on the origin was not seen.':
    '比較したプリフライトリクエストは誰に対しても拒否されるため、レスポンスがオリジンによって変わるかどうかは未確認です。',
  'The answer to a trusted origin says Vary: {value}, and the one to a request without Origin Vary: {names}: what adds the CORS headers replaces the Vary of the handler. Have it append Origin to the Vary that is there.':
    '信頼するオリジンへのレスポンスは Vary: {value}、Origin のないリクエストへのレスポンスは Vary: {names} です。CORS ヘッダーを付けるコードが、ハンドラーの Vary を置き換えています。すでにある Vary に Origin を追加するようにしてください。',
  'Another answer of this address, which is not compressed, says Vary: Origin, and this answer says Vary: {names}: what compresses replaces the Vary of the CORS layer. Have it append Accept-Encoding to Vary, or add the CORS headers behind it. A request without Accept-Encoding, which every browser sends, does not show this.':
    'このアドレスの圧縮されていないレスポンスは Vary: Origin ですが、このレスポンスは Vary: {names} です。圧縮するコードが CORS レイヤーの Vary を置き換えています。Vary に Accept-Encoding を追加するようにするか、CORS ヘッダーをその後で付けてください。Accept-Encoding（どのブラウザも送信します）のないリクエストでは、この問題は見えません。',
  'The CORS-preflight response of this address says Vary: Origin, and this answer says Vary: {names}: what the CORS layer sets is replaced behind it. Have the handler append its names to Vary, or name Origin there too.':
    'このアドレスのプリフライトレスポンスは Vary: Origin ですが、このレスポンスは Vary: {names} です。CORS レイヤーの設定が後で置き換えられています。ハンドラーが Vary に名前を追加するようにするか、そこにも Origin を書いてください。',
  'the answer to a trusted origin': '信頼するオリジンへのレスポンス',
  'the answer to another trusted origin': '別の信頼するオリジンへのレスポンス',
  'the answer to an untrusted origin': '信頼しないオリジンへのレスポンス',
  'the answer to a request without Origin': 'Origin のないリクエストへのレスポンス',
  'the answer to a trusted origin with the declared request headers':
    '宣言されたリクエストヘッダー付きの、信頼するオリジンへのレスポンス',
  'the answer to a trusted origin with the session': 'セッション付きの、信頼するオリジンへのレスポンス',
  'the answer to an untrusted origin with the declared request headers':
    '宣言されたリクエストヘッダー付きの、信頼しないオリジンへのレスポンス',

  // Copies.
  "the copy in the browser's own cache, left by an image without the attribute crossorigin, on the same page, with no request on the wire":
    'ブラウザ自身のキャッシュにあるコピー（同じページの、crossorigin 属性のない画像が残したもの。リクエストは送信されていません）',
  "the copy in the browser's own cache, left by a page at {origin}, of the same site, with no request on the wire":
    'ブラウザ自身のキャッシュにあるコピー（同じサイトの {origin} のページが残したもの。リクエストは送信されていません）',
  'the same Access-Control-Allow-Origin for pages of {count} origins':
    '{count} 個のオリジンのページに同じ Access-Control-Allow-Origin',
  '{line} at an address that no cache knows': 'キャッシュにないアドレスでは {line}',
  'no Access-Control-Allow-Origin': 'Access-Control-Allow-Origin なし',

  // Redirects.
  'the final URL': '最終的な URL',
  'Call {final}: the two addresses differ in a slash at the end alone.':
    '{final} を呼び出してください。2 つのアドレスの違いは末尾のスラッシュだけです。',
  'Call {final}: the two addresses differ in their scheme alone.':
    '{final} を呼び出してください。2 つのアドレスの違いはスキームだけです。',
  'Call {final}: the two addresses differ in their host alone.':
    '{final} を呼び出してください。2 つのアドレスの違いはホストだけです。',
  'Call {final}, if clients can: each address on the way has to allow the page.':
    'できれば、クライアントから {final} を呼び出してください。途中のどのアドレスも、このページを許可する必要があります。',
  'Answer 401, with the CORS headers of every other response, in place of a redirect to a login page: headers on the redirect cure nothing, as no script can sign in there. The front end then sends its user to that page itself.':
    'ログインページへのリダイレクトの代わりに、他のレスポンスと同じ CORS ヘッダーを付けて 401 を返してください。スクリプトはログインできないため、リダイレクトにヘッダーを付けても解決しません。フロントエンドが自分で利用者をログインページに移動させます。',
  'Let OPTIONS past the check for a session, as a CORS-preflight request carries no cookie.':
    'プリフライトリクエストには Cookie が付かないため、OPTIONS はセッションの確認を通過させてください。',

  // Lines that show it again.
  'The curl line was not run: {why}.': 'curl の行は実行していません：{why}。',
  'curl shows another answer (for {origin}): {shown}, where the browser saw {seen}, as that is a copy which a cache has kept.':
    'curl では別のレスポンスになります（{origin} の場合）：{shown}。ブラウザでは {seen} でした。これはキャッシュに残ったコピーです。',
  'curl shows another answer (for {origin}): {shown}, where the browser saw {seen}, as it depends on more than the header lines of the request (the connection, or the time).':
    'curl では別のレスポンスになります（{origin} の場合）：{shown}。ブラウザでは {seen} でした。レスポンスは、リクエストのヘッダー以外（接続、または時刻）にも依存しています。',
  'The answer depends on {names}, and the curl line sends what the browser sent. By itself, curl shows another answer (for {origin}): {shown}, where the browser saw {seen}.':
    'レスポンスは {names} に依存するため、curl の行はブラウザと同じ値を送信します。curl だけでは別のレスポンスになります（{origin} の場合）：{shown}。ブラウザでは {seen} でした。',
  'the browser got no answer': 'ブラウザがレスポンスを受け取っていません',
  'its answer may go on for ever': 'レスポンスが終わらないかもしれません',
  'The stream ended, the browser asked again by itself, and the page reads the answer, status {status}.':
    'ストリームが終わったあと、ブラウザが自動で再接続し、ページはそのレスポンス（ステータス {status}）を読めます。',
  'The stream did not end within 1 s, so that the browser had no reason to ask again: what its second request is answered was not seen. It is the same request, with Last-Event-ID where an event had an id.':
    'ストリームが 1 秒以内に終わらなかったため、ブラウザが再接続する理由がなく、2 回目のリクエストへのレスポンスは観測していません。2 回目は同じリクエストで、イベントに id があれば Last-Event-ID が付きます。',
  'The stream ended, and the browser did not ask again within 6 s, as a longer retry may tell it.':
    'ストリームは終わりましたが、ブラウザは 6 秒以内に再接続しませんでした。より長い retry が指定されている可能性があります。',
  'The stream ended, and the API answered the browser, which asked again, with status 204: that ends an event stream for good, so that no page reads more of it.':
    'ストリームが終わったあとのブラウザの再接続に、API はステータス 204 で応答しました。これはイベントストリームの終了を意味し、ページはそれ以上読みません。',
  'The page does not open the stream at all; see the verdict on its first request.':
    'ページはストリームをそもそも開けません。1 回目のリクエストの判定を見てください。',
  'The browser did not ask again within {ms} ms of its first request.':
    'ブラウザは最初のリクエストから {ms} ms 以内に再接続しませんでした。',
  'The page opens the WebSocket.': 'ページは WebSocket を開けます。',
  'The page does not open the WebSocket: the server {said}.':
    'ページは WebSocket を開けません。サーバーの動作：{said}。',
  'The server {said}, which says that it does not answer just now; what it answers when it does was not seen. If it limits requests, set limits.requestsPerSecond in the policy.':
    'サーバーの動作：{said}。これは、今は応答しないという意味です。応答するときに何を返すかは観測されませんでした。リクエスト数を制限している場合は、ポリシーに limits.requestsPerSecond を設定してください。',
  'No trusted page opens the WebSocket either, so that this page does not says nothing of its origin; see the verdict on the trusted page.':
    '信頼するページも WebSocket を開けないため、このページが開けないことはオリジンについて何も示しません。信頼するページの判定を見てください。',
  'opened it and closed it at once ({closed})': '開いた直後に閉じました（{closed}）',
  'answered the handshake with status {status}': 'ハンドシェイクにステータス {status} で応答しました',
  'Two witnesses differ: the page is at {page}, but its handshake was sent with Origin: {origin}.':
    '2 つの証拠が食い違っています。ページは {page} にありますが、ハンドシェイクは Origin: {origin} で送られました。',
  'Two witnesses differ: the browser opened the WebSocket, but the wire shows no answer.':
    '2 つの証拠が食い違っています。ブラウザは WebSocket を開きましたが、通信上にレスポンスがありません。',
  'Two witnesses differ: the browser opened the WebSocket, but the wire shows status {status}.':
    '2 つの証拠が食い違っています。ブラウザは WebSocket を開きましたが、通信上のステータスは {status} です。',
  'the API limits requests (status {status})': 'API がリクエスト数を制限しています（ステータス {status}）',
  'the time of the run was over': '実行の制限時間が過ぎていました',
  'it got no answer ({code})': 'レスポンスがありませんでした（{code}）',
  'no reason is known': '理由は不明',
  '{method} may change something': '{method} はデータを変更する可能性があります',
  'the browser asked with a session, which curl does not have':
    'ブラウザはセッション付きでリクエストしましたが、curl にはそのセッションがありません',
  "the browser's answer is a copy in its cache, and curl asks the API itself":
    'ブラウザのレスポンスはキャッシュにあるコピーで、curl は API 自体にリクエストします',
  'it asks another host than that of the API': 'API とは別のホストにリクエストします',
  'it needs what no report shows': 'レポートに表示しない値が必要です',
  'Put what is left out of {place} in place of ${variable}: no report shows it.':
    '${variable} を、{place} から省いた値に置き換えてください。レポートには表示しません。',
  'Put the value of {place} in place of ${variable}: no report shows it.':
    '${variable} を {place} の値に置き換えてください。レポートには表示しません。',
  'the body': 'ボディ',
  'the address': 'アドレス',

  // What was not asked.
  '{url} was answered before the API was started, so that another one would have been judged; in CI, end what listens there.':
    'API を起動する前に {url} から応答があり、別の API を判定するところでした。CI では、そこで待ち受けているものを終了してください。',
  'The command that starts the API ended with exit code {code}, and nothing else answers for it at {url}; it has to stay until it is ended.':
    'API を起動するコマンドが終了コード {code} で終わり、{url} では代わりに応答するものがありません。コマンドは、終了させられるまで動き続ける必要があります。',
  'The API was started, and {url} did not answer within {seconds} s (last: {last}).':
    'API を起動しましたが、{url} は {seconds} 秒以内に応答しませんでした（最後の結果：{last}）。',
  'The time limit of the run was reached before this request; raise limits.runTimeoutMs in the policy.':
    'このリクエストの前に実行の制限時間が過ぎました。ポリシーの limits.runTimeoutMs を増やしてください。',
  'The time limit of the run was reached before this request{rate}; raise limits.runTimeoutMs in the policy, or limits.requestsPerSecond.':
    'このリクエストの前に実行の制限時間が過ぎました {rate}。ポリシーの limits.runTimeoutMs か limits.requestsPerSecond を増やしてください。',
  'The API limits requests (status {status}), and the time limit of the run was reached before it would have answered this one{rate}; raise limits.runTimeoutMs in the policy, or have the API answer more requests of this machine.':
    'API がリクエスト数を制限しており（ステータス {status}）、このリクエストに応答する前に実行の制限時間が過ぎました {rate}。ポリシーの limits.runTimeoutMs を増やすか、API がこのマシンからのリクエストをもっと受け付けるようにしてください。',
  ', at {rate}': '（{rate}）',
  '{count} requests a second': '毎秒 {count} リクエスト',
  'one request in {seconds} s': '{seconds} 秒に 1 リクエスト',
  'No page could be loaded at {origin}: {message}': '{origin} のページを読み込めませんでした：{message}',
  'The request was not made, because none of the requests before it was answered ({cause}).':
    'それまでのリクエストに 1 つも応答がなかったため、このリクエストは送信していません（{cause}）。',
  'The page returned no outcome.': 'ページが結果を返しませんでした。',
  'The browser did not deliver all network events within {ms} ms.':
    'ブラウザが {ms} ミリ秒以内にすべてのネットワークイベントを伝えませんでした。',
  'The console shows an error that belongs to no request: {text}':
    'コンソールに、どのリクエストのものでもないエラーがあります：{text}',
  'Of a response that was rewritten, it is not known how.':
    '書き換えたレスポンスについて、どう書き換えられたかが分かりません。',
  'Neither the wire nor the console says what came of the beacon within {ms} ms.':
    '{ms} ミリ秒以内に、ビーコンの結果が通信内容からもコンソールからも分かりませんでした。',
  'A redirect led to {url}, of which the browser may still have known something.':
    'リダイレクト先の {url} について、ブラウザが何かを覚えていた可能性があります。',
} as const;
