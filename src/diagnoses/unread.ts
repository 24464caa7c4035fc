import { fetchStandard, type Definition } from './definition.ts';

const unread = { kind: 'neighbour', severity: 'medium', owner: 'front end' } as const;

/** Responses that did arrive, and that the page asked for in a way that keeps them from its scripts. */
export const unreadResponses = {
  'response-opaque': {
    ...unread,
    spec: `${fetchStandard}#concept-filtered-response-opaque`,
    seen: 'The page gets an opaque response to {method} {url}: status 0, no headers and no body.',
    why: 'Request mode "no-cors" and redirect mode "manual" ask for just that, and no Access-Control header changes it.',
    remedy: 'Request it in mode "cors" and follow redirects; the server has to allow the origin.',
  },
  'canvas-tainted': {
    ...unread,
    spec: 'https://html.spec.whatwg.org/multipage/canvas.html#security-with-canvas-elements',
    seen: 'The image {url} was fetched without CORS, and the canvas that it is drawn on cannot be read.',
    why: 'Without the attribute crossorigin an image is fetched in mode "no-cors", whatever headers the server sends.',
    remedy: 'Give the image the attribute crossorigin before its src; the server has to allow the origin.',
  },
  'stylesheet-rules-unreadable': {
    ...unread,
    spec: 'https://drafts.csswg.org/cssom/#concept-css-style-sheet-origin-clean-flag',
    seen: 'The stylesheet {url} was fetched without CORS: it applies, and no script can read its rules.',
    why: 'Without the attribute crossorigin a stylesheet is fetched in mode "no-cors", whatever headers the server sends.',
    remedy: 'Give the link the attribute crossorigin; the server has to allow the origin.',
  },
  'frame-document-unreadable': {
    ...unread,
    spec: 'https://html.spec.whatwg.org/multipage/nav-history-apis.html#cross-origin-objects',
    seen: 'The document at {url} is of another origin than the page at {origin}, so no script of the page reads it.',
    why: 'The same-origin policy for documents knows no exception by CORS: no header opens a frame.',
    remedy: 'Fetch the data with CORS, or let the two documents talk by postMessage().',
  },
  'websocket-handshake-refused': {
    ...unread,
    severity: 'high',
    owner: 'back end',
    spec: 'https://websockets.spec.whatwg.org/#concept-websocket-establish',
    seen: 'The page at {origin} does not open the WebSocket {url}: the server {value}.',
    why: 'WebSockets have no CORS protocol, so the server itself looks at Origin; the page learns of no status and no reason.',
    remedy:
      "If the server's list of origins lacks {origin}, add it. If not, correct the path, the query, the subprotocol or the session that the handshake needs.",
  },
} as const satisfies Record<string, Definition & { readonly kind: 'neighbour' }>;
