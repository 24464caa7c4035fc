/** Who made a response, and what its kind asks for. */
export const responderInJapanese = {
  'Answered by {name}: {signs}.': '応答したのは {name} です：{signs}。',
  'Who made this response is not known: its header lines do not show it.':
    'このレスポンスを作ったものは不明です。ヘッダーからは分かりません。',
  "Who made this response is not known: its header lines do not show it, and they lack {names}, which the API's other answers have.":
    'このレスポンスを作ったものは不明です。ヘッダーからは分かりませんが、API の他のレスポンスにある {names} がありません。',
  "the API's other answers have {names}": 'API の他のレスポンスには {names} があります',
  'the path holds {path}': 'パスに {path} が含まれます',
  'the page is its own': 'ページはそれ自身のものです',
  '{name}, or a server behind it': '{name}、またはその背後のサーバー',
  'a check for a session': 'セッションの確認',
  'a cache': 'キャッシュ',
  'a CDN': 'CDN',
  'a server': 'サーバー',
  'Rack or Rails': 'Rack または Rails',
  "Express's own error handler": 'Express 自身のエラーハンドラー',
  "Starlette's own error handler": 'Starlette 自身のエラーハンドラー',
  "Werkzeug's debugger": 'Werkzeug のデバッガー',
  "Node's HTTP parser": 'Node の HTTP パーサー',
  "the server's HTTP parser (as of Go, or of uvicorn)": 'サーバーの HTTP パーサー（Go や uvicorn など）',
  "Gunicorn's HTTP parser": 'Gunicorn の HTTP パーサー',
  "Kestrel's HTTP parser": 'Kestrel の HTTP パーサー',
  "ngrok's warning page": 'ngrok の警告ページ',
  "localtunnel's reminder page": 'localtunnel の確認ページ',
  "Cloudflare's challenge page": 'Cloudflare のチャレンジページ',
  "Vercel's firewall": 'Vercel のファイアウォール',
  'AWS load balancer': 'AWS のロードバランサー',
  '{library} has no option for this: add it beside the library, as the file of the fix does.':
    '{library} にはこのためのオプションがありません。修正ファイルのように、ライブラリとは別に付けてください。',
  'The CORS layer is there: {answer} carries its headers for {page}. It does not know {origin}: add this origin to its list.':
    'CORS レイヤーはあります。{answer} には、{page} のためのヘッダーが付いています。{origin} が登録されていないので、このオリジンをリストに追加してください。',
  'The CORS headers stand on CORS-preflight responses alone: what answers OPTIONS is not what answers {method}. Send them on this response as well.':
    'CORS ヘッダーはプリフライトレスポンスにだけ付いています。OPTIONS に応答するものと {method} に応答するものが違います。このレスポンスにも付けてください。',
  'The CORS layer is there: {answer} carries its headers. This response does not pass it.':
    'CORS レイヤーはあります。{answer} にはヘッダーが付いています。このレスポンスはそこを通っていません。',
  'Look for a handler that writes the response by itself (raw, streamed, hijacked), and for a group, a mount or a router that the layer is not applied to.':
    'レスポンスを自分で直接書くハンドラー（raw、ストリーム、hijack）や、レイヤーが適用されていないグループ、マウント、ルーターがないか調べてください。',
  'Look for an error that is answered before the layer or outside of it: in the router, in a check for a token, in an exception handler, or by a server in front.':
    'レイヤーの前や外で返されるエラーがないか調べてください。ルーター、トークンの確認、例外ハンドラー、手前のサーバーなどです。',
  'The CORS layer is there: {answer} carries its headers. OPTIONS does not pass it: something before it answers, such as the router, a check for a token, or a server in front.':
    'CORS レイヤーはあります。{answer} にはヘッダーが付いています。OPTIONS はそこを通らず、その前にある何か（ルーター、トークンの確認、手前のサーバーなど）が応答しています。',
  'The CORS layer is there: {answer} says Vary: Origin. This response says Vary: {names}: what the layer sets is written over behind it, by a handler or by a server in front. Have that one append its names to Vary, or name Origin there too.':
    'CORS レイヤーはあります。{answer} は Vary: Origin です。このレスポンスは Vary: {names} で、レイヤーの設定が、ハンドラーか前段のサーバーによって後で上書きされています。上書きする側が Vary に名前を追加するようにするか、そこにも Origin を書いてください。',
  'two layers': '2 つのレイヤー',
  '{count} layers': '{count} 個のレイヤー',
  'This response passes {layers} that add Access-Control-Allow-Origin.':
    'このレスポンスは、Access-Control-Allow-Origin を付ける {layers} を通っています。',
  'This response passes {layers} that add Access-Control-Allow-Origin; {answer} carries it once.':
    'このレスポンスは、Access-Control-Allow-Origin を付ける {layers} を通っています。{answer} には 1 つだけ付いています。',
  'the CORS-preflight response for {path}': '{path} のプリフライトレスポンス',
  'the answer to {method} {path} (status {status})': '{method} {path} のレスポンス（ステータス {status}）',

  'What the application sends does not reach a response that {name} makes itself: change it there.':
    'アプリケーションの設定は、{name} 自身が作るレスポンスには反映されません。{name} の側で変更してください。',
  'This is the answer of {name} in place of the API.':
    'これは API の代わりに {name} が返したレスポンスです。',
  'This is {name} in place of the API, and no header of the API reaches it.':
    'これは API ではなく {name} で、API のヘッダーは反映されません。',
  'The request was refused while it was still being parsed (by {name}), before any rule on headers: no response header cures that. Raise the limit for {limits}, or have the page send a shorter URL, token or cookie.':
    'リクエストは、ヘッダーの設定より前の解析中に拒否されました（{name}）。レスポンスヘッダーでは解決しません。{limits} の上限を上げるか、ページが送信する URL、トークン、Cookie を短くしてください。',
  'the request line and the header lines': 'リクエスト行とヘッダー行',
  'the request line and the header lines ({names})': 'リクエスト行とヘッダー行（{names}）',

  'Set the CORS headers on the gateway responses of API Gateway (DEFAULT_5XX), or see that the integration answers in time and without an error.':
    'API Gateway のゲートウェイレスポンス（DEFAULT_5XX）に CORS ヘッダーを設定するか、統合が時間内にエラーなく応答するようにしてください。',
  'Set the CORS headers on the gateway responses of API Gateway (DEFAULT_4XX, DEFAULT_5XX): no integration sends this answer.':
    'API Gateway のゲートウェイレスポンス（DEFAULT_4XX、DEFAULT_5XX）に CORS ヘッダーを設定してください。このレスポンスは統合からは送信されません。',
  'Have the page send the request header ngrok-skip-browser-warning, with any value, and have the API allow that name in Access-Control-Allow-Headers; or give the tunnel a plan without the warning.':
    'ページがリクエストヘッダー ngrok-skip-browser-warning を任意の値で送信し、API がその名前を Access-Control-Allow-Headers で許可するようにしてください。または、警告の出ないプランのトンネルを使ってください。',
  'Look the code up, and correct the tunnel or what it leads to: the request did not get an answer of the API.':
    'コードの意味を調べ、トンネルまたは転送先を直してください。リクエストは API に届いていません。',
  'Have the page send the request header bypass-tunnel-reminder, with any value, and have the API allow that name in Access-Control-Allow-Headers.':
    'ページがリクエストヘッダー bypass-tunnel-reminder を任意の値で送信し、API がその名前を Access-Control-Allow-Headers で許可するようにしてください。',
  'Leave the paths of the API out of the challenge, by a rule of the firewall: no script can solve it.':
    'ファイアウォールのルールで、API のパスをチャレンジの対象から外してください。スクリプトは解けません。',
  'Leave the paths of the API out of the rule of the firewall: no script can solve a challenge.':
    'API のパスをファイアウォールのルールの対象から外してください。スクリプトはチャレンジを解けません。',
  'Leave the paths of the API out of the rule of AWS WAF: no script of another origin can solve a challenge.':
    'API のパスを AWS WAF のルールの対象から外してください。別のオリジンのスクリプトはチャレンジを解けません。',
  'Leave the paths of the API out of the protection, or allow the pages there: no script can solve a challenge.':
    'API のパスを保護の対象から外すか、そこでページを許可してください。スクリプトはチャレンジを解けません。',
} as const;
