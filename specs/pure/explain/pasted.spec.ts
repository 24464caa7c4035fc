import { expect, test } from '@playwright/test';
import { explainText } from '../../../src/explain/explain.ts';
import { explanationLines } from '../../../src/explain/print.ts';
import { longestText } from '../../../src/explain/read-text.ts';
import { loadPrintableFixes } from '../../../src/fix/library.ts';
import { engines, idsIn, idsOf } from './engines.ts';

const missing =
  "Access to fetch at 'https://api.example.com/data' from origin 'http://localhost:3000' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.";

const firefoxMissing =
  'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example.com/data. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.';

const pasted: readonly (readonly [name: string, text: string])[] = [
  ['as it is', missing],
  ['with its source after it', `${missing}index.js:12`.replace('.index', '. index')],
  ['with its source before it', `(index):1 ${missing}`],
  ['with curly quotes', missing.replaceAll(" '", ' ‘').replaceAll("'", '’')],
  ['with line breaks between words', missing.replace('from origin', 'from\norigin').replace('No ', 'No\r\n')],
  ['with line breaks in words', missing.replace('policy', 'pol\nicy').replace('header', 'hea\n   der')],
  ['as quoted mail', missing.replace('from', '\n> from').replace(/^/, '> ')],
  ['twice', `${missing}\n${missing}`],
  ['with the time before it', `12:34:56.789 ${missing}`],
  ['in another sentence', `Since yesterday I get this: ${missing} Can anybody help?`],
  ['with a zero-width space', missing.replace('CORS', 'CO\u200bRS')],
  [
    'with everything that Chromium prints',
    `index.html:1 ${missing}\nindex.js:12 GET https://api.example.com/data net::ERR_FAILED 200 (OK)\nload @ index.js:12\nindex.js:14 Uncaught (in promise) TypeError: Failed to fetch\n    at load (index.js:12:3)\n    at async main (http://localhost:3000/index.js:20:5)`,
  ],
  ['with the network log', `${missing}\nFailed to load resource: net::ERR_FAILED`],
];

for (const [name, text] of pasted) {
  test(`a text is explained when it is pasted ${name}`, () => {
    expect(idsOf(text)).toEqual(['origin-missing']);
  });
}

test('a refusal that Firefox says may be about a copy that it keeps, and no other is', () => {
  const said = (reason: string, status = ''): string =>
    firefoxMissing.replace(/Reason: .*$/, `Reason: ${reason}).${status}`);
  const noteOf = (text: string): (string | null)[] =>
    explainText(text, engines).map(({ note }) => note?.slice(0, 85) ?? null);
  const kept = 'Firefox keeps a response that it refused as long as it is fresh, and refuses the copy';
  expect([
    noteOf(firefoxMissing),
    noteOf(`${firefoxMissing}\nTypeError: NetworkError when attempting to fetch resource.`),
    noteOf(said('CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://other.example’')),
    noteOf(said('expected ‘true’ in CORS header ‘Access-Control-Allow-Credentials’')),
    // A CORS-preflight response is in no HTTP cache.
    noteOf(said('Did not find method in CORS header ‘Access-Control-Allow-Methods’')),
    noteOf(said('CORS preflight response did not succeed', ' Status code: 404.')),
    noteOf(missing),
    noteOf('TypeError: NetworkError when attempting to fetch resource.'),
  ]).toEqual([[kept], [kept], [kept], [kept], [null], [null], [null], [null]]);
});

test('several failures are explained each', () => {
  const put =
    "Access to fetch at 'https://api.example.com/items' from origin 'http://localhost:3000' has been blocked by CORS policy: Method PUT is not allowed by Access-Control-Allow-Methods in preflight response.";
  const text = `${missing}\nFailed to load resource: net::ERR_FAILED\n${put}\nFailed to load resource: net::ERR_FAILED\nGET http://localhost:9/ net::ERR_CONNECTION_REFUSED`;
  expect(explainText(text, engines).map((each) => [idsIn(each), each.values['url']])).toEqual([
    [['origin-missing'], 'https://api.example.com/data'],
    [['method-not-allowed'], 'https://api.example.com/items'],
    [['connection-refused'], 'http://localhost:9/'],
  ]);
});

