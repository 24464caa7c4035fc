import type { causes } from '../causes.ts';
import type { Sentences } from '../definition.ts';

export const causesInJapanese = {
  'resource-redirect-refused': {
    seen: '{method} {url} に、サーバーが {value} へのリダイレクトを返しています（ステータス {status}）。{origin} のページはその途中で拒否されます（{names}）。',
    why: 'スクリプトからはリダイレクトが見えず、このページはレスポンスの代わりにネットワークエラーを受け取ります。リダイレクトに CORS ヘッダーを付けても、次のアドレスへ進むだけです。',
    remedy:
      'クライアントから最終的な URL を呼び出し、ポリシーにもその URL を宣言してください。または、リダイレクトせずに {url} 自体で応答してください。',
  },
  'cache-key-without-origin': {
    seen: 'API の手前にある共有キャッシュが、{origin} のページからの {method} {url} に、別のリクエストのために作られたコピーで応答しています（{value}）。API 自体は Vary: Origin を送っています。観測した内容は次のとおりです：{names}。',
    why: 'キャッシュが Origin ごとにリクエストを区別しないため、最初にリクエストしたページへの応答が全員に使われます。期限が切れるまで、ブラウザは他のページに対してそのコピーを拒否します。',
    remedy:
      'キャッシュ（CDN、リバースプロキシ）が Vary に従うようにするか、リクエストヘッダー Origin をキャッシュキーに加えてください。API の CORS ヘッダーに問題はありません。そのあとで {url} をキャッシュから削除してください。',
  },
  'cached-copy-of-another-origin': {
    seen: 'キャッシュが、{origin} のページからの {method} {url} に、別のリクエストのために作られたコピーで応答しています（{value}）。Vary: Origin がないので、キャッシュはそうしてよいことになっています。観測した内容は次のとおりです：{names}。',
    why: 'これは利用者に実際に起こります。最初にリクエストしたページへの応答が他のページにも使われ、期限が切れるまで、ブラウザは他のページに対してそのコピーを拒否します。',
    remedy:
      'このパスのすべてのレスポンスに Vary: Origin を付けてください。信頼するオリジンにも、信頼しないオリジンにも、Origin のないリクエストにも必要です。すでに保存されたコピーは、期限が切れるか削除されるまで誤ったままです。',
  },
} as const satisfies Record<keyof typeof causes, Sentences>;
