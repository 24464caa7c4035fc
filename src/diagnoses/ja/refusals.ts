import type { Sentences } from '../definition.ts';
import type { refusals } from '../refusals.ts';

export const refusalsInJapanese = {
  'origin-missing': {
    seen: '{method} {url} に対するレスポンスに Access-Control-Allow-Origin ヘッダーがありません。',
    why: 'CORS チェックに失敗するため、{origin} のページはレスポンスの代わりにネットワークエラーを受け取ります。',
    remedy:
      'このレスポンスに Access-Control-Allow-Origin: {origin} と Vary: Origin を付けてください。エラーのレスポンスでも同じです。',
  },
  'origin-wildcard-with-credentials': {
    seen: 'レスポンスは "*" を許可していますが、リクエストの credentials モードは "include" です。',
    why: 'ワイルドカードは資格情報付きのリクエストには決して一致しないため、{origin} のページはネットワークエラーを受け取ります。',
    remedy:
      '"*" の代わりにリクエストのオリジン {origin} を返し、Access-Control-Allow-Credentials: true と Vary: Origin も送ってください。',
  },
  'origin-multiple': {
    seen: 'Access-Control-Allow-Origin に複数の値が入っています（{value}）。',
    why: 'CORS チェックは結合された値全体を 1 つのオリジンと比較するため、どのオリジンでも失敗します。',
    remedy:
      'このヘッダーは 1 回だけ、{origin} だけを入れて送ってください。プロキシとアプリケーションの両方が付けている場合は、どちらか一方を外してください。',
  },
  'origin-invalid': {
    seen: 'Access-Control-Allow-Origin に {value} が入っていますが、これはシリアライズされたオリジンではありません。',
    why: 'CORS チェックはバイト単位で比較するため、この値に一致するページはありません。',
    remedy:
      '{origin} を送ってください。書くのはスキーム、ホスト、ポートだけで、パス、末尾のスラッシュ、引用符は付けません。',
  },
  'origin-mismatch': {
    seen: 'Access-Control-Allow-Origin は {value} ですが、ページのオリジンは {origin} です。',
    why: 'CORS チェックは両者をバイト単位で比較するため、このページはネットワークエラーを受け取ります。',
    remedy:
      'リクエストの Origin ヘッダーを許可リストと照合して値を決め、{origin} を返してください。Vary: Origin も付けてください。',
  },
  'credentials-not-allowed': {
    seen: 'リクエストの credentials モードは "include" ですが、Access-Control-Allow-Credentials は {value} です。',
    why: '資格情報付きの CORS チェックが成功するのは、値が正確に true のときだけです。リクエスト自体はサーバーに届いています。',
    remedy:
      'Access-Control-Allow-Origin: {origin} と一緒に、Access-Control-Allow-Credentials: true を小文字で送ってください。',
  },
  'preflight-origin-missing': {
    seen: '{method} {url} に先立つプリフライトリクエストへのレスポンス（ステータス {status}）に Access-Control-Allow-Origin ヘッダーがありません。',
    why: 'プリフライトレスポンスの CORS チェックに失敗するため、実際のリクエストは送信されません。',
    remedy:
      'このパスの OPTIONS には、認証とルーティングより前に、Access-Control-Allow-Origin: {origin} を付けて ok ステータス（200〜299）で応答してください。',
  },
  'preflight-origin-wildcard-with-credentials': {
    seen: 'プリフライトレスポンスは "*" を許可していますが、リクエストの credentials モードは "include" です。',
    why: 'ワイルドカードは資格情報付きのリクエストには決して一致しないため、実際のリクエストは送信されません。',
    remedy:
      'プリフライトレスポンスで "*" の代わりに {origin} を返し、Access-Control-Allow-Credentials: true も送ってください。',
  },
  'preflight-origin-multiple': {
    seen: 'プリフライトレスポンスの Access-Control-Allow-Origin に複数の値が入っています（{value}）。',
    why: 'CORS チェックは結合された値全体を 1 つのオリジンと比較するため、実際のリクエストは送信されません。',
    remedy:
      'このヘッダーは 1 回だけ、{origin} だけを入れて送ってください。プロキシとアプリケーションの両方が付けている場合は、どちらか一方を外してください。',
  },
  'preflight-origin-invalid': {
    seen: 'プリフライトレスポンスの Access-Control-Allow-Origin に {value} が入っていますが、これはシリアライズされたオリジンではありません。',
    why: 'CORS チェックはバイト単位で比較するため、一致するページはなく、実際のリクエストは送信されません。',
    remedy:
      '{origin} を送ってください。書くのはスキーム、ホスト、ポートだけで、パス、末尾のスラッシュ、引用符は付けません。',
  },
  'preflight-origin-mismatch': {
    seen: 'プリフライトレスポンスの Access-Control-Allow-Origin は {value} ですが、ページのオリジンは {origin} です。',
    why: 'CORS チェックは両者をバイト単位で比較するため、実際のリクエストは送信されません。',
    remedy:
      'リクエストの Origin ヘッダーを許可リストと照合して値を決め、{origin} を返してください。Vary: Origin も付けてください。',
  },
  'preflight-credentials-not-allowed': {
    seen: 'リクエストの credentials モードは "include" ですが、プリフライトレスポンスの Access-Control-Allow-Credentials は {value} です。',
    why: '資格情報付きの CORS チェックが成功するのは、値が正確に true のときだけです。そのため、実際のリクエストは送信されません。',
    remedy: 'プリフライトレスポンスにも Access-Control-Allow-Credentials: true を付けてください。',
  },
  'preflight-status-not-ok': {
    seen: '{method} {url} に先立つプリフライトリクエストへのレスポンスのステータスは {status} です。',
    why: 'プリフライトレスポンスには、ヘッダーの内容にかかわらず ok ステータス（200〜299）が必要です。そのため、実際のリクエストは送信されません。',
    remedy:
      'このパスの OPTIONS には、認証、メソッドの検査、ルーティングより前に、ステータス 204 で応答してください。',
  },
  'preflight-redirect': {
    seen: '{method} {url} に先立つプリフライトリクエストに、サーバーがリダイレクトで応答しています（ステータス {status}）。',
    why: 'プリフライトリクエストは決してリダイレクトをたどらないため、実際のリクエストは送信されません。',
    remedy:
      '最終的な URL を、スキーム、ホスト、末尾のスラッシュまで合わせて呼び出してください。サーバーでは、リダイレクトの規則より前に OPTIONS に応答してください。',
  },
  'methods-malformed': {
    seen: 'プリフライトレスポンスの Access-Control-Allow-Methods を解析できません（{value}）。',
    why: '解析できないリストはネットワークエラーになるため、実際のリクエストは送信されません。',
    remedy:
      'メソッド名をカンマで区切って送ってください。引用符やセミコロンは使えず、名前の途中に空白も入れられません。',
  },
  'headers-malformed': {
    seen: 'プリフライトレスポンスの Access-Control-Allow-Headers を解析できません（{value}）。',
    why: '解析できないリストはネットワークエラーになるため、実際のリクエストは送信されません。',
    remedy:
      'ヘッダー名をカンマで区切って送ってください。引用符やセミコロンは使えず、名前の途中に空白も入れられません。',
  },
  'method-not-allowed': {
    seen: 'プリフライトレスポンスの Access-Control-Allow-Methods に {method} が含まれていません。',
    why: 'CORS セーフリストにないメソッドは、正確な名前でなければ許可されません。そのため、実際のリクエストは送信されません。',
    remedy:
      'このパスの Access-Control-Allow-Methods に {method} を追加してください。大文字と小文字もこのとおりに書きます。',
  },
  'header-not-allowed': {
    seen: 'プリフライトレスポンスの Access-Control-Allow-Headers に {names} が含まれていません。',
    why: 'CORS セーフリストにないリクエストヘッダー名は、1 つずつ列挙する必要があります。そのため、実際のリクエストは送信されません。',
    remedy:
      'このパスの Access-Control-Allow-Headers に {names} を追加してください。"*" は Authorization には効かず、資格情報付きのリクエストにも効きません。',
  },
  'redirect-with-credentials': {
    seen: '{url} からのリダイレクト先に、ユーザー名またはパスワードが含まれています。',
    why: '資格情報を含む URL への、オリジンをまたぐリダイレクトはネットワークエラーになります。',
    remedy:
      'ユーザー名とパスワードを含まない URL にリダイレクトするか、クライアントから最終的な URL を呼び出してください。',
  },
  'redirect-scheme-unsupported': {
    seen: '{url} からのリダイレクト先のスキームが HTTP(S) ではありません。',
    why: 'CORS リクエストがリダイレクトをたどる先は HTTP(S) の URL だけなので、ページはネットワークエラーを受け取ります。',
    remedy: 'https の URL にリダイレクトするか、クライアントから最終的な URL を呼び出してください。',
  },
  'request-mode-same-origin': {
    seen: 'リクエストのモードは "same-origin" ですが、{url} は {origin} とは別のオリジンにあります。',
    why: 'ブラウザは何も送信せずに、これをネットワークエラーにします。',
    remedy: 'モード "cors" を使い、サーバーで {origin} を許可してください。',
  },
  'no-cors-redirect-mode': {
    seen: 'リクエストのモードは "no-cors" ですが、リダイレクトモードが "follow" ではありません。',
    why: 'ブラウザは何も送信せずに、これをネットワークエラーにします。',
    remedy: 'モード "cors" を使うか、リダイレクトモードを "follow" のままにしてください。',
  },
  'scheme-unsupported': {
    seen: '{url} のスキームは CORS リクエストでは使えません。',
    why: 'CORS リクエストは HTTP(S) にしかないため、ブラウザは何も送信せずに、これをネットワークエラーにします。',
    remedy: 'http または https の URL を呼び出してください。',
  },
} as const satisfies Record<keyof typeof refusals, Sentences>;