test('a method in lower case is for the page to correct', () => {
  const refused = (method: string): string =>
    `Access to fetch at 'https://api.example.com/items' from origin 'http://localhost:3000' has been blocked by CORS policy: Method ${method} is not allowed by Access-Control-Allow-Methods in preflight response.`;
  const advice = (method: string) =>
    explainText(refused(method), engines).flatMap((each) => {
      if (each.kind !== 'diagnosis') return [];
      const { changers, remedy, headers } = each.advice;
      return [{ changers, remedy, methods: headers.map(({ line }) => line).at(-1) }];
    });
  expect([...advice('patch'), ...advice('PATCH')]).toEqual([
    {
      changers: ['front end', 'back end'],
      remedy:
        'Have the page ask for PATCH: of the methods that a page writes in lower case, only delete, get, head, options, post and put are sent in upper case, and names are compared by case.',
      methods: 'Access-Control-Allow-Methods: PATCH',
    },
    {
      changers: ['back end'],
      remedy: 'Add PATCH, in exactly this case, to Access-Control-Allow-Methods for this path.',
      methods: 'Access-Control-Allow-Methods: PATCH',
    },
  ]);
});

test('a list of origins, which Firefox says does not match, may be several values', () => {
  const list =
    '(Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://a.example, https://b.example’).';
  const [explained] = explainText(list, engines);
  const asked = explained?.kind === 'ambiguous' ? explained.questions : [];
  const answers = asked.find(({ id }) => id === 'allow-origin')?.answers ?? [];
  expect(answers.find(({ answer }) => answer.startsWith('several'))?.leaves).toEqual([
    'origin-multiple',
    'preflight-origin-multiple',
  ]);
  expect(idsOf(list.replace(', https://b.example', ''))).not.toContain('origin-multiple');
});

test('a redirect that fails the CORS check is told whole, and is no CORS-preflight response', () => {
  const redirect =
    'Cross-origin redirection to https://b.example/ denied by Cross-Origin Resource Sharing policy: Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 302';
  expect(explainText(redirect, engines).map((each) => [each.text, each.values, idsIn(each)])).toEqual([
    [
      redirect,
      { to: 'https://b.example/', origin: 'https://app.example', status: '302' },
      ['origin-missing', 'origin-invalid', 'origin-mismatch'],
    ],
  ]);
});

