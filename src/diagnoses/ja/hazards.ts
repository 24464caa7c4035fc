import type { Sentences } from '../definition.ts';
import type { concealments, hazards } from '../hazards.ts';

export const hazardsInJapanese = {
  'vary-origin-missing': {
    seen: '{method} {url} に対する応答は Origin ヘッダーによって変わりますが、{names} に Vary: Origin がありません。',
    why: 'キャッシュは、別のオリジンや Origin のないリクエストのために作られたコピーを返すことがあり、そのときブラウザはそれを拒否します。',
    remedy:
      'このパスのすべてのレスポンスに Vary: Origin を付けてください。信頼するオリジンにも、信頼しないオリジンにも、Origin のないリクエストにも必要です。',
  },
  'vary-overwritten': {
    seen: '{method} {url} に対する応答は、信頼するオリジンには Vary: {value} を、Origin のないリクエストには Vary: {names} を返しています。CORS ヘッダーを付ける処理が、ハンドラーの Vary を置き換えています。',
    why: 'キャッシュから見ると 2 つの応答の違いは Origin だけになり、{names} の値が異なるリクエストのために作られたコピーをページに返すことがあります。',
    remedy: 'CORS の処理では独自の Vary を設定せず、すでにある Vary に Origin を追加してください。',
  },
  'preflight-vary-origin-missing': {
    seen: '{url} に対するプリフライトレスポンスは Origin ヘッダーによって変わりますが、{names} に Vary: Origin がありません。',
    why: 'OPTIONS を保存するように設定された共有キャッシュは、別のオリジンのために作られた応答を返します。',
    remedy: 'プリフライトレスポンスにも Vary: Origin を付けてください。',
  },
  'preflight-cache-shorter': {
    seen: '{url} に対するプリフライトレスポンスをキャッシュできる時間は {value} で、ポリシーの宣言より短くなっています。',
    why: '各クライアントは、計画より多くのプリフライトリクエストを送信し、そのたびに待つことになります。',
    remedy: '宣言した秒数を Access-Control-Max-Age で送ってください。',
  },
  'preflight-cache-longer': {
    seen: '{url} に対するプリフライトレスポンスをキャッシュできる時間は {value} で、ポリシーの宣言より長くなっています。',
    why: 'ポリシーを厳しくしたとき、それがすべてのクライアントに届くまでに、その分だけ長くかかります。',
    remedy: '宣言した秒数を Access-Control-Max-Age で送ってください。',
  },
  'max-age-malformed': {
    seen: '{url} に対するプリフライトレスポンスの Access-Control-Max-Age が秒数ではありません（{value}）。',
    why: 'ブラウザエンジンによって扱いが異なります。既定の 5 秒だけキャッシュするものも、まったくキャッシュしないものもあります。',
    remedy: '数字だけを書いたヘッダーを 1 行だけ送ってください。',
  },
  'resource-redirect': {
    seen: '{method} {url} に、サーバーが {value} へのリダイレクトを返しています（ステータス {status}）。',
    why: 'リダイレクトのたびに、それぞれの応答に CORS ヘッダーが必要です。別のオリジンへ移るとリクエストのオリジンは null になり、プリフライトリクエストはリダイレクトをたどれません。',
    remedy:
      '{url} 自体で応答してください。リダイレクトを残す必要がある場合は、最終的な URL をポリシーに宣言し、クライアントからその URL を呼び出してください。',
  },
  'response-header-undeclared-exposed': {
    seen: '{method} {url} に対するレスポンスが、ポリシーで宣言されていない {names} を {origin} に公開しています。',
    why: '誰も約束していないヘッダーにクライアントが依存したり、知られるべきでない内容が知られたりすることがあります。',
    remedy:
      'Access-Control-Expose-Headers には宣言した名前だけを書くか、それらのヘッダーを宣言してください。',
  },
  'authorization-by-wildcard': {
    seen: '{url} に対するプリフライトレスポンスは、"*" だけで Authorization を許可しています。',
    why: '標準では "*" に Authorization は決して含まれません。このブラウザエンジンは警告を出すだけで通しますが、他のエンジンは拒否します。',
    remedy: 'Access-Control-Allow-Headers に Authorization を名前で書いてください。',
  },
  'cross-site-post-with-session': {
    seen: 'どのサイトのフォームも、セッションの Cookie {names} を付けて {method} {url} を送信できます。Cookie は "{value}" で設定されていて、このリクエストにはプリフライトリクエストが必要ありません。リクエストは送信していません。',
    why: 'CORS が止めるのは応答の読み取りであって、このようなリクエストの送信ではありません。CORS ヘッダーが効く前に、API が要求どおりの処理を終えていることがあります。',
    remedy:
      '別のサイトのフォームでは送れないもの（CSRF トークン、独自のリクエストヘッダー、または Content-Type: application/json）を必須にするか、Sec-Fetch-Site が cross-site のリクエストを拒否してください。ページと API が同じサイトにあるなら、Cookie を SameSite=Lax で設定してください。',
  },
} as const satisfies Record<keyof typeof hazards, Sentences>;

export const concealmentsInJapanese = {
  'response-header-not-exposed': {
    seen: '{origin} のページは {method} {url} に対するレスポンスを読み取れますが、そのレスポンスヘッダー {names} は読み取れません。',
    why: 'ページに見えるのは、CORS セーフリストにあるレスポンスヘッダー名と公開されたレスポンスヘッダー名だけです。そのため、response.headers.get() は null を返します。',
    remedy:
      '実際のレスポンスの Access-Control-Expose-Headers に {names} を追加してください。資格情報付きのリクエストでは "*" は効きません。',
  },
} as const satisfies Record<keyof typeof concealments, Sentences>;
