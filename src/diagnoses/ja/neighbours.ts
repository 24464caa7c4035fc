import type { Sentences } from '../definition.ts';
import type { failures } from '../neighbours.ts';

export const failuresInJapanese = {
  'connection-refused': {
    seen: '{url} で待ち受けているサーバーがなく、接続が拒否されました。',
    why: 'ページからは CORS と同じ TypeError に見えますが、レスポンスは存在しません。',
    remedy: 'サーバーを起動するか、ホストとポートを直してください。',
  },
  'connection-reset': {
    seen: '{url} への接続が、レスポンスが完了する前に閉じられました。',
    why: 'ページからは CORS と同じ TypeError に見えますが、完全なレスポンスは存在しません。',
    remedy: 'サーバーの異常終了や、接続を閉じているプロキシや制限がないか調べてください。',
  },
  'host-not-found': {
    seen: '{url} のホスト名を解決できません。',
    why: 'ページからは CORS と同じ TypeError に見えますが、何も送信されていません。',
    remedy: 'ホスト名か、その DNS レコードを直してください。',
  },
  'host-unreachable': {
    seen: 'このマシンから {url} のホストに到達できません。',
    why: 'ページからは CORS と同じ TypeError に見えますが、何も送信されていません。',
    remedy: 'ネットワーク、ファイアウォール、アドレスを確認してください。',
  },
  'tls-failure': {
    seen: '{url} への TLS 接続に失敗しました（{value}）。',
    why: 'ページからは CORS と同じ TypeError に見えますが、リクエストは送信されていません。',
    remedy: 'このホスト名に対して、ブラウザが信頼する証明書を使ってください。',
  },
  'response-timeout': {
    seen: '{method} {url} に対するレスポンスが {value} ミリ秒以内に完了しませんでした。',
    why: '終わらないレスポンスについては、何も判定できません。',
    remedy:
      '終わらないハンドラーがないか調べてください。WebKit は、ボディの終わらないプリフライトレスポンスも待ち続けます。または、ポリシーの制限時間を延ばしてください。',
  },
  'response-invalid': {
    seen: '{method} {url} に対する応答は、ブラウザが受け付ける HTTP ではありません（{value}）。',
    why: 'ページからは CORS と同じ TypeError に見えますが、このレスポンスは誰にも読めません。',
    remedy:
      'サーバーが書き出す内容を直してください。ステータス行、ヘッダーの大きさ、長さ、エンコーディングを確認してください。',
  },
  'http2-missing': {
    seen: '{method} {url} のボディはストリームですが、サーバーが HTTP/2 に対応していません。',
    why: 'ページからは CORS と同じ TypeError に見えますが、送信されたのはプリフライトリクエストだけです。',
    remedy: 'API を HTTP/2 で提供するか、ボディを文字列または Blob で送ってください。',
  },
  'redirect-limit': {
    seen: '{method} {url} のリダイレクトが 20 回を超えています。',
    why: 'ページからは CORS と同じ TypeError に見えますが、原因は終わらないリダイレクトです。',
    remedy:
      'ループを解消してください。多くの場合、末尾のスラッシュの規則か、http から https への規則が原因です。',
  },
  'redirect-elsewhere': {
    seen: '{method} {url} は {value} にリダイレクトしますが、ポリシーにそのホストはありません。',
    why: '接続するのは対象のホストだけなので、その先のことは分かりません。',
    remedy:
      'クライアントから最終的な URL を呼び出すか、ポリシーの alsoContact にそのホストを書いてください。',
  },
  'mixed-content': {
    seen: '{origin} のページは安全な接続（https）ですが、{url} は暗号化されていない http です。',
    why: 'サーバーがどの CORS ヘッダーを送っても、混在コンテンツ（mixed content）は決して送信されません。',
    remedy: 'API を https で提供してください。',
  },
  'local-network-access-denied': {
    seen: 'ブラウザは、{origin} のページが {url} のローカルネットワークアドレスにアクセスすることを拒否しました。',
    why: 'Local Network Access は CORS より前に、CORS ヘッダーとは関係なく、利用者の許可によって決まります。',
    remedy: 'API をパブリックアドレスで提供するか、利用者に許可してもらってください。',
  },
  'content-security-policy': {
    seen: 'ページ自身の Content Security Policy が {url} を禁止しています。',
    why: 'ページからは CORS と同じ TypeError に見えますが、何も送信されていません。',
    remedy: 'ページの connect-src に API のオリジンを追加してください。',
  },
  'resource-policy': {
    seen: '{url} の Cross-Origin-Resource-Policy か、ページの Cross-Origin-Embedder-Policy が、このレスポンスを禁止しています。',
    why: 'これは CORS を使わないリクエストに適用されるもので、Access-Control ヘッダーでは変えられません。',
    remedy: 'Cross-Origin-Resource-Policy: cross-origin を送るか、CORS を使ってリクエストしてください。',
  },
  'opaque-response-blocking': {
    seen: 'CORS を使わないリクエストに対する {url} のレスポンスは、この要素では使えない種類です。',
    why: 'opaque response blocking が、ページに届く前にレスポンスを隠します。コンソールには何も表示されません。',
    remedy: '要素が必要とする種類のレスポンスを返すか、CORS で fetch() を使ってください。',
  },
  'connection-blocked': {
    seen: 'ブラウザは {method} {url} を完了しませんでした（{value}）。',
    why: 'ページからは CORS と同じ TypeError に見えますが、CORS プロトコルは関係していません。',
    remedy: 'ブラウザ自身のエラーコードを手がかりに調べてください。',
  },
} as const satisfies Record<keyof typeof failures, Sentences>;
