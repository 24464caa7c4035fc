import { anyFailure, is, other, type OtherText } from './meanings.ts';

const withoutCors = other(
  'front end',
  {
    en: 'An element with the attribute integrity asked for a resource of another origin without CORS, so that its content cannot be checked.',
    ja: 'integrity 属性のある要素が、別のオリジンのリソースを CORS なしでリクエストしたため、内容を検証できません。',
  },
  {
    en: 'Give the element the attribute crossorigin; the server has to send Access-Control-Allow-Origin for the resource.',
    ja: '要素に crossorigin 属性を付けてください。サーバーは、このリソースに Access-Control-Allow-Origin を送る必要があります。',
  },
);
const wrongDigest = other(
  'front end',
  {
    en: 'The content is not what the integrity value was made from. The response could be read: CORS has no part in it.',
    ja: '内容が、integrity の値を作ったときのものと違います。レスポンスは読み取れているため、CORS は関係していません。',
  },
  {
    en: 'Make the integrity value anew from the content that is served, or pin the version that it was made from.',
    ja: '実際に配信されている内容から integrity の値を作り直すか、その値を作ったときのバージョンに固定してください。',
  },
);
const notChecked = other(
  'front end',
  {
    en: 'The content is not what the integrity value was made from, or it was asked for without CORS, so that it cannot be checked.',
    ja: '内容が integrity の値を作ったときのものと違うか、CORS なしでリクエストされたために内容を検証できません。',
  },
  {
    en: 'Give the element the attribute crossorigin, have the server send Access-Control-Allow-Origin, and make the integrity value anew from the content that is served.',
    ja: '要素に crossorigin 属性を付け、サーバーから Access-Control-Allow-Origin を送り、実際に配信されている内容から integrity の値を作り直してください。',
  },
);
const wrongType = other(
  'back end',
  {
    en: 'The Content-Type of the response is not one that the element accepts. No Access-Control header changes it.',
    ja: 'レスポンスの Content-Type は、この要素が受け付ける種類ではありません。Access-Control ヘッダーでは変えられません。',
  },
  {
    en: 'Send the right Content-Type, and look whether an error page is answered in place of the resource.',
    ja: '正しい Content-Type を送ってください。リソースの代わりにエラーページが返されていないかも確認してください。',
  },
);
const brokenFont = other(
  'back end',
  {
    en: 'The font arrived, and its content is no font that the browser reads. CORS has no part in it.',
    ja: 'フォントは届きましたが、内容がブラウザの読めるフォントではありません。CORS は関係していません。',
  },
  {
    en: 'Look at what is served at this address: an error page, or a file that was changed on its way.',
    ja: 'このアドレスで配信されている内容を確認してください。エラーページや、途中で変更されたファイルかもしれません。',
  },
);
const ownOriginWorker = other(
  'front end',
  {
    en: "The script of a worker has to be of the page's own origin, whatever Access-Control headers it is served with.",
    ja: 'ワーカーのスクリプトは、どの Access-Control ヘッダーを付けても、ページと同じオリジンになければなりません。',
  },
  {
    en: 'Serve the script from the origin of the page, or start a worker of your own that imports it with CORS.',
    ja: 'スクリプトをページのオリジンから配信するか、自分のオリジンのワーカーを起動し、そこから CORS でインポートしてください。',
  },
);
const ownOriginDocument = other(
  'front end',
  {
    en: 'What the page asked for may be loaded from its own origin alone, such as the target of an SVG use element, a text track without the attribute crossorigin, or a request of mode "same-origin". No Access-Control header opens it.',
    ja: 'ページがリクエストしたものは、ページ自身のオリジンからしか読み込めません。例えば、SVG の use 要素の参照先、crossorigin 属性のないテキストトラック、モード "same-origin" のリクエストです。Access-Control ヘッダーを付けても読み込めるようにはなりません。',
  },
  {
    en: "Serve it from the page's origin or put it into the page; a text track can be given the attribute crossorigin.",
    ja: 'ページのオリジンから配信するか、ページの中に埋め込んでください。テキストトラックには crossorigin 属性を付けることもできます。',
  },
);
const opaqueOfWorker = other(
  'front end',
  {
    en: 'A service worker answered a request made with CORS with an opaque response, the outcome of mode "no-cors".',
    ja: 'CORS を使ったリクエストに対して、サービスワーカーが不透明なレスポンスを返しました。これはモード "no-cors" の結果です。',
  },
  {
    en: 'Let the service worker fetch with the request it was given, or in mode "cors"; the server has to allow the origin.',
    ja: 'サービスワーカーでは、受け取ったリクエストをそのまま fetch するか、モード "cors" で fetch してください。サーバーはそのオリジンを許可する必要があります。',
  },
);

