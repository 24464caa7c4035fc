import { is, other, type OtherText } from './meanings.ts';

const forbidden = other(
  'front end',
  'The page cannot set this request header: the browser alone writes it, such as Origin, Host and Cookie. No setting of the server changes it.',
  'Leave the header out. Cookies are sent with credentials: "include", and Origin with every CORS request.',
);
const foreignCookie = other(
  'back end',
  'The cookie is not sent with requests from pages of other sites, whatever the credentials mode and the Access-Control headers.',
  'Set it with SameSite=None; Secure, over https, and with Partitioned where it is for pages of other sites.',
);
const upgraded = other(
  'front end',
  'The page is secure and asked for plain http; the browser asked over https in its place. This is no refusal.',
  'Write the address with https.',
);
const unknownDirective = other(
  'back end',
  'The Content Security Policy of the page holds a directive that this browser does not know, and leaves out. Nothing is refused by it.',
  'Correct the name of the directive, or leave it for the browsers that know it.',
);
const failsOnRedirect = other(
  'front end',
  'The request was made with redirect: "error", and the server answered with a redirect.',
  'Ask for the final address, or let redirects be followed; then every answer on the way has to pass the CORS check.',
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
      'No script of a page reads Set-Cookie, whatever Access-Control-Expose-Headers holds.',
      'Have the server send what the page needs in a header of another name, or in the body.',
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
      'The server asked for a user name and a password, and the browser opens no dialogue for what a page of another origin loads.',
      'Give the request its credentials yourself, such as an Authorization header, which the server has to allow.',
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
