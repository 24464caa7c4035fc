import { is, other, type OtherText } from './meanings.ts';

const forbidden = other(
  'front end',
  {
    en: 'The page cannot set this request header: the browser alone writes it, such as Origin, Host and Cookie. No setting of the server changes it.',
    ja: 'このリクエストヘッダーは、ページからは設定できません。Origin、Host、Cookie などは、ブラウザだけが書き込みます。サーバーの設定では変えられません。',
  },
  {
    en: 'Leave the header out. Cookies are sent with credentials: "include", and Origin with every CORS request.',
    ja: 'このヘッダーの指定を外してください。Cookie は credentials: "include" を指定すると送信され、Origin はすべての CORS リクエストで送信されます。',
  },
);
const foreignCookie = other(
  'back end',
  {
    en: 'The cookie is not sent with requests from pages of other sites, whatever the credentials mode and the Access-Control headers.',
    ja: 'credentials モードや Access-Control ヘッダーがどうであっても、他のサイトのページからのリクエストでは、この Cookie は送信されません。',
  },
  {
    en: 'Set it with SameSite=None; Secure, over https, and with Partitioned where it is for pages of other sites.',
    ja: 'https で、SameSite=None; Secure を付けて設定してください。他のサイトのページで使う Cookie には Partitioned も付けてください。',
  },
);
const upgraded = other(
  'front end',
  {
    en: 'The page is secure and asked for plain http; the browser asked over https in its place. This is no refusal.',
    ja: '安全な接続（https）のページが暗号化されていない http でリクエストしたため、ブラウザが代わりに https でリクエストしました。これは拒否ではありません。',
  },
  { en: 'Write the address with https.', ja: 'アドレスを https で書いてください。' },
);
const unknownDirective = other(
  'back end',
  {
    en: 'The Content Security Policy of the page holds a directive that this browser does not know, and leaves out. Nothing is refused by it.',
    ja: 'ページの Content Security Policy に、このブラウザの知らないディレクティブがあります。ブラウザはそれを無視し、それによって拒否されるものはありません。',
  },
  {
    en: 'Correct the name of the directive, or leave it for the browsers that know it.',
    ja: 'ディレクティブの名前を直してください。対応しているブラウザのためのものであれば、そのままでかまいません。',
  },
);
const failsOnRedirect = other(
  'front end',
  {
    en: 'The request was made with redirect: "error", and the server answered with a redirect.',
    ja: 'リクエストは redirect: "error" で行われ、サーバーはリダイレクトで応答しました。',
  },
  {
    en: 'Ask for the final address, or let redirects be followed; then every answer on the way has to pass the CORS check.',
    ja: '最終的なアドレスにリクエストするか、リダイレクトをたどるようにしてください。たどる場合は、途中のすべての応答が CORS チェックに成功する必要があります。',
  },
);

/** What engines say of headers, cookies, redirects and policies that is no refusal by CORS, or is no failure at all. */
export const requestTexts: readonly OtherText[] = [
  // Headers that a page cannot read or set.
  ['chromium', 'Refused to get unsafe header "{name}"', is('response-header-not-exposed')],
  [
    'chromium',
    'Refused to get unsafe header "set-cookie"',
    other(
      'front end',
      {
        en: 'No script of a page reads Set-Cookie, whatever Access-Control-Expose-Headers holds.',
        ja: 'Access-Control-Expose-Headers に何を書いても、ページのスクリプトは Set-Cookie を読み取れません。',
      },
      {
        en: 'Have the server send what the page needs in a header of another name, or in the body.',
        ja: 'ページが必要とする値は、別の名前のヘッダーかボディに入れて、サーバーから送ってください。',
      },
    ),
  ],
  ...(['chromium', 'webkit'] as const).map((engine): OtherText => [
    engine,
    'Refused to set unsafe header "{name}"',
    forbidden,
  ]),
  ['firefox', 'Attempt to set a forbidden header was denied: {name}', forbidden],

  // Cookies.
  [
    'firefox',
    'Cookie “{name}” will soon be rejected because it is foreign and does not have the “Partitioned“ attribute.',
    foreignCookie,
  ],
  [
    'firefox',
    'Cookie “{name}” has been rejected because it is in a cross-site context and its “SameSite” is “Lax” or “Strict”.',
    foreignCookie,
  ],
  [
    'firefox',
    'Cookie “{name}” rejected because it has the “SameSite=None” attribute but is missing the “secure” attribute.',
    foreignCookie,
  ],
  [
    'webkit',
    'Blocked {url} from asking for credentials because it is a cross-origin request.',
    other(
      'front end',
      {
        en: 'The server asked for a user name and a password, and the browser opens no dialogue for what a page of another origin loads.',
        ja: 'サーバーがユーザー名とパスワードを求めました。別のオリジンのページが読み込むものに対して、ブラウザは入力ダイアログを表示しません。',
      },
      {
        en: 'Give the request its credentials yourself, such as an Authorization header, which the server has to allow.',
        ja: 'Authorization ヘッダーなどの資格情報を、自分でリクエストに付けてください。サーバーはそのヘッダーを許可する必要があります。',
      },
    ),
  ],

  // Redirects, schemes and ports.
  ['webkit', 'Not allowed to follow a redirection while loading {url}', failsOnRedirect],
  [
    'firefox',
    'Redirecting to data: URI not allowed (Blocked loading of: “{url}”)',
    is('redirect-scheme-unsupported'),
  ],
  [
    'firefox',
    'Security Error: Content at {page} may not load or link to {url}.',
    is('scheme-unsupported', 'redirect-scheme-unsupported'),
  ],
  ['webkit', 'FTP URLs are disabled', is('scheme-unsupported', 'redirect-scheme-unsupported')],
  ...(['chromium', 'webkit'] as const).map((engine): OtherText => [
    engine,
    'Not allowed to load local resource: {url}',
    is('scheme-unsupported', 'redirect-scheme-unsupported'),
  ]),
  ['webkit', 'Not allowed to use restricted network port {value}: {url}', is('connection-blocked')],
  ['webkit', 'Not allowed to use restricted network host "{value}": {url}', is('connection-blocked')],
  ['firefox', 'The status line of the HTTP response is invalid', is('response-invalid')],

  // Mixed content.
  [
    'chromium',
    "Mixed Content: The page at '{page}' was loaded over HTTPS, but attempted to connect to the insecure WebSocket endpoint '{url}'. This request has been blocked; this endpoint must be available over WSS.",
    is('mixed-content'),
  ],
  [
    'chromium',
    "SecurityError: Failed to construct 'WebSocket': An insecure WebSocket connection may not be initiated from a page loaded over HTTPS.",
    is('mixed-content'),
  ],
  [
    'chromium',
    "Mixed Content: The page at '{page}' was loaded over HTTPS, but requested an insecure element '{url}'. This request was automatically upgraded to HTTPS, For more information see {value}",
    upgraded,
  ],
  [
    'webkit',
    'The page at {page} requested insecure content from {url}. This content was automatically upgraded and should be served over HTTPS.',
    upgraded,
  ],

  // Policies.
  [
    'firefox',
    'Local Network Access permission required: top-level site “{page}”, initiator “{document}”, attempting to access target “{url}” ({name}) via {value}',
    is('local-network-access-denied'),
  ],
  ['firefox', 'Content-Security-Policy: Couldn’t process unknown directive ‘{value}’', unknownDirective],
  ['webkit', "Unrecognized Content-Security-Policy directive '{value}'.", unknownDirective],
];
