import type { Sentences } from '../definition.ts';
import type { sessionFaults } from '../sessions.ts';

export const sessionFaultsInJapanese = {
  'session-cookie-samesite': {
    seen: 'セッションの Cookie {names} は {method} {url} に付きません。Cookie は "{value}" で設定されていますが、{origin} のページは別のサイトです。',
    why: 'SameSite=Lax や SameSite=Strict の Cookie をスクリプトのリクエストに付けるのは同じサイトのページだけなので、CORS が何を許可していても、利用者はログインしていない扱いになります。',
    remedy:
      'SameSite=None; Secure; Partitioned を付けて設定するか、ページと API を同じ登録可能ドメインで提供してください。',
  },
  'session-cookie-samesite-missing': {
    seen: 'セッションの Cookie {names} は {method} {url} に付きません。Cookie は SameSite のない "{value}" で設定されていますが、{origin} のページは別のサイトです。',
    why: 'このブラウザは、SameSite がない Cookie を SameSite=Lax とみなすので、スクリプトのリクエストに付けるのは同じサイトのページだけです。',
    remedy:
      'SameSite=None; Secure; Partitioned を付けて設定するか、ページと API を同じ登録可能ドメインで提供してください。',
  },
  'session-cookie-secure-missing': {
    seen: 'セッションの Cookie {names} は保存されません。Cookie は "{value}" で設定されていて、SameSite=None なのに Secure がありません。',
    why: 'ブラウザは、安全な接続だけに使う Cookie でなければ SameSite=None を拒否するので、利用者はログインしていない扱いになります。',
    remedy: 'Secure を付け、API を https で提供してください。',
  },
  'session-cookie-third-party': {
    seen: 'セッションの Cookie {names} は {method} {url} に付きません。Cookie は "{value}" で設定されていますが、{origin} のページは別のサイトです。',
    why: 'ブラウザは、あるサイトのページから別のサイトの Cookie を送らなくなりました。Chromium は Partitioned のものだけを送り、Firefox はサイトごとに分け、WebKit はまったく送りません。',
    remedy:
      'ページと API を同じ登録可能ドメインで提供してください（どのブラウザでも有効です）。Chromium だけなら、SameSite=None; Secure に Partitioned を加えれば足ります。',
  },
  'session-cookie-domain': {
    seen: 'セッションの Cookie {names} は保存されません。Cookie は "{value}" で設定されていますが、{url} はそのドメインのものではありません。',
    why: 'ホストが Cookie を設定できるのは、自分自身とその上位のドメインだけなので、利用者はログインしていない扱いになります。',
    remedy: 'Domain を省くか、API のホストまたはその上位のドメインを書いてください。',
  },
  'session-cookie-public-suffix': {
    seen: 'セッションの Cookie {names} は保存されません。Cookie は、誰でもその下に名前を持てるドメインに対する "{value}" で設定されています。',
    why: 'API の隣にいる他人にも届いてしまう Cookie をブラウザは拒否するので、利用者はログインしていない扱いになります。',
    remedy: 'Domain を省くか、自分のドメインを書いてください。',
  },
  'session-cookie-path': {
    seen: 'セッションの Cookie {names} は {method} {url} に付きません。Cookie は、別のパスに対する "{value}" で設定されています。',
    why: 'Path のない Cookie は、設定した URL のフォルダーのもの（/auth/login なら /auth）になるので、このルートでは利用者はログインしていない扱いになります。',
    remedy: 'Path=/ か、セッションのルートに共通するパスを付けて設定してください。',
  },
  'session-cookie-prefix': {
    seen: 'セッションの Cookie {names} は保存されません。Cookie は、その名前が許さない "{value}" で設定されています。',
    why: '名前が __Host- で始まる Cookie は Secure と Path=/ があり Domain がないときだけ、__Secure- で始まる Cookie は Secure があるときだけ、どちらも https でのみ、ブラウザに保存されます。',
    remedy: '名前が求めるとおりに設定するか、接頭辞のない名前にしてください。',
  },
  'session-cookie-expired': {
    seen: 'セッションの Cookie {names} は期限切れです。Cookie は "{value}" で設定されています。',
    why: '過去の期限は Cookie を削除するので、利用者はログインしていない扱いになります。',
    remedy: 'セッションの続く秒数を Max-Age で送るか、Max-Age も Expires も送らないでください。',
  },
  'session-cookie-secure-over-http': {
    seen: 'セッションの Cookie {names} は {method} {url} に付きません。Cookie は、暗号化されていない http の上で、Secure のある "{value}" で設定されています。',
    why: 'ブラウザは Secure の Cookie を http の URL から受け取らず、そこへ送りもしないので、利用者はログインしていない扱いになります。',
    remedy: 'API を https で提供してください。このマシンでの開発に限り、Secure を省いてください。',
  },
} as const satisfies Record<keyof typeof sessionFaults, Sentences>;