/** What engines say of elements, modules, workers and caches, beside or in place of a refusal. */
export const elementTexts: readonly OtherText[] = [
  // Integrity.
  [
    'chromium',
    "Subresource Integrity: The resource '{url}' has an integrity attribute, but the resource requires the request to be CORS enabled to check the integrity, and it is not. The resource has been blocked because the integrity cannot be enforced.",
    withoutCors,
  ],
  [
    'chromium',
    "Subresource Integrity: The resource '{url}' has an integrity attribute, but the response is not eligible for integrity validation.",
    withoutCors,
  ],
  [
    'firefox',
    '“{url}” is not eligible for integrity checks since it’s neither CORS-enabled nor same-origin.',
    withoutCors,
  ],
  [
    'chromium',
    "Failed to find a valid digest in the 'integrity' attribute for resource '{url}' with computed SHA-256 integrity '{value}'. The resource has been blocked.",
    wrongDigest,
  ],
  ['chromium', "Fetch API cannot load {url}. SRI's integrity checks failed.", wrongDigest],
  [
    'firefox',
    'None of the “{name}” hashes in the integrity attribute match the content of the subresource at “{url}”. The computed hash is “{value}”.',
    wrongDigest,
  ],
  ['webkit', 'Cannot load script {url}. Failed integrity metadata check. {value}', notChecked],
  ['webkit', 'Failed integrity metadata check. {url}. Failed integrity metadata check. {value}', notChecked],

  // Scripts and modules: what says that one did not come, beside the line that says why.
  ['firefox', '<script> source URI is not allowed in this document: “{url}”.', anyFailure],
  ['firefox', 'Module source URI is not allowed in this document: “{url}”.', anyFailure],
  ['firefox', 'Loading failed for the <script> with source “{url}”.', anyFailure],
  ['firefox', 'TypeError: error loading dynamically imported module: {url}', anyFailure],
  ['chromium', 'TypeError: Failed to fetch dynamically imported module: {url}', anyFailure],
  ['chromium', 'Failed to load worklet module script: {url} (CORS or access check error)', anyFailure],
  [
    'chromium',
    'AbortError: Failed to load worklet module script: {url} (a dependency or cross-origin script failed to load)',
    anyFailure,
  ],
  ['webkit', 'Importing a module script failed.', anyFailure],
  ['webkit', 'Cross-origin script load denied by Cross-Origin Resource Sharing policy.', anyFailure],
  ['webkit', 'Cross-origin text track load denied by Cross-Origin Resource Sharing policy.', anyFailure],
  ['webkit', 'Cannot load image {url} due to access control checks.', anyFailure],
  ['webkit', 'Cannot load {url} due to access control checks.', anyFailure],
  ['webkit', 'NetworkError: A network error occurred.', anyFailure],
  [
    'firefox',
    'downloadable font: download failed (font-family: "{name}" {value}): bad URI or cross-site access not allowed source: {url}',
    anyFailure,
  ],

  // Content-Type.
  [
    'chromium',
    'Failed to load module script: Expected a JavaScript-or-Wasm module script but the server responded with a MIME type of "{value}". Strict MIME type checking is enforced for module scripts per HTML spec.',
    wrongType,
  ],
  [
    'firefox',
    'Loading module from “{url}” was blocked because of a disallowed MIME type (“{value}”).',
    wrongType,
  ],
  [
    'firefox',
    'Loading Worker from “{url}” was blocked because of a disallowed MIME type (“{value}”).',
    wrongType,
  ],
  ['webkit', "TypeError: '{value}' is not a valid JavaScript MIME type.", wrongType],
  [
    'firefox',
    'The script from “{url}” was loaded even though its MIME type (“{value}”) is not a valid JavaScript MIME type.',
    wrongType,
  ],
  [
    'firefox',
    'The resource from “{url}” was blocked due to MIME type (“{value}”) mismatch (X-Content-Type-Options: nosniff).',
    is('opaque-response-blocking'),
  ],
  [
    'webkit',
    'Refused to execute {url} as script because "X-Content-Type-Options: nosniff" was given and its Content-Type is not a script MIME type.',
    is('opaque-response-blocking'),
  ],
  [
    'webkit',
    "Did not parse stylesheet at '{url}' because non CSS MIME types are not allowed in strict mode.",
    wrongType,
  ],
  ...(['chromium', 'webkit'] as const).map((engine): OtherText => [
    engine,
    'EventSource\'s response has a MIME type ("{value}") that is not "text/event-stream". Aborting the connection.',
    wrongType,
  ]),

  // Fonts.
  ['chromium', 'Failed to decode downloaded font: {url}', brokenFont],
  ['chromium', 'OTS parsing error: {value}', brokenFont],
  [
    'firefox',
    'downloadable font: rejected by sanitizer (font-family: "{name}" {value}) source: {url}',
    brokenFont,
  ],

  // Preloads.
  [
    'chromium',
    "A preload for '{url}' is found, but is not used because the request credentials mode does not match. Consider taking a look at crossorigin attribute.",
    other(
      'front end',
      {
        en: 'The link preloads with another credentials mode than the request that needs the resource, so that it is asked for twice.',
        ja: 'link によるプリロードの credentials モードが、リソースを使うリクエストの credentials モードと違います。そのため、同じリソースが 2 回リクエストされます。',
      },
      {
        en: 'Give the link the attribute crossorigin as the request has it: crossorigin for fetch(), fonts and modules, crossorigin="use-credentials" for credentials: "include".',
        ja: 'リクエストに合わせて link に crossorigin 属性を付けてください。fetch()、フォント、モジュールには crossorigin を、credentials: "include" には crossorigin="use-credentials" を使います。',
      },
    ),
  ],

  // Workers and documents.
  [
    'chromium',
    "Failed to construct 'Worker': Script at '{url}' cannot be accessed from origin '{origin}'.",
    ownOriginWorker,
  ],
  [
    'chromium',
    "SecurityError: Failed to register a ServiceWorker: The origin of the provided scriptURL ('{value}') does not match the current origin ('{origin}').",
    ownOriginWorker,
  ],
  ['firefox', 'SecurityError: ServiceWorkerContainer.register: Non-same-origin scope URL', ownOriginWorker],
  ['webkit', "SecurityError: Script origin does not match the registering client's origin", ownOriginWorker],
  [
    'chromium',
    'Unsafe attempt to load URL {url} from frame with URL {page}. Domains, protocols and ports must match.',
    ownOriginDocument,
  ],
  [
    'webkit',
    'Unsafe attempt to load URL {url} from origin {origin}. Domains, protocols and ports must match.',
    ownOriginDocument,
  ],

  // Caches and service workers.
  [
    'chromium',
    "Cache.add() failed for '{url}': An opaque response cannot be added because its status is not exposed. Use Cache.put() to cache opaque responses.",
    other(
      'front end',
      {
        en: 'The response is opaque, the outcome of mode "no-cors": Cache.add() cannot see whether its status is ok.',
        ja: 'レスポンスは不透明です。これはモード "no-cors" の結果です。Cache.add() は、そのステータスが ok かどうかを確認できません。',
      },
      {
        en: 'Ask for it with CORS, as Cache.add() does with a URL; the server has to allow the origin. Cache.put() stores it unseen.',
        ja: 'CORS でリクエストしてください。Cache.add() に URL を渡すと CORS が使われます。サーバーはそのオリジンを許可する必要があります。Cache.put() なら、ステータスを確認せずに保存できます。',
      },
    ),
  ],
  [
    'firefox',
    'Failed to load ‘{url}’. A ServiceWorker passed an opaque Response to FetchEvent.respondWith() while handling a ‘{value}’ FetchEvent. Opaque Response objects are only valid when the RequestMode is ‘no-cors’.',
    opaqueOfWorker,
  ],
  ['webkit', 'Response served by service worker is opaque', opaqueOfWorker],
  [
    'firefox',
    'Failed to load ‘{url}’. A ServiceWorker passed a promise to FetchEvent.respondWith() that rejected with ‘{value}’.',
    anyFailure,
  ],
  ['webkit', 'FetchEvent.respondWith received an error: TypeError: Load failed', anyFailure],
];
