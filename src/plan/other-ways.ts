import type { CredentialsMode, ProbeRequest } from '../model.ts';
import type { ElementKind, PolicyRoute } from '../policy/types.ts';
import { probeRequest } from './probe-request.ts';

/** How a page asks for a route otherwise than by `fetch()`. */
export interface OtherWay {
  /** What tells its checks from others. */
  readonly detail: string;
  /** In which credentials modes it can ask: without credentials first, where it can. */
  readonly modes: readonly [CredentialsMode, CredentialsMode?];
  /** Whether it follows redirects. */
  readonly isRedirected: boolean;
  readonly request: (url: string, mode: CredentialsMode) => ProbeRequest;
  /** How the browser asks once more by itself when the answer has ended; absent: it does not. */
  readonly again?: Pick<OtherWay, 'detail' | 'request'>;
}

/** Returns how elements of a page ask for the route; none if the policy names no element. */
export const elementWays = ({ as }: Pick<PolicyRoute, 'as'>): readonly OtherWay[] =>
  as === null ? [] : [elements[as]];

const element = (api: ElementKind, detail: string, modes: OtherWay['modes']): OtherWay => ({
  detail,
  modes,
  isRedirected: true,
  request: (url, credentialsMode) => probeRequest(url, { api, credentialsMode }),
});

// `crossorigin="anonymous"` is credentials mode "same-origin", and `use-credentials` is "include".
const elements: Readonly<Record<ElementKind, OtherWay>> = {
  image: element('image', 'as an image', ['same-origin', 'include']),
  // https://drafts.csswg.org/css-fonts/#font-fetching-requirements: never with credentials.
  font: element('font', 'as a font', ['same-origin']),
  module: element('module', 'as a module', ['same-origin', 'include']),
  stylesheet: element('stylesheet', 'as a stylesheet', ['same-origin', 'include']),
};

/** Returns how pages ask for the route in place of `fetch()`; `null` if they ask by that. */
export function ownWay({ kind, protocols }: PolicyRoute): OtherWay | null {
  switch (kind) {
    case 'fetch':
      return null;
    case 'event-source':
      return eventSource;
    case 'websocket':
      return webSocket(protocols);
    default:
      return kind satisfies never;
  }
}

const eventSource: OtherWay = {
  detail: 'by EventSource',
  modes: ['same-origin', 'include'],
  isRedirected: true,
  request: (url, credentialsMode) => probeRequest(url, { api: 'EventSource', credentialsMode }),
  again: {
    detail: 'by EventSource, after the end of the stream',
    request: (url, credentialsMode) =>
      probeRequest(url, { api: 'EventSource', credentialsMode, reconnects: true }),
  },
};

// https://websockets.spec.whatwg.org/#concept-websocket-establish: always with credentials, and no CORS check.
const webSocket = (protocols: readonly string[]): OtherWay => ({
  detail: 'by WebSocket',
  modes: ['include'],
  isRedirected: false,
  request: (url, credentialsMode) =>
    probeRequest(url, {
      api: 'WebSocket',
      mode: 'no-cors',
      credentialsMode,
      headers: protocols.length === 0 ? [] : [['sec-websocket-protocol', protocols.join(', ')]],
    }),
});

/** Returns the credentials mode in which the pages of the route ask that way. */
export const ownMode = (
  { modes: [first, second] }: OtherWay,
  { credentials }: PolicyRoute,
): CredentialsMode => (credentials === 'include' ? (second ?? first) : first);
