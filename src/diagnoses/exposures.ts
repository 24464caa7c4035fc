import { fetchStandard, type Definition } from './definition.ts';

const exposed = {
  kind: 'exposure',
  owner: 'back end',
  spec: `${fetchStandard}#cors-protocol-and-credentials`,
} as const;

/** What the server lets somebody read or send although the policy does not: too open. */
export const exposures = {
  'any-origin-with-credentials': {
    ...exposed,
    severity: 'critical',
    seen: 'A page at {origin}, which is on no allow list, reads {method} {url} with credentials: the response echoes its origin.',
    why: 'Any site that a signed-in user visits can read this response as that user.',
    remedy: 'Compare Origin with an exact allow list, and send no CORS header for any other origin.',
  },
  'any-origin': {
    ...exposed,
    severity: 'high',
    seen: 'A page at {origin}, which is on no allow list, reads {method} {url}.',
    why: 'The policy keeps this response for its trusted origins; any other site can read it too, which matters most on a private network.',
    remedy: 'Compare Origin with an exact allow list, or declare the route public in the policy.',
  },
  'opaque-origin-trusted': {
    ...exposed,
    severity: 'critical',
    seen: 'A sandboxed document, whose origin is serialized as null, reads {method} {url}.',
    why: 'Any site can make such a document, so trusting null trusts everybody.',
    remedy: 'Never answer Access-Control-Allow-Origin: null; remove null from the allow list.',
  },
  'insecure-origin-trusted': {
    ...exposed,
    severity: 'high',
    seen: 'A page at {origin}, over plain http, reads {method} {url}.',
    why: 'Anybody on the network path can write that page, and so read this response from it.',
    remedy: 'Compare the whole Origin value, scheme and port included: allow the https origin alone.',
  },
  'subdomain-trusted': {
    ...exposed,
    severity: 'high',
    seen: 'A page at the undeclared subdomain {origin} reads {method} {url}.',
    why: 'A hole in any subdomain, or a forgotten one that somebody else takes over, becomes a hole here.',
    remedy: 'List the subdomains that need access one by one, each with its scheme.',
  },
  'parent-domain-trusted': {
    ...exposed,
    severity: 'high',
    seen: 'A page at {origin}, the undeclared parent domain of a trusted host, reads {method} {url}.',
    why: 'That is another site, with scripts of its own: a hole in it becomes a hole here.',
    remedy: 'Take {origin} out of the allow list, or declare it in the policy.',
  },
  'origin-prefix-trusted': {
    ...exposed,
    severity: 'critical',
    seen: 'A page at {origin}, which only begins like a trusted origin, reads {method} {url}.',
    why: 'Anybody can register such a host name.',
    remedy: 'Compare the whole Origin value; if a pattern is needed, anchor its end with $.',
  },
  'origin-suffix-trusted': {
    ...exposed,
    severity: 'critical',
    seen: 'A page at {origin}, which only ends like a trusted origin, reads {method} {url}.',
    why: 'Whoever holds such a host name reads this response, and most of them anybody can register.',
    remedy:
      'Compare the whole Origin value. If a pattern is needed, anchor its start with ^ and the full scheme, escape its dots, and write out the name that stands before a public suffix, such as co.uk or vercel.app.',
  },
  'origin-substring-trusted': {
    ...exposed,
    severity: 'critical',
    seen: 'A page at {origin}, which only holds a part of a trusted origin, reads {method} {url}.',
    why: 'Neither the start nor the end of the origin is compared, so anybody can register such a host name.',
    remedy:
      'Compare the whole Origin value. If a pattern is needed, anchor it at both ends, with ^ and the full scheme and with $, and escape its dots.',
  },
  'shared-host-trusted': {
    ...exposed,
    severity: 'critical',
    seen: 'A page at {origin}, on a host where everybody may have a name, reads {method} {url}.',
    why: 'Whoever opens an account there can serve such a page, and so read this response as the user who visits it.',
    remedy:
      'List each deployment that needs access by its whole origin, and no pattern that a name of somebody else fits.',
  },
  'origin-unescaped-dot-trusted': {
    ...exposed,
    severity: 'critical',
    seen: 'A page at {origin}, where a letter stands in place of a dot, reads {method} {url}.',
    why: "The pattern's dot matches any character, and anybody can register such a host name.",
    remedy: 'Compare with exact strings, or write \\. for each dot of the pattern.',
  },
  'other-route-origin-trusted': {
    ...exposed,
    severity: 'high',
    seen: 'A page at {origin}, which the policy trusts on other routes alone, reads {method} {url}.',
    why: 'Whoever controls that page reads what this route keeps for others.',
    remedy: 'Give this route an allow list of its own, and look it up by path before Origin is compared.',
  },
  'origin-truncated-trusted': {
    ...exposed,
    severity: 'critical',
    seen: 'A page at {origin}, which is only a part of a trusted origin, reads {method} {url}.',
    why: 'The server looks for the value within a text instead of comparing it, so any other part of that text is trusted too, and some that anybody can register.',
    remedy:
      'Compare the whole Origin value with each entry of the allow list, which is a list and not one string.',
  },
  'origin-top-level-domain-trusted': {
    ...exposed,
    severity: 'critical',
    seen: 'A page at {origin}, a trusted name under another top-level domain, reads {method} {url}.',
    why: 'Anybody can register a name under a top-level domain where its owner has not.',
    remedy:
      'Compare the whole Origin value; if a pattern is needed, write each top-level domain out and anchor the end with $.',
  },
  'loopback-origin-trusted': {
    ...exposed,
    severity: 'medium',
    seen: "A page at {origin}, on the user's own machine, reads {method} {url}.",
    why: "Any program on a user's machine can serve that page, and so read this response as that user.",
    remedy:
      'Leave the origins of development out of the allow list of production, or declare {origin} in the policy.',
  },
  'origin-port-trusted': {
    ...exposed,
    severity: 'medium',
    seen: 'A page at {origin}, on a port that is not declared, reads {method} {url}.',
    why: 'Another service on the same host, with its own weaknesses, can read this response.',
    remedy: 'Compare the port as well: an origin is scheme, host and port.',
  },
  'credentials-undeclared-granted': {
    ...exposed,
    severity: 'high',
    seen: 'A page at {origin} reads the public route {method} {url} with credentials.',
    why: 'The policy makes this route public without credentials; with them, any site reads it as the user.',
    remedy: 'Answer "*" for this route and never Access-Control-Allow-Credentials.',
  },
  'preflight-origin-granted': {
    ...exposed,
    severity: 'high',
    seen: 'The CORS-preflight request for {method} {url} from {origin}, which is not trusted, is granted.',
    why: 'The actual request is then sent and carried out, whether or not its response can be read.',
    remedy: 'Decide by the same allow list for OPTIONS as for every other method.',
  },
  'websocket-origin-unchecked': {
    ...exposed,
    spec: 'https://www.rfc-editor.org/rfc/rfc6455#section-10.2',
    severity: 'critical',
    seen: 'A page at {origin}, which is not trusted, opens the WebSocket {url}.',
    why: 'WebSockets have no CORS protocol: any page may open one, the browser sends the cookies of the API along, and nobody but the server looks at Origin.',
    remedy:
      'Compare Origin of the handshake with an exact allow list, and answer any other with 403 before the connection is upgraded.',
  },
  'method-undeclared-granted': {
    ...exposed,
    severity: 'medium',
    seen: 'The CORS-preflight response for {url} grants {names} to {origin}, which the policy does not declare.',
    why: 'A page can send requests that nobody has promised or tested.',
    remedy: 'List only the declared methods in Access-Control-Allow-Methods, or declare {names}.',
  },
  'header-undeclared-granted': {
    ...exposed,
    severity: 'low',
    seen: 'The CORS-preflight response for {url} grants the request header {names} to {origin}, which the policy does not declare.',
    why: 'A page can send what nobody has promised or tested; if any name is granted (echoed, or by "*"), it can send all of them.',
    remedy: 'List only the declared names in Access-Control-Allow-Headers, or declare those that pages need.',
  },
} as const satisfies Record<string, Definition & { readonly kind: 'exposure' }>;
