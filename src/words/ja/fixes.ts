/** What is said of the files of fixes: their notes, and what the CORS layer of a stack misses. */
export const fixesInJapanese = {
  'For development only: page and API share the origin of the dev server, so that no CORS request is made. The API itself stays as it is.':
    '開発専用です。ページと API が開発サーバーのオリジンを共有するため、CORS リクエストは発生しません。API 自体は変わりません。',
  'Put the address of the API itself in place of {address}.':
    '{address} を API 自体のアドレスに置き換えてください。',
  'Put the port that it listens on in place of {port}.': '{port} を、待ち受けるポートに置き換えてください。',
  'Where package.json does not say "type": "module", write instead: {lines}':
    'package.json に "type": "module" がない場合は、代わりに次のように書いてください：{lines}',
  '{module}, which the file imports, stands for your own code.':
    'ファイルがインポートする {module} は、ご自身のコードの代わりです。',
  'In {stack}, look for this:': '{stack} では、次の点を調べてください：',
  'If the CORS headers come from {stack}, look for this:':
    'CORS ヘッダーを {stack} が付けている場合は、次の点を調べてください：',

  // Notes.
  'Wrap the app itself, last: App::new().wrap(allow_origins()).wrap(vary_by_origin()).':
    'アプリ自体を最後にラップしてください：App::new().wrap(allow_origins()).wrap(vary_by_origin())。',
  'For an API over https, add SSLProxyEngine On (a2enmod ssl), SSLProxyVerify require and SSLProxyCACertificateFile.':
    'https の API には、SSLProxyEngine On（a2enmod ssl）、SSLProxyVerify require、SSLProxyCACertificateFile を追加してください。',
  'The file is a site, for instance /etc/apache2/sites-available/api.conf; <If> needs httpd 2.4.':
    'このファイルはサイトの設定です（例：/etc/apache2/sites-available/api.conf）。<If> には httpd 2.4 が必要です。',
  'Call .layer(allow_origins()) on the router last: routes that are added after it do not pass it.':
    'ルーターの .layer(allow_origins()) は最後に呼び出してください。その後に追加したルートはこのレイヤーを通りません。',
  'The global options and the address at the top are for a test on loopback: they switch TLS and the administration endpoint off.':
    '先頭のグローバルオプションとアドレスはループバックでのテスト用で、TLS と管理用エンドポイントを無効にします。',
  'Use it first, before any route: router.Use(allowOrigins, middleware.Recoverer).':
    'すべてのルートより前に、最初に使ってください：router.Use(allowOrigins, middleware.Recoverer)。',
  'With HOST=localhost, or without an address in a local network, it starts only with DANGEROUSLY_DISABLE_HOST_CHECK=true in .env.development; then any web page can reach the dev server by a host name of its own. Use src/setupProxy.js instead.':
    'HOST=localhost の場合、またはローカルネットワークのアドレスがない場合は、.env.development に DANGEROUSLY_DISABLE_HOST_CHECK=true がなければ起動しません。その設定では、どの Web ページも独自のホスト名で開発サーバーに到達できます。代わりに src/setupProxy.js を使ってください。',
  'An API that chooses its site by Host needs changeOrigin: true; one that also compares Origin with Host then answers 403.':
    'Host でサイトを選ぶ API には changeOrigin: true が必要です。Origin と Host の比較もする API は、その場合 403 を返します。',
  'A page of another origin cannot read the CSRF cookie: give it the token in a response that it may read, and have it send X-CSRFToken.':
    '別のオリジンのページは CSRF の Cookie を読み取れません。読み取れるレスポンスでトークンを渡し、ページから X-CSRFToken を送信してください。',
  'For origins that a pattern describes there is CORS_ALLOWED_ORIGIN_REGEXES: begin each with ^ and end it with $.':
    'パターンで表すオリジンには CORS_ALLOWED_ORIGIN_REGEXES があります。どのパターンも ^ で始め、$ で終えてください。',
  'Use it first, before any route: server.Use(allowOrigins(), middleware.Recover()).':
    'すべてのルートより前に、最初に使ってください：server.Use(allowOrigins(), middleware.Recover())。',
  'This gives up the interactive debugger: uncaught exceptions go to the log, and to the page as status 500.':
    '対話型デバッガーは使えなくなります。捕捉されない例外はログに残り、ページにはステータス 500 が返ります。',
  'Use it first, before any route: router.Use(allowOrigins(), gin.Recovery()).':
    'すべてのルートより前に、最初に使ってください：router.Use(allowOrigins(), gin.Recovery())。',
  'Wrap the whole mux, outermost: http.ListenAndServe(address, allowOrigins(recoverPanics(mux))).':
    'mux 全体を最も外側でラップしてください：http.ListenAndServe(address, allowOrigins(recoverPanics(mux)))。',
  'The file belongs in the http block, for instance as /etc/nginx/conf.d/api.conf: map is not allowed inside server.':
    'このファイルは http ブロックに置いてください（例：/etc/nginx/conf.d/api.conf）。map は server の中では使えません。',
  'An add_header in a location or an if takes the place of all that are inherited: repeat every line there.':
    'location や if の中の add_header は、継承されるすべての行を置き換えます。そこにすべての行を繰り返してください。',
  "server.crt and server.key are the proxy's own certificate; upstream-ca.pem is what the third party is verified with: on Debian, /etc/ssl/certs/ca-certificates.crt.":
    'server.crt と server.key はプロキシ自身の証明書です。upstream-ca.pem は第三者の検証に使います（Debian では /etc/ssl/certs/ca-certificates.crt）。',
  'nginx looks the host name of proxy_pass up once, when it starts, and does not start if that fails.':
    'nginx は proxy_pass のホスト名を起動時に 1 回だけ解決し、失敗すると起動しません。',
  'Where the API decides rightly itself, leave CORS to it and remove every add_header here instead.':
    'API 自身が正しく判断している場合は、CORS は API に任せ、ここの add_header をすべて取り除いてください。',
  'Require the file first of all in the front controller: header() does nothing once output has begun.':
    'フロントコントローラーの先頭でこのファイルを読み込んでください。出力が始まった後の header() は効きません。',
  'It is for the transport "polling". A WebSocket knows no CORS: compare Origin in the option allowRequest.':
    'トランスポート "polling" のためのものです。WebSocket に CORS はありません。オプション allowRequest で Origin を比較してください。',
  'The option cors is for the transport "polling" alone: whatever it says, a page opens the transport "websocket".':
    'オプション cors はトランスポート "polling" だけのものです。その値が何であっても、ページはトランスポート "websocket" を開けます。',
  'Clients that are no browsers send no Origin and are refused, too: where some may connect, ask them for a token.':
    'ブラウザー以外のクライアントは Origin を送信しないため、同じく拒否されます。接続を許すものがある場合は、トークンを要求してください。',
  'The file is for the file provider, --providers.file.filename; labels of containers have the same names.':
    'ファイルプロバイダー（--providers.file.filename）のためのファイルです。コンテナのラベルでも名前は同じです。',

  // Hints.
  'The filter cors sends no Vary: append Vary: Origin by the filter header_mutation, before it in the list.':
    'フィルター cors は Vary を送信しません。リストでその前に置いたフィルター header_mutation で Vary: Origin を追加してください。',
  'A filter that stands before cors and answers itself, such as jwt_authn, ext_authz or rbac, answers without the headers, CORS-preflight requests too: put cors before it.':
    'cors より前にあって自身で応答するフィルター（jwt_authn、ext_authz、rbac など）は、CORS プリフライトリクエストも含めてヘッダーなしで応答します。cors をその前に置いてください。',
  'The middleware headers sends Vary: Origin with addVaryHeader: true alone.':
    'ミドルウェア headers が Vary: Origin を送信するのは、addVaryHeader: true のときだけです。',
  'A middleware that stands before that of the headers and answers itself, such as basicAuth, forwardAuth or ipAllowList, answers without them, CORS-preflight requests too: put the headers first.':
    'ヘッダーのミドルウェアより前にあって自身で応答するミドルウェア（basicAuth、forwardAuth、ipAllowList など）は、CORS プリフライトリクエストも含めてヘッダーなしで応答します。ヘッダーのミドルウェアを最初に置いてください。',
  'A Vary that a middleware sets, as the package cors does, is written over by tRPC (Vary: trpc-accept, accept): append to it, responseMeta: () => ({ headers: new Headers({ Vary: "Origin" }) }).':
    'tRPC は、ミドルウェア（cors パッケージを含む）が設定した Vary を Vary: trpc-accept, accept で上書きします。そこに追加してください：responseMeta: () => ({ headers: new Headers({ Vary: "Origin" }) })。',
  'A CORS-preflight request calls no procedure, so that what createContext sets is not on its answer: set the headers in the option middleware of the adapter, which answers OPTIONS as well.':
    'CORS プリフライトリクエストはプロシージャを呼び出さないため、createContext が設定したヘッダーはその応答に付きません。アダプターのオプション middleware でヘッダーを設定し、OPTIONS にもそこで応答してください。',
  'A check for a token or a limiter that stands before cors() answers 401, 403 or 429 without it: put cors() before it.':
    'cors() より前にあるトークンの検査やレート制限は、cors() を通らずに 401、403、429 を返します。cors() をその前に置いてください。',
  'A cors() on a path, a router or a route reaches no other one, and not the 404: call app.use(cors(…)) on the application itself, first.':
    '特定のパス、ルーター、ルートに付けた cors() は、ほかのルートや 404 には届きません。アプリケーション自体で、最初に app.use(cors(…)) を呼び出してください。',
  'An error handler that takes all headers away before it answers (removeHeader) takes those of cors() as well: leave Vary and Access-Control-… there.':
    '応答の前にすべてのヘッダーを取り除く（removeHeader）エラーハンドラーは、cors() のヘッダーも取り除きます。Vary と Access-Control-… は残してください。',
  'An @fastify/cors that is registered within a plugin is for the routes of that plugin alone, and not for the 404: register it on the root instance, before all others.':
    'プラグインの中で登録した @fastify/cors は、そのプラグインのルートだけに効き、404 には効きません。ルートのインスタンスに、ほかのすべてより前に登録してください。',
  "A middleware for a path, app.use('/api/*', cors(…)), is for nothing beside it, and not for its 404: use it without a path.":
    "パスを指定したミドルウェア app.use('/api/*', cors(…)) は、そのパス以外にも、その 404 にも効きません。パスを指定せずに使ってください。",
  'Koa answers an exception itself, and takes away all that ctx.set() has set, or @koa/cors with keepHeadersOnError: false: catch exceptions in a middleware inside of it.':
    'Koa は例外に自身で応答し、ctx.set() や keepHeadersOnError: false の @koa/cors が設定したヘッダーをすべて取り除きます。その内側のミドルウェアで例外を捕捉してください。',
  'A middleware that stands before CorsMiddleware in MIDDLEWARE and answers 401, 403 or 429 does so without the headers: put CorsMiddleware first.':
    'MIDDLEWARE で CorsMiddleware より前にあり、自身で 401、403、429 を返すミドルウェアは、ヘッダーなしで応答します。CorsMiddleware を先頭に置いてください。',
  'CORS_URLS_REGEX leaves out every path that it does not match: have it match this one, or take it away.':
    'CORS_URLS_REGEX は、一致しないパスをすべて対象外にします。このパスにも一致させるか、設定を削除してください。',
  'The resources of flask-cors leave out every path that they do not match, and @cross_origin every other view and the 404: call CORS(app, …) without resources.':
    'flask-cors の resources は一致しないパスを、@cross_origin はほかのビューと 404 を、すべて対象外にします。resources を指定せずに CORS(app, …) を呼び出してください。',
  'CORSMiddleware of an application that is mounted is for its routes alone, and not for those around it or their 404: put it around the outermost application.':
    'マウントしたアプリケーションの CORSMiddleware は、そのルートだけに効き、外側のルートやその 404 には効きません。最も外側のアプリケーションを包んでください。',
  'It answers below /socket.io/ by itself, so that app.use(cors()) of Express does not reach it: give it a list of its own, new Server(server, { cors: { origin: [ … ], credentials: true } }).':
    '/socket.io/ 以下には自身で応答するため、Express の app.use(cors()) は届きません。専用のリストを渡してください：new Server(server, { cors: { origin: [ … ], credentials: true } })。',
  'The option origins of version 2 is not read: write cors: { origin: [ … ] }.':
    'バージョン 2 のオプション origins は読み取られません。cors: { origin: [ … ] } と書いてください。',
  'A route outside the scope or resource that actix-cors wraps does not pass it, and neither does the 404 of an unknown path: wrap the app itself, App::new().wrap(allow_origins()).':
    'actix-cors がラップする scope や resource の外のルートも、未知のパスの 404 も、そこを通りません。アプリ自体をラップしてください：App::new().wrap(allow_origins())。',
  'A Header without "always" is left out of what httpd answers itself, such as errors and what a RewriteRule answers: write "Header always" on each.':
    '"always" のない Header は、エラーや RewriteRule の応答のように httpd 自身が返すレスポンスに付きません。どの行も "Header always" と書いてください。',
  'A "Header always set" adds a second line to that of the API behind: take that away first, by "Header unset".':
    '"Header always set" は、背後の API の行に 2 つ目の行を追加します。先に "Header unset" で取り除いてください。',
  'An exception that leaves the handler is answered by the gateway: catch it inside of what adds the headers.':
    'ハンドラーから出た例外にはゲートウェイが応答します。ヘッダーを付けるコードの内側で捕捉してください。',
  'A layer of axum is for the routes that the router has when it is added: a route that comes after .layer(allow_origins()), or is merged or nested after it, does not pass it. Call it last, on the whole router.':
    'axum のレイヤーは、追加した時点でルーターにあるルートだけに適用されます。.layer(allow_origins()) の後に追加、merge、nest したルートはそこを通りません。ルーター全体に対して最後に呼び出してください。',
  'A header block that takes a header away (-Server), gives a default (?) or says defer is left out of the errors of Caddy itself, and so is header_down: give the CORS headers a block of their own.':
    'ヘッダーを取り除く行（-Server）、既定値（?）、defer のいずれかを含む header ブロックは、Caddy 自身のエラーに付きません。header_down も同様です。CORS ヘッダーは独立したブロックに書いてください。',
  'A header directive adds a second line to that of the API behind: take that away by header_down in reverse_proxy.':
    'header ディレクティブは、背後の API の行に 2 つ目の行を追加します。reverse_proxy の header_down で取り除いてください。',
  'A route that is not in the group that has the middleware, or is registered before it, does not pass it: call router.Use(allowOrigins) on the router itself, first.':
    'ミドルウェアのあるグループに入っていないルートや、その前に登録したルートは、ミドルウェアを通りません。ルーター自体で router.Use(allowOrigins) を最初に呼び出してください。',
  'A middleware that stands before CorsMiddleware in MIDDLEWARE and answers by itself, such as a check for a token, refuses every CORS-preflight request: put CorsMiddleware first.':
    'MIDDLEWARE で CorsMiddleware より前にあり、自分で応答するミドルウェア（トークンの確認など）は、すべてのプリフライトリクエストを拒否します。CorsMiddleware を先頭に置いてください。',
  'A route that is not in the group that has the middleware, or is registered before it, does not pass it: call Use(allowOrigins()) on the server itself, first.':
    'ミドルウェアのあるグループに入っていないルートや、その前に登録したルートは、ミドルウェアを通りません。サーバー自体で Use(allowOrigins()) を最初に呼び出してください。',
  'A body parser that stands before cors() answers bodies that it cannot read (400, 413) without it: put cors() before express.json() and everything else that can answer.':
    'cors() より前にあるボディパーサーは、読み取れないボディに cors() なしで応答します（400、413）。cors() を、express.json() など応答しうるすべてのものより前に置いてください。',
  'A check for a token that stands before cors() refuses every CORS-preflight request, which never has one: put cors() before it.':
    'プリフライトリクエストにトークンはないため、cors() より前にあるトークンの確認はすべて拒否します。cors() をその前に置いてください。',
  'A middleware that is added after CORSMiddleware stands outside of it, so that what it answers itself (401, 403, 429) has no CORS headers: add CORSMiddleware last, or put it around the whole application.':
    'CORSMiddleware の後に追加したミドルウェアはその外側にあるため、自身の応答（401、403、429）に CORS ヘッダーが付きません。CORSMiddleware を最後に追加するか、アプリケーション全体を包んでください。',
  'What answers uncaught exceptions (ServerErrorMiddleware) stands outside of everything that add_middleware adds, so that a 500 has no CORS headers: put CORSMiddleware around the whole application, app = CORSMiddleware(api, …).':
    '捕捉されない例外に応答する ServerErrorMiddleware は、add_middleware で追加したすべてのものの外側にあるため、500 に CORS ヘッダーが付きません。CORSMiddleware でアプリケーション全体を包んでください：app = CORSMiddleware(api, …)。',
  'A handler that writes to reply.raw, or has called reply.hijack(), as event streams do, sends none of the headers that @fastify/cors has set on reply: pass them on, reply.raw.writeHead(200, { ...reply.getHeaders(), … }).':
    'イベントストリームのように reply.raw に書き込む、または reply.hijack() を呼び出すハンドラーは、@fastify/cors が reply に設定したヘッダーを送信しません。引き継いでください：reply.raw.writeHead(200, { ...reply.getHeaders(), … })。',
  'An exception that leaves the handler is answered by the platform: catch it inside of what adds the headers.':
    'ハンドラーから出た例外にはプラットフォームが応答します。ヘッダーを付けるコードの内側で捕捉してください。',
  'With debug on, an uncaught exception leaves Flask before after_request, and the debugger answers it: register an error handler for Exception, or run without debug.':
    'debug が有効な場合、捕捉されない例外は after_request より前に Flask を出て、デバッガーが応答します。Exception のエラーハンドラーを登録するか、debug なしで実行してください。',
  'A route that is not in the group that has the middleware, or is registered before it, does not pass it: call router.Use(allowOrigins()) on the router itself, first.':
    'ミドルウェアのあるグループに入っていないルートや、その前に登録したルートは、ミドルウェアを通りません。ルーター自体で router.Use(allowOrigins()) を最初に呼び出してください。',
  'A route on another mux than the one that is wrapped does not pass the layer: wrap the outermost handler, the one that the server is given.':
    'ラップした mux とは別の mux のルートは、レイヤーを通りません。サーバーに渡す、最も外側のハンドラーをラップしてください。',
  'An http-response rule does not reach what HAProxy answers itself, such as errors and http-request return: write http-after-response.':
    'http-response ルールは、エラーや http-request return のように HAProxy 自身が返すレスポンスには適用されません。http-after-response を使ってください。',
  'A route that is registered before app.use(cors(…)), or on an app that is mounted before it, answers without it: put the middleware first.':
    'app.use(cors(…)) より前に登録したルートや、その前にマウントしたアプリのルートは、cors なしで応答します。ミドルウェアを最初に置いてください。',
  "A middleware around hono/cors that sets Vary takes Origin out of it, as a handler does in older versions: append to it, c.header('Vary', 'Accept', { append: true }).":
    "hono/cors の外側で Vary を設定するミドルウェアは、そこから Origin を取り除いてしまいます。古いバージョンではハンドラーでも同じです。追加するようにしてください：c.header('Vary', 'Accept', { append: true })。",
  'A route that is registered before app.use(cors(…)) answers without it: put the middleware first.':
    'app.use(cors(…)) より前に登録したルートは、cors なしで応答します。ミドルウェアを最初に置いてください。',
  'What app.use() adds before app.enableCors(), a limiter or a check of a session, answers without the headers: call app.enableCors() first.':
    'app.enableCors() より前に app.use() で追加したもの（リクエスト数の制限やセッションの確認など）は、ヘッダーなしで応答します。app.enableCors() を最初に呼び出してください。',
  'An add_header without "always" is left out of error answers: write "always" at the end of each.':
    '"always" のない add_header は、エラーレスポンスに付きません。どの行も末尾に "always" を書いてください。',
  'One add_header in a location or an if takes the place of all that it would inherit: repeat every line there.':
    'location や if の中に add_header が 1 つあると、継承されるはずのすべての行を置き換えます。そこにすべての行を繰り返してください。',
  'An add_header adds a second line to that of the API behind: remove it from nginx, or take away that of the API by proxy_hide_header.':
    'add_header は、背後の API の行に 2 つ目の行を追加します。nginx から取り除くか、proxy_hide_header で API の行を取り除いてください。',
  'What answers uncaught exceptions stands outside of Rack::Cors, so that a 500 has no CORS headers: answer them inside of it.':
    '捕捉されない例外に応答するものは Rack::Cors の外側にあるため、500 に CORS ヘッダーが付きません。その内側で応答してください。',
  'A Rack::Cors that config.middleware.use adds stands inside of what answers exceptions: insert it with insert_before 0.':
    'config.middleware.use で追加した Rack::Cors は、例外に応答するものの内側にあります。insert_before 0 で挿入してください。',
  'A filter that comes before CORS answers 401, 403 or 429 without the headers, as the chain of Spring Security does (its order is -100), and @CrossOrigin and addCorsMappings come after every filter: give CorsFilter the order Ordered.HIGHEST_PRECEDENCE, or the chain http.cors().':
    'CORS より前のフィルターは、401、403、429 にヘッダーなしで応答します。Spring Security のチェーン（順序は -100）もそうです。@CrossOrigin と addCorsMappings はすべてのフィルターの後に来ます。CorsFilter の順序を Ordered.HIGHEST_PRECEDENCE にするか、チェーンに http.cors() を加えてください。',

  // What tells the files of a stack apart, where it is no name.
  'reverse proxy for an API that sends CORS headers itself':
    'CORS ヘッダーを自分で送信する API のリバースプロキシ',
  'virtual host for several origins': '複数のオリジンのためのバーチャルホスト',
  'proxy handler, by hand': 'プロキシハンドラー、手書き',
  'reverse proxy of an API': 'API のリバースプロキシ',
  'proxy in package.json': 'package.json の proxy',
  'middleware by hand': '手書きのミドルウェア',
  'the cors package': 'cors パッケージ',
  'dynamic origin list': '動的なオリジンのリスト',
  'explicit OPTIONS route': '明示的な OPTIONS ルート',
  'fetch handler, by hand': 'fetch ハンドラー、手書き',
  'by hand': '手書き',
  'flask-cors with debug on': 'debug が有効な flask-cors',
  middleware: 'ミドルウェア',
  'frontend of an API': 'API の frontend',
  'version 2, mounted': 'バージョン 2、マウント',
  'versions 3 and 4, pathFilter': 'バージョン 3 と 4、pathFilter',
  rewrites: 'rewrites',
  'server block of an API': 'API の server ブロック',
  'reverse proxy for a third-party API over TLS': 'TLS を使う第三者の API のリバースプロキシ',
  'in front of an API that sends CORS headers itself': 'CORS ヘッダーを自分で送信する API の手前',
  'by hand, in plain PHP': '手書きの PHP',
  'rack-cors in Rails': 'Rails の rack-cors',
  'server.proxy, with WebSocket': 'server.proxy、WebSocket 対応',
} as const;
