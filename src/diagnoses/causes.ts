import { fetchStandard, type Definition } from './definition.ts';

const refused = { kind: 'refusal', severity: 'high' } as const;
const caches = `${fetchStandard}#cors-protocol-and-http-caches`;

/** Refusals whose cause lies elsewhere than in the answer that the browser refused: no browser names them. */
export const causes = {
  'resource-redirect-refused': {
    ...refused,
    owner: 'back end',
    spec: `${fetchStandard}#http-redirect-fetch`,
    seen: '{method} {url} is answered with a redirect, status {status}, to {value}, and a page at {origin} is refused on the way ({names}).',
    why: 'A script never sees a redirect: this page gets a network error in place of the answer, and CORS headers on the redirect would only lead it on to the next address.',
    remedy:
      'Have clients call the final URL, and declare that one in the policy; or answer at {url} itself, without a redirect.',
  },
  'cache-key-without-origin': {
    ...refused,
    owner: 'operator',
    spec: caches,
    seen: 'A shared cache in front of the API answers {method} {url} for a page at {origin} with the copy that was made for another request: {value}. The API itself says Vary: Origin. Seen: {names}.',
    why: 'The cache does not tell requests apart by Origin, so whoever asks first decides for everybody, and the browser refuses the copy to all others until it expires.',
    remedy:
      'Have the cache (CDN, reverse proxy) honour Vary, or put the request header Origin into its cache key; the CORS headers of the API are right. Then purge {url}.',
  },
  'cached-copy-of-another-origin': {
    ...refused,
    owner: 'back end',
    spec: caches,
    seen: 'A cache answers {method} {url} for a page at {origin} with the copy that was made for another request: {value}. Without Vary: Origin it may. Seen: {names}.',
    why: 'Users meet this: whichever page asks first decides for the others, and the browser refuses the copy to them until it expires.',
    remedy:
      'Send Vary: Origin on every response of this path: to trusted, untrusted and absent origins alike. Copies that are stored already stay wrong until they expire or are purged.',
  },
} as const satisfies Record<string, Definition & { readonly kind: 'refusal' }>;
