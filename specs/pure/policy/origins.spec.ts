import { expect, test } from '@playwright/test';
import { validatePolicy } from '../../../src/policy/policy.ts';
import { policyWith, problemsOf, routeWith, type Row } from './sample.ts';

const trusting = (...trustedOrigins: unknown[]) => policyWith({ trustedOrigins });
const publicRoute =
  'to let any origin read a route without credentials, give the route public: true in cors.policy.ts';

const rows: readonly Row[] = [
  {
    title: 'a trailing slash',
    input: trusting('https://admin.example.com', 'https://app.example/'),
    message:
      'trustedOrigins[1] "https://app.example/" is not a serialized origin: remove the trailing slash; write "https://app.example".',
  },
  {
    title: 'a path',
    input: trusting('https://app.example/shop'),
    message:
      'trustedOrigins[0] "https://app.example/shop" is not a serialized origin: remove the path; write "https://app.example".',
  },
  {
    title: 'a query',
    input: trusting('https://app.example?x=1'),
    message:
      'trustedOrigins[0] "https://app.example?x=1" is not a serialized origin: remove the query; write "https://app.example".',
  },
  {
    title: 'a fragment',
    input: trusting('https://app.example#top'),
    message:
      'trustedOrigins[0] "https://app.example#top" is not a serialized origin: remove the fragment; write "https://app.example".',
  },
  {
    title: 'a user name and a password, which are not shown',
    input: trusting('https://ada:hunter2@app.example'),
    message:
      'trustedOrigins[0] "https://***@app.example" carries a user name or a password: remove everything between "//" and "@".',
  },
  {
    title: 'an upper-case host',
    input: trusting('https://App.example'),
    message:
      'trustedOrigins[0] "https://App.example" is not a serialized origin: write the host in lower case; write "https://app.example".',
  },
  {
    title: 'an upper-case scheme',
    input: trusting('HTTPS://app.example'),
    message:
      'trustedOrigins[0] "HTTPS://app.example" is not a serialized origin: write the scheme in lower case; write "https://app.example".',
  },
  {
    title: 'the default port of https',
    input: trusting('https://app.example:443'),
    message:
      'trustedOrigins[0] "https://app.example:443" is not a serialized origin: remove the default port; write "https://app.example".',
  },
  {
    title: 'the default port of http',
    input: trusting('http://localhost:80'),
    message:
      'trustedOrigins[0] "http://localhost:80" is not a serialized origin: remove the default port; write "http://localhost".',
  },
  {
    title: 'an internationalized host',
    input: trusting('https://bücher.example'),
    message:
      'trustedOrigins[0] "https://bücher.example" is not a serialized origin: write the host in ASCII; write "https://xn--bcher-kva.example".',
  },
  {
    title: 'an IP address in another form',
    input: trusting('http://127.1:3000'),
    message:
      'trustedOrigins[0] "http://127.1:3000" is not a serialized origin: write it as browsers do; write "http://127.0.0.1:3000".',
  },
  {
    title: 'white space',
    input: trusting('https://app.example '),
    message:
      'trustedOrigins[0] "https://app.example " is not a serialized origin: remove the white space; write "https://app.example".',
  },
  {
    title: 'everything at once',
    input: trusting('HTTPS://BÜCHER.example:443/shop?x#y'),
    message:
      'trustedOrigins[0] "HTTPS://BÜCHER.example:443/shop?x#y" is not a serialized origin: write the scheme in lower case, write the host in ASCII, write the host in lower case, remove the default port, remove the path, remove the query and remove the fragment; write "https://xn--bcher-kva.example".',
  },
  {
    title: 'no scheme',
    input: trusting('app.example.com'),
    message: 'trustedOrigins[0] "app.example.com" has no scheme: write "https://app.example.com".',
  },
  {
    title: 'no scheme on loopback',
    input: trusting('localhost:3000'),
    message: 'trustedOrigins[0] "localhost:3000" has no scheme: write "http://localhost:3000".',
  },
  {
    title: 'another scheme',
    input: trusting('ftp://app.example.com'),
    message:
      'trustedOrigins[0] "ftp://app.example.com" is not an http or https URL: write "https://app.example.com".',
  },
  {
    title: 'a port that no URL has',
    input: trusting('https://app.example:65536'),
    message:
      'trustedOrigins[0] "https://app.example:65536" does not parse as a URL: write "https://app.example.com".',
  },
  {
    title: 'port 0',
    input: trusting('https://app.example:0'),
    message:
      'trustedOrigins[0] "https://app.example:0" has port 0, which no server can be reached at: write the real port.',
  },
  {
    title: 'words',
    input: trusting('our app'),
    message: 'trustedOrigins[0] "our app" is not an address: write "https://app.example.com".',
  },
  {
    title: 'no scheme, but a query',
    input: trusting('app.example?x=1'),
    message: 'trustedOrigins[0] "app.example?x=1" is not an address: write "https://app.example.com".',
  },
  {
    title: 'no scheme, and a port that no URL has',
    input: trusting('app.example:99999'),
    message: 'trustedOrigins[0] "app.example:99999" is not an address: write "https://app.example.com".',
  },
  {
    title: 'nothing',
    input: trusting(''),
    message: 'trustedOrigins[0] "" is empty: write "https://app.example.com".',
  },
  {
    title: 'control characters, which are escaped',
    input: trusting('\u001b[31m\u009b\u202e'),
    message:
      'trustedOrigins[0] "\\u001b[31m\\u009b\\u202e" is not an address: write "https://app.example.com".',
  },
  {
    title: 'a long text, which is cut',
    input: trusting('x y'.repeat(50)),
    message: `trustedOrigins[0] "${'x y'.repeat(33)}…" is not an address: write "https://app.example.com".`,
  },
  {
    title: 'the wildcard',
    input: trusting('*'),
    message: `trustedOrigins[0] "*" is not an origin: remove it; ${publicRoute}.`,
  },
  {
    title: 'null',
    input: trusting('null'),
    message: `trustedOrigins[0] "null" is the serialization of every opaque origin, so that anybody has it: remove it; ${publicRoute}.`,
  },
  {
    title: 'a pattern',
    input: trusting('https://*.example.com'),
    message:
      'trustedOrigins[0] "https://*.example.com" is a pattern without a sample: write { pattern: "https://*.example.com", sample: "https://shop.example.com" }, with an origin that it covers and that must read.',
  },
  {
    title: 'a pattern without a scheme',
    input: trusting('*.example.com'),
    message:
      'trustedOrigins[0] "*.example.com" is a pattern that has no scheme: write "https://*.example.com".',
  },
  {
    title: 'a repeated origin',
    input: trusting('https://app.example', 'https://admin.example', 'https://app.example'),
    message: 'trustedOrigins[2] "https://app.example" repeats trustedOrigins[0]: remove one of the two.',
  },
  {
    title: "the target's own origin",
    input: trusting('https://api.example.com'),
    message:
      'trustedOrigins[0] "https://api.example.com" is the target\'s own origin, and CORS has no part in same-origin requests: remove it.',
  },
  {
    title: "the target's own origin, trusted by a route",
    input: routeWith({ trustedOrigins: ['https://api.example.com'] }),
    message:
      'routes[0].trustedOrigins[0] "https://api.example.com" is the target\'s own origin, and CORS has no part in same-origin requests: remove it.',
  },
  {
    title: 'an insecure origin where credentials are included',
    input: policyWith({
      trustedOrigins: ['http://app.example.com:8080'],
      routes: [
        { path: '/status', methods: ['GET'] },
        { path: '/users', methods: ['GET'], credentials: 'include' },
      ],
    }),
    message:
      'trustedOrigins[0] "http://app.example.com:8080" is not secure, and routes[1] takes credentials: anybody on the network can act as its pages: write "https://app.example.com:8080", or credentials: "omit".',
  },
  {
    title: 'an insecure origin that a route with credentials trusts',
    input: routeWith({ credentials: 'include', trustedOrigins: ['http://app.example'] }),
    message:
      'routes[0].trustedOrigins[0] "http://app.example" is not secure, and routes[0] takes credentials: anybody on the network can act as its pages: write "https://app.example", or credentials: "omit".',
  },
  {
    title: 'a wrong origin that a route trusts',
    input: routeWith({ trustedOrigins: ['https://app.example/'] }),
    message:
      'routes[0].trustedOrigins[0] "https://app.example/" is not a serialized origin: remove the trailing slash; write "https://app.example".',
  },
];

