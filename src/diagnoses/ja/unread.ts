import type { Sentences } from '../definition.ts';
import type { unreadResponses } from '../unread.ts';

export const unreadResponsesInJapanese = {
  'response-opaque': {
    seen: '{method} {url} に対して、ページは不透明なレスポンスを受け取ります。ステータスは 0 で、ヘッダーもボディもありません。',
    why: 'リクエストのモード "no-cors" とリダイレクトモード "manual" は、まさにそれを求める指定です。Access-Control ヘッダーでは変えられません。',
    remedy:
      'モード "cors" でリクエストし、リダイレクトをたどってください。サーバーはそのオリジンを許可する必要があります。',
  },
  'canvas-tainted': {
    seen: '画像 {url} は CORS なしで取得されたため、それを描いた canvas は読み取れません。',
    why: 'crossorigin 属性のない画像は、サーバーがどのヘッダーを送っても、モード "no-cors" で取得されます。',
    remedy:
      '画像の src より前に crossorigin 属性を付けてください。サーバーはそのオリジンを許可する必要があります。',
  },
  'stylesheet-rules-unreadable': {
    seen: 'スタイルシート {url} は CORS なしで取得されました。適用はされますが、その規則をスクリプトから読み取ることはできません。',
    why: 'crossorigin 属性のないスタイルシートは、サーバーがどのヘッダーを送っても、モード "no-cors" で取得されます。',
    remedy: 'link に crossorigin 属性を付けてください。サーバーはそのオリジンを許可する必要があります。',
  },
  'frame-document-unreadable': {
    seen: '{url} の文書は {origin} のページとは別のオリジンなので、ページのスクリプトからは読み取れません。',
    why: '文書に対する同一オリジンポリシーに CORS による例外はなく、フレームの中を読めるようにするヘッダーはありません。',
    remedy: 'データを CORS で取得するか、2 つの文書の間で postMessage() を使ってやり取りしてください。',
  },
  'websocket-handshake-refused': {
    seen: '{origin} のページは WebSocket {url} を開けませんでした。サーバーの動作：{value}。',
    why: 'WebSocket に CORS の手順はなく、Origin を調べるのはサーバー自身です。ページにはステータスも理由も伝わりません。',
    remedy:
      'サーバーの許可リストに {origin} がなければ追加してください。ある場合は、ハンドシェイクに必要なパス、クエリ、サブプロトコル、セッションを見直してください。',
  },
} as const satisfies Record<keyof typeof unreadResponses, Sentences>;
