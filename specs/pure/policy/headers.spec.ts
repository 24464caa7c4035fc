import { expect, test } from '@playwright/test';
import { problemsOf, routeWith, type Row } from './sample.ts';

const naming = (...requestHeaders: unknown[]) => routeWith({ requestHeaders });
const exposing = (...exposedHeaders: unknown[]) => routeWith({ exposedHeaders });
const sending = (authorization: unknown) =>
  routeWith({ requestHeaders: ['authorization'], headers: { authorization } });
const setVariable = 'set the environment variable that it is made of, or write the value';
const posting = (contentType: string, change: Record<string, unknown> = {}) =>
  routeWith({ methods: ['POST'], body: { contentType, text: '{}' }, ...change });

const rows: readonly Row[] = [
  {
    title: 'the request header Cookie',
    input: naming('Cookie'),
    message:
      'routes[0].requestHeaders[0] "Cookie" is a forbidden request-header, which no page can set: remove it; browsers send cookies by themselves with credentials: "include".',
  },
  ...['origin', 'Sec-Fetch-Mode', 'proxy-authorization'].map((name) => ({
    title: `the forbidden request-header ${name}`,
    input: naming(name),
    message: `routes[0].requestHeaders[0] "${name}" is a forbidden request-header, which no page can set: remove it.`,
  })),
  {
    title: 'a response header in requestHeaders',
    input: naming('Access-Control-Allow-Origin'),
    message:
      'routes[0].requestHeaders[0] "Access-Control-Allow-Origin" is a response header, which the API sends and a page does not: remove it.',
  },
  {
    title: 'a wildcard request header',
    input: naming('*'),
    message: 'routes[0].requestHeaders[0] "*" is a wildcard: list the names that pages send, one by one.',
  },
  {
    title: 'a request header name with a space',
    input: naming('x request id'),
    message:
      'routes[0].requestHeaders[0] "x request id" is not a header name: write the name alone, such as "x-request-id".',
  },
  {
    title: 'a request header name with a space at its end',
    input: naming('x-request-id '),
    message:
      'routes[0].requestHeaders[0] "x-request-id " is not a header name: write the name alone, such as "x-request-id".',
  },
  ...['authorization Bearer', 'x-key hunter', 'key hunter2', 'key abcdefghijklmnop'].map((text) => ({
    title: `a request header with what may be its value, which is not shown (${text}),`,
    input: naming(text),
    message: `routes[0].requestHeaders[0] "${text.replace(/ .*/, '')}" [redacted] is not a header name: write the name alone, such as "x-request-id".`,
  })),
  {
    title: 'a request header with its value, which is not shown,',
    input: naming('authorization: Bearer hunter2'),
    message:
      'routes[0].requestHeaders[0] "authorization" [redacted] is not a header name: write the name alone, such as "x-request-id".',
  },
  {
    title: 'an empty request header name',
    input: naming(''),
    message:
      'routes[0].requestHeaders[0] "" is not a header name: write the name alone, such as "x-request-id".',
  },
  {
    title: 'a request header that is the same in lower case',
    input: naming('X-Request-Id', 'x-request-id'),
    message:
      'routes[0].requestHeaders[1] "x-request-id" repeats routes[0].requestHeaders[0]: remove one of the two.',
  },
  {
    title: 'exposing Set-Cookie',
    input: exposing('Set-Cookie'),
    message:
      'routes[0].exposedHeaders[0] "Set-Cookie" is a forbidden response-header name, which no page can read: remove it.',
  },
  {
    title: 'exposing the wildcard',
    input: exposing('*'),
    message:
      'routes[0].exposedHeaders[0] "*" is a wildcard, and only a name like any other once credentials are included: list the names that pages read, one by one.',
  },
  {
    title: 'exposing what is not a name',
    input: exposing('x-total-count;'),
    message:
      'routes[0].exposedHeaders[0] "x-total-count;" is not a header name: write the name alone, such as "x-total-count".',
  },
  {
    title: 'exposing a name twice',
    input: exposing('x-total-count', 'X-Total-Count'),
    message:
      'routes[0].exposedHeaders[1] "X-Total-Count" repeats routes[0].exposedHeaders[0]: remove one of the two.',
  },
  {
    title: 'a value for a header that is not declared',
    input: routeWith({ headers: { Authorization: 'Bearer hunter2' } }),
    message:
      'routes[0].headers.Authorization has a value, but is not in requestHeaders: add "authorization" to requestHeaders, or remove the value.',
  },
  {
    title: 'two values for one header',
    input: routeWith({ requestHeaders: ['x-key'], headers: { 'x-key': 'hunter2', 'X-Key': 'hunter3' } }),
    message: 'routes[0].headers["X-Key"] repeats "x-key": remove one of the two.',
  },
  {
    title: 'a value for a forbidden request-header',
    input: routeWith({ headers: { cookie: 'session=hunter2' } }),
    message:
      'routes[0].headers.cookie is a forbidden request-header, which no page can set: remove it; browsers send cookies by themselves with credentials: "include".',
  },
  {
    title: 'a value that asks for a forbidden method',
    input: routeWith({ requestHeaders: ['x-http-method'], headers: { 'x-http-method': 'TRACE' } }),
    message:
      'routes[0].headers["x-http-method"] asks for a forbidden method, so that no page can set it: remove it.',
  },
  {
    title: 'a header value that is undefined',
    input: sending(undefined),
    message: `routes[0].headers.authorization is undefined: ${setVariable}.`,
  },
  {
    title: 'a header value that ends with the word undefined',
    input: sending('Bearer undefined'),
    message: `routes[0].headers.authorization [redacted] ends with the word undefined: ${setVariable}.`,
  },
  {
    title: 'a header value without its end',
    input: sending('Bearer '),
    message: `routes[0].headers.authorization [redacted] begins or ends with white space: ${setVariable}.`,
  },
  {
    title: 'an empty header value',
    input: sending(''),
    message: `routes[0].headers.authorization [redacted] is empty: ${setVariable}.`,
  },
  ...['\r\n', '\n', '\r'].map((lineBreak) => ({
    title: `a header value with the line break ${JSON.stringify(lineBreak)}`,
    input: sending(`Bearer hunter2${lineBreak}x-evil: 1`),
    message:
      'routes[0].headers.authorization [redacted] contains a line break: remove it, for instance with .trim().',
  })),
  {
    title: 'a header value with a character beyond a byte',
    input: sending('Bearer hunter2…'),
    message:
      'routes[0].headers.authorization [redacted] contains a character that no header value can carry: write visible ASCII characters.',
  },
  {
    title: 'a header value that is a number, which is not shown,',
    input: sending(271828),
    message: 'routes[0].headers.authorization [redacted] is a number: write a string.',
  },
  {
    title: 'a secret in another place, which is not shown,',
    input: routeWith({
      requestHeaders: ['x-key', 'no hunter2hunter2', 'hunter2hunter2;'],
      headers: { 'x-key': 'hunter2hunter2' },
      trustedOrigins: ['hunter2hunter2'],
    }),
    message: [
      'The policy has 3 problems:',
      '- routes[0].requestHeaders[1] "no" [redacted] is not a header name: write the name alone, such as "x-request-id".',
      '- routes[0].requestHeaders[2] "[redacted];" is not a header name: write the name alone, such as "x-request-id".',
      '- routes[0].trustedOrigins[0] "[redacted]" has no scheme: write "https://[redacted]".',
    ].join('\n'),
  },
  {
    title: 'a body for GET and HEAD',
    input: posting('text/plain', { methods: ['get', 'HEAD'] }),
    message:
      'routes[0].body is never sent, because GET and HEAD carry no body: remove it, or declare a method such as "POST".',
  },
  {
    title: 'a body whose type needs an undeclared header',
    input: posting('application/json'),
    message:
      'routes[0].body.contentType "application/json" is not CORS-safelisted, but requestHeaders does not name content-type: add "content-type" to requestHeaders.',
  },
  {
    title: 'a body whose type is none',
    input: posting('json'),
    message: 'routes[0].body.contentType "json" is not a MIME type: write one such as "application/json".',
  },
  {
    title: 'a form without a part',
    input: posting('text/plain', { body: { multipart: [] } }),
    message:
      'routes[0].body.multipart [] is empty: write at least one part, such as { name: "file", bytes: 2000000 }.',
  },
  {
    title: 'a form whose parts are none',
    input: posting('text/plain', {
      body: {
        multipart: [
          { name: 'a' },
          { name: 'a', text: '', bytes: 1 },
          { name: 'a', bytes: -1 },
          { name: 'a', bytes: 33_554_433, contentType: 'png' },
        ],
      },
    }),
    message: [
      'The policy has 5 problems:',
      '- routes[0].body.multipart[0] holds nothing: write one of text and bytes.',
      '- routes[0].body.multipart[1] has both text and bytes: write one of text and bytes.',
      '- routes[0].body.multipart[2].bytes -1 is no size of a file: write a whole number from 0 to 33554432.',
      '- routes[0].body.multipart[3].bytes 33554433 is no size of a file: write a whole number from 0 to 33554432.',
      '- routes[0].body.multipart[3].contentType "png" is not a MIME type: write one such as "image/png".',
    ].join('\n'),
  },
  {
    title: 'a body whose type is given twice',
    input: posting('text/plain', {
      requestHeaders: ['content-type'],
      headers: { 'Content-Type': 'text/plain' },
    }),
    message: 'routes[0].headers["content-type"] is given by body.contentType already: remove one of the two.',
  },
];

for (const { title, input, message } of rows) {
  test(`headers: ${title} is a problem`, () => {
    expect(problemsOf(input)).toBe(message);
  });
}