for (const { title, input, message } of rows) {
  test(`trusted origins: ${title} is a problem`, () => {
    expect(problemsOf(input)).toBe(message);
  });
}

const apps = [
  'capacitor://localhost',
  'ionic://localhost',
  'tauri://localhost',
  'app://obsidian.md',
  'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
  'moz-extension://0f3c1d5a-8b1e-4c55-9f0e-2f6f3a9d7b10',
  'safari-web-extension://0F3C1D5A-8B1E-4C55-9F0E-2F6F3A9D7B10',
  'https://localhost',
  'http://localhost',
];

test('trusted origins: those of apps and extensions are taken as they are', () => {
  expect(validatePolicy(trusting(...apps)).trustedOrigins).toEqual(apps);
});

const appRows: readonly (readonly [origin: string, said: string])[] = [
  ['capacitor://localhost/', 'is not a serialized origin: write "capacitor://localhost"'],
  ['Capacitor://LOCALHOST', 'is not a serialized origin: write "capacitor://localhost"'],
  ['app://', 'is not an origin of an app: write one such as "capacitor://localhost"'],
  ['app://my app', 'is not an origin of an app: write one such as "capacitor://localhost"'],
  ['chrome-extension://*', 'is a pattern: list the origins one by one'],
  [
    'chrome-extension://my-extension',
    'has no id of an extension: write one such as "chrome-extension://abcdefghijklmnopabcdefghijklmnop"',
  ],
  ['file://', 'is not an http or https URL: write "https://app.example.com"'],
];

for (const [origin, said] of appRows) {
  test(`trusted origins: ${origin} is a problem`, () => {
    expect(problemsOf(trusting(origin))).toBe(`trustedOrigins[0] "${origin}" ${said}.`);
  });
}