test('nobody is told to allow an opaque origin', async () => {
  const explained = explainText(missing.replace(/origin 'https?:[^']*'/, "origin 'null'"), engines);
  const said = explained.flatMap((each) => (each.kind === 'diagnosis' ? [each.advice] : []));
  expect(
    said.map(({ diagnosis, changers, headers, remedy }) => [diagnosis, changers, headers, remedy]),
  ).toEqual([
    [
      'origin-missing',
      ['front end'],
      [],
      'Do not allow null, which is the origin of every sandboxed page: serve the page from an origin of its own, and not from a file, a data: URL or a sandboxed frame. If a redirect led to another origin, ask for its last address instead.',
    ],
  ]);
  const lines = explanationLines(explained, {}, await loadPrintableFixes());
  expect(lines.filter((line) => /^ +(Edit|Print) /.test(line))).toEqual([]);
});

test('what Firefox prints of a failed connection can be one', () => {
  const failed =
    'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example.com/data. (Reason: CORS request did not succeed). Status code: (null).';
  const [explained] = explainText(failed, engines);
  const unanswered = explained?.kind === 'ambiguous' ? explained.questions : [];
  const answers = unanswered.find(({ id }) => id === 'curl-answers')?.answers;
  expect(answers?.find(({ answer }) => answer === 'no')?.leaves).toEqual([
    'connection-refused',
    'connection-reset',
    'host-not-found',
    'host-unreachable',
    'tls-failure',
    'response-invalid',
  ]);
});

const ofNeighbours: readonly (readonly [text: string, ids: readonly string[]])[] = [
  ['Failed to load resource: net::ERR_CONNECTION_REFUSED', ['connection-refused']],
  ['GET https://api.example.com/ net::ERR_CERT_AUTHORITY_INVALID', ['tls-failure']],
  ['net::ERR_NAME_NOT_RESOLVED', ['host-not-found']],
  ['net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin', ['resource-policy']],
  ['net::ERR_SOMETHING_NEW', ['connection-blocked']],
  [
    "Mixed Content: The page at 'https://app.example/' was loaded over HTTPS, but requested an insecure resource 'http://api.example/'. This request has been blocked; the content must be served over HTTPS.",
    ['mixed-content'],
  ],
  ['Blocked loading mixed active content “http://api.example/”', ['mixed-content']],
  [
    "Access to fetch at 'http://localhost:8080/' from origin 'https://app.example' has been blocked by CORS policy: Permission was denied for this request to access the `loopback` address space.",
    ['local-network-access-denied'],
  ],
  [
    `Connecting to 'https://api.example/' violates the following Content Security Policy directive: "connect-src 'self'". The action has been blocked.`,
    ['content-security-policy'],
  ],
  [
    'The resource at “https://api.example/” was blocked by OpaqueResponseBlocking. Reason: “Javascript validation failed”.',
    ['opaque-response-blocking'],
  ],
];

for (const [text, ids] of ofNeighbours) {
  test(`a failure that is not CORS is told apart: ${text.slice(0, 60)}`, () => {
    expect(idsOf(text)).toEqual(ids);
  });
}

test('a text with no diagnosis has a sentence of its own', () => {
  const text =
    "WebSocket connection to 'wss://api.example/live' failed: Error during WebSocket handshake: Unexpected response code: 403";
  expect(explainText(text, engines).map(({ kind, engines: said }) => [kind, said])).toEqual([
    ['other', ['chromium']],
  ]);
});

test('what a script alone sees fits every cause, and comes with questions', () => {
  const [explained, ...more] = explainText('Uncaught (in promise) TypeError: Failed to fetch', engines);
  expect(more).toEqual([]);
  expect(explained?.kind === 'ambiguous' ? explained.questions.map(({ id }) => id) : null).toEqual([
    'options-failed',
    'says-preflight',
    'curl-answers',
    'credentials',
    'allow-origin',
  ]);
});

test('what a library says is of no engine, and asks nothing of the console of one', () => {
  const [explained, ...more] = explainText('Uncaught (in promise) AxiosError: Network Error', engines);
  expect(more).toEqual([]);
  expect(explained?.engines).toEqual([]);
  expect(explained?.kind === 'ambiguous' ? explained.questions.map(({ id }) => id) : null).toEqual([
    'options-failed',
    'curl-answers',
    'credentials',
    'allow-origin',
  ]);
});

const besideLibrary: readonly (readonly [engine: string, text: string, ids: readonly string[]])[] = [
  ['chromium', missing, ['origin-missing']],
  ['firefox', firefoxMissing, ['origin-missing', 'preflight-origin-missing']],
];

for (const [engine, text, ids] of besideLibrary) {
  for (const both of [`AxiosError: Network Error\n${text}`, `${text}\nAxiosError: Network Error`]) {
    test(`what an engine says beside a library is what is explained: ${both.slice(0, 20)}, ${engine}`, () => {
      expect(
        explainText(both, engines).map((each) => ({
          engines: each.engines,
          text: each.text,
          ids: idsIn(each),
        })),
      ).toEqual([{ engines: [engine], text, ids }]);
    });
  }
}

test('each answer to a question leaves fewer candidates, and the right ones', () => {
  const text = "No 'Access-Control-Allow-Origin' header is present on the requested resource.";
  const [explained] = explainText(text, engines);
  const questions = explained?.kind === 'ambiguous' ? explained.questions : [];
  expect(questions.map(({ id, answers }) => [id, answers.map(({ leaves }) => leaves)])).toEqual([
    ['options-failed', [['preflight-origin-missing'], ['origin-missing']]],
    ['says-preflight', [['preflight-origin-missing'], ['origin-missing']]],
  ]);
});

const unknown: readonly string[] = [
  '',
  'hello',
  "TypeError: Cannot read properties of undefined (reading 'map')",
  "How do I set the 'Access-Control-Allow-Origin' header?",
  'My request has been blocked. Why?',
  'CORS',
  'Origin',
  'net::ERR',
  '\u0000\u0000\u0000',
  'Load failed because the disk is full',
];

for (const text of unknown) {
  test(`a text is unknown: ${JSON.stringify(text)}`, () => {
    expect(explainText(text, engines)).toEqual([]);
  });
}

test('a very long text is read up to its limit, in bounded time', () => {
  const text = `${"' from origin '".repeat(5_000)}${missing}`;
  expect(text.length).toBeGreaterThan(longestText);
  explainText(text, engines);
  expect(idsOf(`${missing}\n${text}`)[0]).toBe('origin-missing');
});
