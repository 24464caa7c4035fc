import { elementTexts } from './element-texts.ts';
import { anyFailure, anyFailureOfLibrary, errorStatus, is, other, type OtherText } from './meanings.ts';
import { requestTexts } from './request-texts.ts';
import { makeTemplate, type Meaning, type Template } from './template.ts';

/**
 * Returns templates of texts that are no refusal of the CORS protocol, or that a script sees instead of the console.
 */
export function otherTemplates(): Template[] {
  return [...otherTexts, ...elementTexts, ...requestTexts].map(([engine, text, means]) =>
    makeTemplate(engine, text, means),
  );
}

const handshake = other(
  'back end',
  {
    en: 'The WebSocket handshake failed. It is not subject to CORS: no Access-Control header has a part in it.',
    ja: 'WebSocket のハンドシェイクに失敗しました。ハンドシェイクは CORS の対象ではなく、Access-Control ヘッダーは関係していません。',
  },
  {
    en: "Look at the handshake's own status in the Network panel; the server has to compare its Origin header itself.",
    ja: 'ネットワークパネルで、ハンドシェイク自体のステータスを確認してください。ハンドシェイクの Origin ヘッダーは、サーバー自身が照合する必要があります。',
  },
);

const otherTexts: readonly OtherText[] = [
  // What a script's catch sees.
  ['chromium', 'TypeError: Failed to fetch', anyFailure],
  ['chromium', 'Failed to fetch', anyFailure],
  ['firefox', 'TypeError: NetworkError when attempting to fetch resource.', anyFailure],
  ['webkit', 'TypeError: Load failed', anyFailure],
  ['webkit', 'Load failed', anyFailure],
  ['chromium', 'XMLHttpRequest error event', anyFailure],
  // What libraries make of it, in every engine.
  ['chromium', 'AxiosError: Network Error', anyFailureOfLibrary],
  ['firefox', 'AxiosError: Network Error', anyFailureOfLibrary],
  ['webkit', 'AxiosError: Network Error', anyFailureOfLibrary],

  // Wordings of earlier versions.
  [
    'chromium',
    "The value of the 'Access-Control-Allow-Origin' header must not be the wildcard '*' when the request's credentials mode is 'include'.",
    is('origin-wildcard-with-credentials', 'preflight-origin-wildcard-with-credentials'),
  ],

  // What is no fetch(): a script of type module in a page that was opened as a file, XMLHttpRequest.
  [
    'chromium',
    "Access to {api} at '{url}' from origin '{origin}' has been blocked by CORS policy: Cross origin requests are only supported for protocol schemes: {schemes}.",
    is('scheme-unsupported'),
  ],

  // Where the preference content.cors.disable is on.
  [
    'firefox',
    'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at {url}. (Reason: CORS disabled).',
    is('connection-blocked'),
  ],
  // A warning, as the request is still made.
  [
    'firefox',
    'Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at {url} soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` header is not covered. To include the `Authorization` header, it must be explicitly listed in CORS header `Access-Control-Allow-Headers`).',
    is('authorization-by-wildcard'),
  ],

  // Mixed content.
  [
    'chromium',
    "Mixed Content: The page at '{page}' was loaded over HTTPS, but requested an insecure resource '{url}'. This request has been blocked; the content must be served over HTTPS.",
    is('mixed-content'),
  ],
  [
    'chromium',
    "Mixed Content: The page at '{page}' was loaded over HTTPS, but requested an insecure {api} '{url}'. This request has been blocked; the content must be served over HTTPS.",
    is('mixed-content'),
  ],
  ['firefox', 'Blocked loading mixed active content “{url}”', is('mixed-content')],
  [
    'webkit',
    '[blocked] The page at {page} requested insecure content from {url}. This content was blocked and must be served over HTTPS.',
    is('mixed-content'),
  ],

  // Content Security Policy.
  [
    'chromium',
    `Connecting to '{url}' violates the following Content Security Policy directive: "{value}". The action has been blocked.`,
    is('content-security-policy'),
  ],
  [
    'chromium',
    `Refused to connect to '{url}' because it violates the following Content Security Policy directive: "{value}".`,
    is('content-security-policy'),
  ],
  [
    'firefox',
    'Content-Security-Policy: The page’s settings blocked the loading of a resource ({api}) at {url} because it violates the following directive: “{value}”',
    is('content-security-policy'),
  ],
  ['webkit', 'Blocked by Content Security Policy.', is('content-security-policy')],
  [
    'webkit',
    'Refused to connect to {url} because it does not appear in the connect-src directive of the Content Security Policy.',
    is('content-security-policy'),
  ],

  // Local Network Access.
  [
    'chromium',
    'Permission was denied for this request to access the `{value}` address space.',
    is('local-network-access-denied'),
  ],
  [
    'chromium',
    'The request client is not a secure context and the resource is in more-private address space `{value}`.',
    is('local-network-access-denied'),
  ],
  [
    'chromium',
    'Request had a target IP address space of `{name}` yet the resource is in address space `{value}`.',
    is('local-network-access-denied'),
  ],

  // Cross-Origin-Resource-Policy, Cross-Origin-Embedder-Policy, opaque response blocking.
  [
    'firefox',
    'The resource at “{url}” was blocked due to its Cross-Origin-Resource-Policy header (or lack thereof).',
    is('resource-policy'),
  ],
  [
    'webkit',
    "Cancelled load to {url} because it violates the resource's Cross-Origin-Resource-Policy response header.",
    is('resource-policy'),
  ],
  [
    'firefox',
    'The resource at “{url}” was blocked by OpaqueResponseBlocking. Reason: “{value}”.',
    is('opaque-response-blocking'),
  ],
  [
    'firefox',
    'A resource is blocked by OpaqueResponseBlocking, please check browser console for details.',
    is('opaque-response-blocking'),
  ],

  // Transport, where the text is no code.
  ['webkit', 'Could not connect to {value}: Connection refused', is('connection-refused')],
  ['webkit', 'Error receiving data: Connection reset by peer', is('connection-reset')],
  ['webkit', 'Connection terminated unexpectedly', is('connection-reset')],
  ['webkit', 'Could not parse HTTP response', is('response-invalid')],
  ['webkit', 'Unacceptable TLS certificate', is('tls-failure')],
  ['webkit', 'Load cannot follow more than 20 redirections', is('redirect-limit')],

  // WebSockets.
  [
    'chromium',
    "WebSocket connection to '{url}' failed: Error during WebSocket handshake: Unexpected response code: {status}",
    handshake,
  ],
  ['chromium', "WebSocket connection to '{url}' failed:", handshake],
  ['firefox', 'Firefox can’t establish a connection to the server at {url}.', is('connection-blocked')],
  ['webkit', "WebSocket connection to '{url}' failed: {value}", handshake],

  // No failure of CORS, though it is printed in red.
  [
    'chromium',
    'Failed to load resource: the server responded with a status of {status} ({value})',
    errorStatus,
  ],
  // What a script gets that reaches for the content of a response without CORS.
  [
    'chromium',
    "Failed to execute '{name}' on '{api}': The canvas has been tainted by cross-origin data.",
    is('canvas-tainted'),
  ],
  [
    'chromium',
    "Failed to execute 'toDataURL' on 'HTMLCanvasElement': Tainted canvases may not be exported.",
    is('canvas-tainted'),
  ],
  [
    'chromium',
    "Failed to execute 'toBlob' on 'HTMLCanvasElement': Tainted canvases may not be exported.",
    is('canvas-tainted'),
  ],
  [
    'webkit',
    'Unable to get image data from canvas because the canvas has been tainted by cross-origin data.',
    is('canvas-tainted'),
  ],
  [
    'chromium',
    "Failed to read the 'cssRules' property from 'CSSStyleSheet': Cannot access rules",
    is('stylesheet-rules-unreadable'),
  ],
  [
    'firefox',
    'CSSStyleSheet.cssRules getter: Not allowed to access cross-origin stylesheet',
    is('stylesheet-rules-unreadable'),
  ],
  ['webkit', 'Not allowed to access cross-origin stylesheet', is('stylesheet-rules-unreadable')],
  [
    'chromium',
    `Failed to read a named property '{name}' from 'Window': Blocked a frame with origin "{origin}" from accessing a cross-origin frame.`,
    is('frame-document-unreadable'),
  ],
  [
    'firefox',
    'Permission denied to access property "{name}" on cross-origin object',
    is('frame-document-unreadable'),
  ],
  [
    'webkit',
    'Blocked a frame with origin "{origin}" from accessing a frame with origin "{value}". Protocols, domains, and ports must match.',
    is('frame-document-unreadable'),
  ],
];

/** Codes for failures that need a sentence of their own. */
export const otherCodes: Readonly<Partial<Record<string, Meaning>>> = {
  // Chromium's code for every refusal, and for much else.
  'net::ERR_FAILED': anyFailure,
  'net::ERR_BLOCKED_BY_CLIENT': other(
    'browser',
    {
      en: 'An extension of this browser, such as an ad blocker, stopped the request before it was sent.',
      ja: '広告ブロッカーなどのブラウザの拡張機能が、リクエストを送信前に止めました。',
    },
    {
      en: 'Try again in a window without extensions; CORS has no part in it.',
      ja: '拡張機能のないウィンドウで、もう一度試してください。CORS は関係していません。',
    },
  ),
};
