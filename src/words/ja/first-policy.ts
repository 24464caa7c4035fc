/** What a first policy cannot be made of, and why. */
export const firstPolicyInJapanese = {
  'is missing, and pages asked {count} APIs in {name}':
    'ありません。{name} では、ページが {count} 個の API にリクエストしています',
  'name one of {names}': '次のいずれかを指定してください：{names}',
  '{origin} ({requests})': '{origin}（{requests}）',
  'shows no request of a page to {url}': '{url} へのページのリクエストがありません',
  'an API of another origin': '別のオリジンの API',
  'record the front end while it asks the API, from its own origin':
    'フロントエンドが自分のオリジンから API にリクエストするところを記録してください',
  'its pages asked {origins}': 'ページのリクエスト先は {origins} です',
  'save it again as HAR in the network panel of the browser':
    'ブラウザのネットワークパネルから、HAR としてもう一度保存してください',
  'is not what a HAR file has there': 'HAR ファイルのこの場所の値ではありません',
  'it has to be {what}': '{what} が必要です',
  'has {count} more of them': '同じような問題が他に {count} 件あります',
  'save it again': 'もう一度保存してください',
  'a name': '名前',
  'a number': '数値',
  'an address': 'アドレス',
  'a list of names and values': '名前と値のリスト',
  'an object with "method" and "url"': '"method" と "url" のあるオブジェクト',
  'an object with "request"': '"request" のあるオブジェクト',
  'the list of what was recorded': '記録されたもののリスト',
  'an object with "entries"': '"entries" のあるオブジェクト',
  'an object with "log"': '"log" のあるオブジェクト',
  'is missing, and {name} names no server': 'ありません。{name} にはサーバーが書かれていません',
  'is missing, and {name} says where its server is only by "{server}"':
    'ありません。{name} にはサーバーが "{server}" としか書かれていません',
  'name the address of the API, such as "https://api.example.com"':
    'API のアドレス（例："https://api.example.com"）を指定してください',
  'is no YAML or JSON ({message})': 'YAML でも JSON でもありません（{message}）',
  'is no OpenAPI document': 'OpenAPI ドキュメントではありません',
  'name a file with "openapi" or "swagger" in it':
    '"openapi" または "swagger" のあるファイルを指定してください',
  'refers to {reference}, and no other document is read':
    '{reference} を参照していますが、他のドキュメントは読み込みません',
  'bundle it into one document, for instance with npx @redocly/cli bundle':
    'npx @redocly/cli bundle などで 1 つのドキュメントにまとめてください',
  'is refused: {message}': '読み込めません：{message}',
  'has {problems}': '{problems} があります',
  'correct these first': '先にこれらを直してください',
  'is no valid OpenAPI document': '正しい OpenAPI ドキュメントではありません',
  'validate it': '検証してください',

  // What is not used.
  'are made to no http or https address': 'リクエスト先が http または https のアドレスではない',
  'is made to no http or https address': 'リクエスト先が http または https のアドレスではない',
  'are no CORS requests, as those for images, scripts and documents':
    '画像、スクリプト、文書などへのリクエストで、CORS リクエストではない',
  'is no CORS request, as that for images, scripts and documents':
    '画像、スクリプト、文書などへのリクエストで、CORS リクエストではない',
  'do not say the origin of the page that made them': '送信したページのオリジンが分からない',
  'the session that was recorded': '記録されたセッション',
  'does not say the origin of the page that made it': '送信したページのオリジンが分からない',
  'were made by pages of opaque origins, which no policy can trust':
    '不透明なオリジンのページが送信したもので、ポリシーでは信頼できない',
  'was made by pages of opaque origins, which no policy can trust':
    '不透明なオリジンのページが送信したもので、ポリシーでは信頼できない',
  'are same-origin, and CORS has no part in them': '同一オリジンなので、CORS は関係しない',
  'is same-origin, and CORS has no part in them': '同一オリジンなので、CORS は関係しない',
  '{requests} to {origin}': '{origin} への {requests}',
  'are to another API than {url}': '{url} とは別の API',
  'is to another API than {url}': '{url} とは別の API',
  'the answer to {requests} for {path}': '{path} への {requests} のレスポンス',
  'was not recorded, as where a browser refused it': 'ブラウザが拒否した場合などのように、記録されていない',
  'the status {status} of {method} {path}': '{method} {path} のステータス {status}',
  'was answered for a reason that the address does not hold: declare it in errors, with what provokes it':
    '理由がアドレスからは分からない。起こす方法と一緒に errors に宣言する必要がある',
  'has servers of its own': '独自の servers がある',
  'needs {names}': '{names} が必要',
  'the security scheme {name}, which is not declared': '宣言されていないセキュリティスキーム {name}',
  '{name}, a certificate of its own': '{name}（クライアント証明書）',
  'documented errors ({statuses})': '文書化されたエラー（{statuses}）',
  '{status} {count} times': '{status} が {count} 回',
  'are not asked for, as nothing says which request is answered so: declare them in errors':
    'どのリクエストで起こるかが書かれていないため、確かめない。errors に宣言する必要がある',
  'what the API answers to {route} today': '{route} への現在のレスポンス',
  'is not known: {reason}': '不明：{reason}',
  'more than {count} routes are not asked': 'ルートが {count} 個を超えた分にはリクエストしない',
  'it needs {names}, which is not set, and is not asked':
    '必要な {names} が設定されていないため、リクエストしない',
  'no answer within {seconds} s': '{seconds} 秒以内に応答がない',
  'the error {status} of {route}': '{route} のエラー {status}',
  '{fault}': '{fault}',
  'name an origin whose pages may read it': '読み取ってよいページのオリジンを指定してください',
  'it is not used': '使いません',
  'would have no route': 'ルートが 1 つもなくなります',
  'would have no trusted origin': '信頼するオリジンが 1 つもなくなります',
  'see what is not used': '使わないものの理由を見てください',
  'give a file instead': '代わりにファイルを指定してください',
  'cannot be fetched ({reason})': '取得できません（{reason}）',
  'was answered {status}': 'レスポンスのステータスは {status} でした',
  'name a file that is there': '存在するファイルを指定してください',
} as const;
