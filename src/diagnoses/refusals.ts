import { fetchStandard, type Definition } from './definition.ts';

const corsCheck = `${fetchStandard}#concept-cors-check`;
const preflightFetch = `${fetchStandard}#cors-preflight-fetch`;
const redirectFetch = `${fetchStandard}#http-redirect-fetch`;
const credentials = `${fetchStandard}#cors-protocol-and-credentials`;

const refused = { kind: 'refusal', severity: 'high', owner: 'back end' } as const;

/** The network errors that the CORS protocol makes of a server's answers, or of the request itself. */
export const refusals = {
  'origin-missing': {
    ...refused,
    spec: corsCheck,
    seen: 'The response to {method} {url} has no Access-Control-Allow-Origin header.',
    why: 'The CORS check fails, so a page at {origin} gets a network error instead of the response.',
    remedy: 'Send Access-Control-Allow-Origin: {origin} and Vary: Origin on this response, errors included.',
  },
  'origin-wildcard-with-credentials': {
    ...refused,
    spec: credentials,
    seen: 'The response allows "*", but the request\'s credentials mode is "include".',
    why: 'The wildcard never matches a request with credentials, so a page at {origin} gets a network error.',
    remedy:
      'Send the request\'s origin, {origin}, instead of "*", with Access-Control-Allow-Credentials: true and Vary: Origin.',
  },
  'origin-multiple': {
    ...refused,
    spec: corsCheck,
    seen: 'Access-Control-Allow-Origin holds more than one value: {value}.',
    why: 'The CORS check compares the whole combined value with one origin, so it fails for every origin.',
    remedy:
      'Send the header once, with {origin} alone; if a proxy and the application both add it, remove it from one of them.',
  },
  'origin-invalid': {
    ...refused,
    spec: corsCheck,
    seen: 'Access-Control-Allow-Origin holds {value}, which is not a serialized origin.',
    why: 'The CORS check compares bytes, so no page ever matches this value.',
    remedy: 'Send {origin}: scheme, host and port, without a path, a trailing slash or quotes.',
  },
  'origin-mismatch': {
    ...refused,
    spec: corsCheck,
    seen: 'Access-Control-Allow-Origin is {value}, but the page is at {origin}.',
    why: 'The CORS check compares the two byte by byte, so this page gets a network error.',
    remedy:
      "Choose the value from the request's Origin header by an allow list, send {origin}, and add Vary: Origin.",
  },
  'credentials-not-allowed': {
    ...refused,
    spec: credentials,
    seen: 'The request\'s credentials mode is "include", but Access-Control-Allow-Credentials is {value}.',
    why: 'Only the exact value true lets the CORS check succeed with credentials; the request itself did reach the server.',
    remedy:
      'Send Access-Control-Allow-Credentials: true, in lower case, together with Access-Control-Allow-Origin: {origin}.',
  },
  'preflight-origin-missing': {
    ...refused,
    spec: preflightFetch,
    seen: 'The answer to the CORS-preflight request for {method} {url} (status {status}) has no Access-Control-Allow-Origin header.',
    why: 'The CORS check of the CORS-preflight response fails, so the actual request is never sent.',
    remedy:
      'Answer OPTIONS on this path before authentication and routing, with Access-Control-Allow-Origin: {origin} and an ok status.',
  },
  'preflight-origin-wildcard-with-credentials': {
    ...refused,
    spec: credentials,
    seen: 'The CORS-preflight response allows "*", but the request\'s credentials mode is "include".',
    why: 'The wildcard never matches a request with credentials, so the actual request is never sent.',
    remedy:
      'Send {origin} instead of "*" on the CORS-preflight response, with Access-Control-Allow-Credentials: true.',
  },
  'preflight-origin-multiple': {
    ...refused,
    spec: preflightFetch,
    seen: 'Access-Control-Allow-Origin on the CORS-preflight response holds more than one value: {value}.',
    why: 'The CORS check compares the whole combined value with one origin, so the actual request is never sent.',
    remedy:
      'Send the header once, with {origin} alone; if a proxy and the application both add it, remove it from one of them.',
  },
  'preflight-origin-invalid': {
    ...refused,
    spec: preflightFetch,
    seen: 'Access-Control-Allow-Origin on the CORS-preflight response holds {value}, which is not a serialized origin.',
    why: 'The CORS check compares bytes, so no page matches and the actual request is never sent.',
    remedy: 'Send {origin}: scheme, host and port, without a path, a trailing slash or quotes.',
  },
  'preflight-origin-mismatch': {
    ...refused,
    spec: preflightFetch,
    seen: 'Access-Control-Allow-Origin on the CORS-preflight response is {value}, but the page is at {origin}.',
    why: 'The CORS check compares the two byte by byte, so the actual request is never sent.',
    remedy:
      "Choose the value from the request's Origin header by an allow list, send {origin}, and add Vary: Origin.",
  },
  'preflight-credentials-not-allowed': {
    ...refused,
    spec: credentials,
    seen: 'The request\'s credentials mode is "include", but Access-Control-Allow-Credentials on the CORS-preflight response is {value}.',
    why: 'Only the exact value true lets the CORS check succeed with credentials, so the actual request is never sent.',
    remedy: 'Send Access-Control-Allow-Credentials: true on the CORS-preflight response as well.',
  },
  'preflight-status-not-ok': {
    ...refused,
    spec: preflightFetch,
    seen: 'The CORS-preflight request for {method} {url} is answered with status {status}.',
    why: 'A CORS-preflight response needs an ok status (200 to 299) whatever its headers say, so the actual request is never sent.',
    remedy: 'Answer OPTIONS on this path with 204, before authentication, method checks and routing.',
  },
  'preflight-redirect': {
    ...refused,
    spec: preflightFetch,
    seen: 'The CORS-preflight request for {method} {url} is answered with a redirect, status {status}.',
    why: 'A CORS-preflight request never follows a redirect, so the actual request is never sent.',
    remedy:
      'Call the final URL (scheme, host and trailing slash included), and answer OPTIONS before any redirect rule.',
  },
  'methods-malformed': {
    ...refused,
    spec: preflightFetch,
    seen: 'Access-Control-Allow-Methods on the CORS-preflight response cannot be parsed: {value}.',
    why: 'A list that does not parse is a network error, so the actual request is never sent.',
    remedy: 'Send method names separated by commas, without quotes, semicolons or spaces inside a name.',
  },
  'headers-malformed': {
    ...refused,
    spec: preflightFetch,
    seen: 'Access-Control-Allow-Headers on the CORS-preflight response cannot be parsed: {value}.',
    why: 'A list that does not parse is a network error, so the actual request is never sent.',
    remedy: 'Send header names separated by commas, without quotes, semicolons or spaces inside a name.',
  },
  'method-not-allowed': {
    ...refused,
    spec: preflightFetch,
    seen: 'Access-Control-Allow-Methods on the CORS-preflight response does not list {method}.',
    why: 'A method that is not CORS-safelisted is allowed only by its exact name, so the actual request is never sent.',
    remedy: 'Add {method}, in exactly this case, to Access-Control-Allow-Methods for this path.',
  },
  'header-not-allowed': {
    ...refused,
    spec: preflightFetch,
    seen: 'Access-Control-Allow-Headers on the CORS-preflight response does not list {names}.',
    why: 'Each CORS-unsafe request-header name has to be listed, so the actual request is never sent.',
    remedy:
      'Add {names} to Access-Control-Allow-Headers for this path; "*" covers neither Authorization nor requests with credentials.',
  },
  'redirect-with-credentials': {
    ...refused,
    spec: redirectFetch,
    seen: 'The redirect from {url} names a location with a user name or a password.',
    why: 'A cross-origin redirect to a URL that includes credentials is a network error.',
    remedy: 'Redirect to a URL without user name and password, or let the client call the final URL.',
  },
  'redirect-scheme-unsupported': {
    ...refused,
    spec: redirectFetch,
    seen: 'The redirect from {url} names a location whose scheme is not HTTP(S).',
    why: 'A CORS request follows redirects to HTTP(S) URLs alone, so the page gets a network error.',
    remedy: 'Redirect to an https URL, or let the client call the final URL.',
  },
  'request-mode-same-origin': {
    ...refused,
    owner: 'front end',
    spec: `${fetchStandard}#main-fetch`,
    seen: 'The request\'s mode is "same-origin", but {url} is at another origin than {origin}.',
    why: 'The browser makes this a network error before anything is sent.',
    remedy: 'Use mode "cors" and have the server allow {origin}.',
  },
  'no-cors-redirect-mode': {
    ...refused,
    owner: 'front end',
    spec: `${fetchStandard}#main-fetch`,
    seen: 'The request\'s mode is "no-cors", but its redirect mode is not "follow".',
    why: 'The browser makes this a network error before anything is sent.',
    remedy: 'Use mode "cors", or leave the redirect mode at "follow".',
  },
  'scheme-unsupported': {
    ...refused,
    owner: 'front end',
    spec: `${fetchStandard}#main-fetch`,
    seen: 'The scheme of {url} is not one that a CORS request can use.',
    why: 'CORS requests exist for HTTP(S) alone, so the browser makes this a network error before anything is sent.',
    remedy: 'Call an http or https URL.',
  },
} as const satisfies Record<string, Definition & { readonly kind: 'refusal' }>;
