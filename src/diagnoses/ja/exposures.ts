import type { Sentences } from '../definition.ts';
import type { exposures } from '../exposures.ts';

export const exposuresInJapanese = {
  'any-origin-with-credentials': {
    seen: '許可リストにない {origin} のページが、{method} {url} を資格情報付きで読み取れます。レスポンスがそのオリジンをそのまま返しています。',
    why: 'ログイン中の利用者が開いたどのサイトも、その利用者としてこのレスポンスを読み取れます。',
    remedy:
      'Origin を許可リストと完全一致で比較し、それ以外のオリジンには CORS ヘッダーを送らないでください。',
  },
  'any-origin': {
    seen: '許可リストにない {origin} のページが、{method} {url} を読み取れます。',
    why: 'ポリシーはこのレスポンスを信頼するオリジンだけのものとしていますが、他のサイトからも読み取れます。プライベートネットワークでは特に問題になります。',
    remedy:
      'Origin を許可リストと完全一致で比較するか、ポリシーでこのルートを公開（public）と宣言してください。',
  },
  'opaque-origin-trusted': {
    seen: 'サンドボックス化された文書（オリジンは null とシリアライズされます）が、{method} {url} を読み取れます。',
    why: 'そのような文書はどのサイトでも作れるため、null を信頼することは全員を信頼することと同じです。',
    remedy: 'Access-Control-Allow-Origin: null を返さず、許可リストから null を外してください。',
  },
  'insecure-origin-trusted': {
    seen: '暗号化されていない http で開かれた {origin} のページが、{method} {url} を読み取れます。',
    why: '通信経路上の誰もがそのページを書き換えられるため、そこからこのレスポンスを読み取れます。',
    remedy: 'スキームとポートを含めて Origin の値全体を比較し、https のオリジンだけを許可してください。',
  },
  'subdomain-trusted': {
    seen: '宣言されていないサブドメイン {origin} のページが、{method} {url} を読み取れます。',
    why: 'どれか 1 つのサブドメインの脆弱性や、忘れられて第三者に取得されたサブドメインが、そのままこの API の脆弱性になります。',
    remedy: 'アクセスが必要なサブドメインを、スキームを含めて 1 つずつ列挙してください。',
  },
  'parent-domain-trusted': {
    seen: '信頼するホストの親ドメインで、宣言されていない {origin} のページが、{method} {url} を読み取れます。',
    why: '親ドメインは独自のスクリプトを持つ別のサイトです。そこの脆弱性が、そのままこの API の脆弱性になります。',
    remedy: '許可リストから {origin} を外すか、ポリシーで宣言してください。',
  },
  'origin-prefix-trusted': {
    seen: '先頭だけが信頼するオリジンと同じ {origin} のページが、{method} {url} を読み取れます。',
    why: 'そのようなホスト名は誰でも登録できます。',
    remedy: 'Origin の値全体を比較してください。パターンが必要な場合は、末尾を $ で固定してください。',
  },
  'origin-suffix-trusted': {
    seen: '末尾だけが信頼するオリジンと同じ {origin} のページが、{method} {url} を読み取れます。',
    why: 'そのようなホスト名を持つ人はこのレスポンスを読み取れます。そうしたホスト名のほとんどは誰でも登録できます。',
    remedy:
      'Origin の値全体を比較してください。パターンが必要な場合は、先頭を ^ とスキーム全体で固定し、ドットをエスケープし、co.uk や vercel.app のようなパブリックサフィックスの前にある名前まで書いてください。',
  },
  'origin-substring-trusted': {
    seen: '信頼するオリジンの一部を含むだけの {origin} のページが、{method} {url} を読み取れます。',
    why: 'オリジンの先頭も末尾も比較されていないため、そのようなホスト名は誰でも登録できます。',
    remedy:
      'Origin の値全体を比較してください。パターンが必要な場合は、^ とスキーム全体、そして $ で両端を固定し、ドットをエスケープしてください。',
  },
  'shared-host-trusted': {
    seen: '誰でも名前を持てるホスト上にある {origin} のページが、{method} {url} を読み取れます。',
    why: 'そこにアカウントを作れば誰でもそのようなページを公開でき、訪れた利用者としてこのレスポンスを読み取れます。',
    remedy:
      'アクセスが必要なデプロイを、それぞれオリジン全体で列挙してください。他人の名前が一致するパターンは使わないでください。',
  },
  'origin-unescaped-dot-trusted': {
    seen: 'ドットの位置に別の文字が入った {origin} のページが、{method} {url} を読み取れます。',
    why: 'パターンのドットが任意の文字に一致します。そのようなホスト名は誰でも登録できます。',
    remedy: '文字列の完全一致で比較するか、パターンのドットをすべて \\. と書いてください。',
  },
  'other-route-origin-trusted': {
    seen: 'ポリシーでは他のルートでだけ信頼されている {origin} のページが、{method} {url} を読み取れます。',
    why: 'そのページを管理する人は、このルートが他の人のために守っている内容を読み取れます。',
    remedy: 'このルート専用の許可リストを用意し、Origin を比較する前に、パスに応じたリストを選んでください。',
  },
  'origin-truncated-trusted': {
    seen: '信頼するオリジンの一部でしかない {origin} のページが、{method} {url} を読み取れます。',
    why: 'サーバーは値を比較せず、ある文字列の中から探しています。そのため、その文字列の他の部分も信頼され、中には誰でも登録できるものもあります。',
    remedy:
      'Origin の値全体を許可リストの各項目と比較してください。許可リストは 1 つの文字列ではなく、リストにします。',
  },
  'origin-top-level-domain-trusted': {
    seen: '信頼する名前のトップレベルドメインだけを変えた {origin} のページが、{method} {url} を読み取れます。',
    why: '本来の持ち主が登録していないトップレベルドメインでは、その名前を誰でも登録できます。',
    remedy:
      'Origin の値全体を比較してください。パターンが必要な場合は、トップレベルドメインを 1 つずつ書き、末尾を $ で固定してください。',
  },
  'loopback-origin-trusted': {
    seen: '利用者自身のマシン上にある {origin} のページが、{method} {url} を読み取れます。',
    why: '利用者のマシン上のどのプログラムもそのページを提供でき、その利用者としてこのレスポンスを読み取れます。',
    remedy: '開発用のオリジンを本番の許可リストから外すか、ポリシーで {origin} を宣言してください。',
  },
  'origin-port-trusted': {
    seen: '宣言されていないポートの {origin} のページが、{method} {url} を読み取れます。',
    why: '同じホストで動き、独自の弱点を持つ別のサービスが、このレスポンスを読み取れます。',
    remedy: 'ポートも比較してください。オリジンはスキーム、ホスト、ポートの組です。',
  },
  'credentials-undeclared-granted': {
    seen: '{origin} のページが、公開ルート {method} {url} を資格情報付きで読み取れます。',
    why: 'ポリシーがこのルートを公開しているのは、資格情報なしの場合だけです。資格情報付きでは、どのサイトも利用者としてこのルートを読み取れます。',
    remedy: 'このルートでは "*" を返し、Access-Control-Allow-Credentials は決して送らないでください。',
  },
  'preflight-origin-granted': {
    seen: '信頼されていない {origin} からの {method} {url} に先立つプリフライトリクエストが許可されています。',
    why: 'レスポンスを読み取れるかどうかにかかわらず、実際のリクエストが送信され、実行されます。',
    remedy: 'OPTIONS でも、他のすべてのメソッドと同じ許可リストで判断してください。',
  },
  'websocket-origin-unchecked': {
    seen: '信頼されていない {origin} のページが、WebSocket {url} を開けます。',
    why: 'WebSocket に CORS の手順はありません。どのページからも開くことができ、ブラウザは API の Cookie を送ります。Origin を調べられるのはサーバーだけです。',
    remedy:
      'ハンドシェイクの Origin を正確な許可リストと比べ、それ以外には、接続を切り替える前に 403 を返してください。',
  },
  'method-undeclared-granted': {
    seen: '{url} に対するプリフライトレスポンスが、ポリシーで宣言されていない {names} を {origin} に許可しています。',
    why: 'ページは、誰も約束もテストもしていないリクエストを送信できます。',
    remedy: 'Access-Control-Allow-Methods には宣言したメソッドだけを書くか、{names} を宣言してください。',
  },
  'header-undeclared-granted': {
    seen: '{url} に対するプリフライトレスポンスが、ポリシーで宣言されていないリクエストヘッダー {names} を {origin} に許可しています。',
    why: 'ページは、誰も約束もテストもしていない内容を送信できます。どの名前も許可される場合（名前をそのまま返す、または "*" を返す場合）は、すべてのヘッダーを送信できます。',
    remedy:
      'Access-Control-Allow-Headers には宣言した名前だけを書くか、ページが必要とする名前を宣言してください。',
  },
} as const satisfies Record<keyof typeof exposures, Sentences>;
