import { fetchStandard, type Definition } from './definition.ts';

const network = `${fetchStandard}#concept-network-error`;
const operators = { kind: 'neighbour', severity: 'high', owner: 'operator' } as const;

/** Failures that a page cannot tell from CORS, and that are not CORS. */
export const failures = {
  'connection-refused': {
    ...operators,
    spec: network,
    seen: 'Nothing listens at {url}: the connection was refused.',
    why: 'A page sees the same TypeError as for CORS, but no response exists.',
    remedy: 'Start the server, or correct host and port.',
  },
  'connection-reset': {
    ...operators,
    spec: network,
    seen: 'The connection to {url} was closed before a response was complete.',
    why: 'A page sees the same TypeError as for CORS, but no whole response exists.',
    remedy: 'Look for a crash, a proxy or a limit that closes the connection.',
  },
  'host-not-found': {
    ...operators,
    spec: network,
    seen: 'The host name of {url} cannot be resolved.',
    why: 'A page sees the same TypeError as for CORS, but nothing was sent.',
    remedy: 'Correct the host name or its DNS record.',
  },
  'host-unreachable': {
    ...operators,
    spec: network,
    seen: 'The host of {url} cannot be reached from this machine.',
    why: 'A page sees the same TypeError as for CORS, but nothing was sent.',
    remedy: 'Check the network, the firewall and the address.',
  },
  'tls-failure': {
    ...operators,
    spec: network,
    seen: 'The TLS connection to {url} failed: {value}.',
    why: 'A page sees the same TypeError as for CORS, but no request was sent.',
    remedy: 'Serve a certificate that browsers trust for this host name.',
  },
  'response-timeout': {
    ...operators,
    spec: network,
    seen: '{method} {url} was not answered in full within {value} ms.',
    why: 'No verdict can be reached on a response that never ends.',
    remedy:
      'Look for a handler that never ends, or for a CORS-preflight response whose body does not end, which WebKit waits for; or raise the time limit in the policy.',
  },
  'response-invalid': {
    ...operators,
    spec: network,
    seen: 'The answer to {method} {url} is not HTTP that the browser accepts: {value}.',
    why: 'A page sees the same TypeError as for CORS, but the response cannot be read by anybody.',
    remedy: 'Correct what the server writes: status line, header sizes, lengths, encoding.',
  },
  'http2-missing': {
    ...operators,
    spec: `${fetchStandard}#http-network-fetch`,
    seen: 'The body of {method} {url} is a stream, and the server does not speak HTTP/2.',
    why: 'A page sees the same TypeError as for CORS, but only the CORS-preflight request was sent.',
    remedy: 'Serve the API over HTTP/2, or send the body as a string or a Blob.',
  },
  'redirect-limit': {
    ...operators,
    owner: 'back end',
    spec: `${fetchStandard}#http-redirect-fetch`,
    seen: '{method} {url} redirects more than 20 times.',
    why: 'A page sees the same TypeError as for CORS, but the redirects never end.',
    remedy: 'Break the loop; trailing slashes and http to https rules are the usual cause.',
  },
  'redirect-elsewhere': {
    ...operators,
    owner: 'back end',
    spec: `${fetchStandard}#http-redirect-fetch`,
    seen: '{method} {url} redirects to {value}, a host that the policy does not name.',
    why: "Only the target's own host is contacted, so nothing is known of the rest.",
    remedy: 'Let the client call the final URL, or name that host under alsoContact in the policy.',
  },
  'mixed-content': {
    ...operators,
    owner: 'front end',
    spec: 'https://w3c.github.io/webappsec-mixed-content/#should-block-fetch',
    seen: 'The page at {origin} is secure, but {url} is plain http.',
    why: 'Mixed content is never sent, whatever CORS headers the server has.',
    remedy: 'Serve the API over https.',
  },
  'local-network-access-denied': {
    ...operators,
    owner: 'front end',
    spec: 'https://wicg.github.io/local-network-access/',
    seen: 'The browser denied a page at {origin} access to the local network address of {url}.',
    why: "Local Network Access is decided by the user's permission, before CORS and whatever its headers.",
    remedy: 'Serve the API from a public address, or have the user grant the permission.',
  },
  'content-security-policy': {
    ...operators,
    owner: 'front end',
    spec: 'https://w3c.github.io/webappsec-csp/#directive-connect-src',
    seen: "The page's own Content Security Policy forbids {url}.",
    why: 'A page sees the same TypeError as for CORS, but nothing was sent.',
    remedy: "Add the API's origin to connect-src of the page.",
  },
  'resource-policy': {
    ...operators,
    owner: 'back end',
    spec: `${fetchStandard}#cross-origin-resource-policy-header`,
    seen: "Cross-Origin-Resource-Policy of {url}, or the page's Cross-Origin-Embedder-Policy, forbids the response.",
    why: 'This applies to requests without CORS, and no Access-Control header changes it.',
    remedy: 'Send Cross-Origin-Resource-Policy: cross-origin, or make the request with CORS.',
  },
  'opaque-response-blocking': {
    ...operators,
    owner: 'front end',
    spec: `${fetchStandard}#orb`,
    seen: 'The response of {url} to a request without CORS has a type that this element cannot use.',
    why: 'Opaque response blocking hides it before the page sees it, and nothing is printed.',
    remedy: 'Serve the type that the element expects, or use fetch() with CORS.',
  },
  'connection-blocked': {
    ...operators,
    spec: network,
    seen: 'The browser did not complete {method} {url}: {value}.',
    why: 'A page sees the same TypeError as for CORS, but the CORS protocol had no part in it.',
    remedy: "Follow the browser's own error code.",
  },
} as const satisfies Record<string, Definition & { readonly kind: 'neighbour' }>;
