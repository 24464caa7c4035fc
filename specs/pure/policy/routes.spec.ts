import { expect, test } from '@playwright/test';
import { policyWith, problemsOf, routeWith, type Row } from './sample.ts';

const at = (path: string) => routeWith({ path });
const using = (...methods: unknown[]) => routeWith({ methods });

const rows: readonly Row[] = [
  ...[99, 600, 200.5].map((status) => ({
    title: `the status ${status}`,
    input: routeWith({ status }),
    message: `routes[0].status ${status} is not the status of a response: write a status from 200 to 599.`,
  })),
  {
    title: 'a status of a redirect, and one that is repeated,',
    input: routeWith({ status: [200, 302, 200] }),
    message: [
      'The policy has 2 problems:',
      '- routes[0].status[1] 302 is the status of a redirect, which the page follows: write the status of the answer that it leads to.',
      '- routes[0].status[2] "200" repeats routes[0].status[0]: remove one of the two.',
    ].join('\n'),
  },
  {
    title: 'an empty list of statuses',
    input: routeWith({ status: [] }),
    message: 'routes[0].status [] is empty: write a status such as 200, or leave it out.',
  },
  {
    title: 'a status in words',
    input: routeWith({ status: 'ok' }),
    message: 'routes[0].status "ok" is a string: write a status, such as 200, or a list of them.',
  },
  {
    title: 'no route at all',
    input: policyWith({ routes: [] }),
    message:
      'routes [] is empty, so that nothing would be judged: write at least one, such as { path: "/users", methods: ["GET"] }.',
  },
  {
    title: 'a path without a slash',
    input: at('users'),
    message: 'routes[0].path "users" does not start with a slash: write "/users".',
  },
  {
    title: 'a path that would name another host',
    input: at('//evil.example/users'),
    message: 'routes[0].path "//evil.example/users" starts with two slashes: write "/evil.example/users".',
  },
  {
    title: 'a whole address as path',
    input: at('https://api.example.com/users'),
    message:
      'routes[0].path "https://api.example.com/users" is a whole address: write what follows the target, such as "/users".',
  },
  {
    title: 'a path with a query',
    input: at('/users?page=1'),
    message: 'routes[0].path "/users?page=1" holds a query: move it to query.',
  },
  {
    title: 'a path with a fragment',
    input: at('/users#top'),
    message: 'routes[0].path "/users#top" holds a fragment, which is never sent: remove it.',
  },
  {
    title: 'a path with a space',
    input: at('/all users'),
    message:
      'routes[0].path "/all users" holds white space, a backslash or a control character: percent-encode it.',
  },
  {
    title: 'a path that browsers shorten',
    input: at('/users/../admin'),
    message:
      'routes[0].path "/users/../admin" holds a "." or ".." segment, which browsers resolve before they send it: remove it.',
  },
  {
    title: 'a path parameter with a colon',
    input: at('/users/:id/posts/:post'),
    message: [
      'The policy has 3 problems:',
      '- routes[0].path "/users/:id/posts/:post" marks a path parameter with a colon: write "/users/{id}/posts/{post}".',
      '- routes[0].pathParameters.id is missing, but the path "/users/:id/posts/:post" needs it: write a value that the API knows, such as "42".',
      '- routes[0].pathParameters.post is missing, but the path "/users/:id/posts/:post" needs it: write a value that the API knows, such as "42".',
    ].join('\n'),
  },
  {
    title: 'a path without a slash, besides its parameters,',
    input: routeWith({
      path: 'users/{id}/{post}',
      pathParameters: { id: '..', user: '42' },
      errors: [{ name: 'not found', path: 'users/{none}', status: 404 }],
    }),
    message: [
      'The policy has 6 problems:',
      '- routes[0].path "users/{id}/{post}" does not start with a slash: write "/users/{id}/{post}".',
      '- routes[0].pathParameters.post is missing, but the path "users/{id}/{post}" needs it: write a value that the API knows, such as "42".',
      '- routes[0].pathParameters.id ".." is a segment that browsers resolve: write a value that the API knows.',
      '- routes[0].pathParameters.user has no place in the path "users/{id}/{post}": remove it, or write {user} in the path.',
      '- routes[0].errors[0].path "users/{none}" does not start with a slash: write "/users/{none}".',
      '- routes[0].errors[0].path "users/{none}" needs the path parameter "none", which its route does not give: add it to pathParameters, or write the value in the path.',
    ].join('\n'),
  },
  {
    title: 'a path pattern',
    input: at('/users/*'),
    message: 'routes[0].path "/users/*" is a pattern: write the path of one request.',
  },
  {
    title: 'an open brace',
    input: routeWith({ path: '/users/{id', pathParameters: { id: '', other: '42' } }),
    message: [
      'The policy has 2 problems:',
      '- routes[0].path "/users/{id" holds a brace that is not part of a path parameter: write {name} for each path parameter.',
      '- routes[0].pathParameters.id "" is empty: write a value that the API knows.',
    ].join('\n'),
  },
  {
    title: 'a path parameter without a value',
    input: at('/users/{id}'),
    message:
      'routes[0].pathParameters.id is missing, but the path "/users/{id}" needs it: write a value that the API knows, such as "42".',
  },
  {
    title: 'a path parameter without a place',
    input: routeWith({ pathParameters: { 'user-id': '42' } }),
    message:
      'routes[0].pathParameters["user-id"] has no place in the path "/users": remove it, or write {user-id} in the path.',
  },
  {
    title: 'an empty path parameter',
    input: routeWith({ path: '/users/{id}', pathParameters: { id: '' } }),
    message: 'routes[0].pathParameters.id "" is empty: write a value that the API knows.',
  },
  {
    title: 'a path parameter that browsers resolve',
    input: routeWith({ path: '/users/{id}', pathParameters: { id: '..' } }),
    message:
      'routes[0].pathParameters.id ".." is a segment that browsers resolve: write a value that the API knows.',
  },
  {
    title: 'a path parameter of an unset environment variable',
    input: routeWith({ path: '/users/{id}', pathParameters: { id: 'undefined' } }),
    message: 'routes[0].pathParameters.id "undefined" is no value: write a value that the API knows.',
  },
  {
    title: 'a path parameter that is no text',
    input: routeWith({ path: '/users/{id}', pathParameters: { id: '\ud800' } }),
    message:
      'routes[0].pathParameters.id "\\ud800" holds half a surrogate pair: write a value that the API knows.',
  },
  {
    title: 'a query with its question mark',
    input: routeWith({ query: '?page=1' }),
    message: 'routes[0].query starts with a question mark: remove the question mark.',
  },
  {
    title: 'a query with a space',
    input: routeWith({ query: 'name=Ada Lovelace' }),
    message: 'routes[0].query holds white space, a "#" or a control character: percent-encode it.',
  },
  {
    title: 'a query of an unset environment variable',
    input: routeWith({ query: { key: 'undefined' } }),
    message:
      'routes[0].query.key is the word undefined: set the environment variable that it is made of, or write the value.',
  },
  {
    title: 'a query that is no text',
    input: routeWith({ query: { page: ['\udfff'] } }),
    message: 'routes[0].query.page holds half a surrogate pair: write whole characters.',
  },
  {
    title: 'no method',
    input: using(),
    message: 'routes[0].methods [] is empty: write at least one, such as ["GET"].',
  },
  {
    title: 'a lower-case method that is not normalized',
    input: using('GET', 'patch'),
    message:
      'routes[0].methods[1] "patch" is sent as it is written, and is another method than "PATCH": write "PATCH".',
  },
  {
    title: 'the method OPTIONS',
    input: using('options'),
    message:
      'routes[0].methods[0] "options" is the method of CORS-preflight requests, which browsers make by themselves: remove it.',
  },
  ...['CONNECT', 'TRACE', 'track'].map((method) => ({
    title: `the forbidden method ${method}`,
    input: using(method),
    message: `routes[0].methods[0] "${method}" is a forbidden method, which no page can use: remove it.`,
  })),
  {
    title: 'a wildcard method',
    input: using('*'),
    message: 'routes[0].methods[0] "*" is a wildcard: list the methods one by one.',
  },
  {
    title: 'two methods in one text',
    input: using('GET, POST'),
    message:
      'routes[0].methods[0] "GET, POST" is not a method: write one token for each method, such as "GET".',
  },
  {
    title: 'a method that is the same once normalized',
    input: using('GET', 'get'),
    message: 'routes[0].methods[1] "get" repeats routes[0].methods[0]: remove one of the two.',
  },
  {
    title: 'a route that another one declares',
    input: policyWith({
      routes: [
        { path: '/users', methods: ['GET', 'POST'] },
        { path: '/status', methods: ['GET'] },
        { path: '/users', methods: ['PUT', 'post'] },
      ],
    }),
    message:
      'routes[2].methods[1] "post" is declared for "/users" by routes[0] already: remove one of the two.',
  },
  {
    title: 'a negative preflight cache time',
    input: routeWith({ preflightCacheSeconds: -1 }),
    message:
      'routes[0].preflightCacheSeconds -1 is negative: write 0 if no CORS-preflight response may be reused.',
  },
  {
    title: 'a preflight cache time with a fraction',
    input: routeWith({ preflightCacheSeconds: 0.5 }),
    message: 'routes[0].preflightCacheSeconds 0.5 is not a whole number: write whole seconds.',
  },
  {
    title: 'a preflight cache time of more than a day',
    input: routeWith({ preflightCacheSeconds: 86_401 }),
    message:
      'routes[0].preflightCacheSeconds 86401 is longer than any browser keeps a CORS-preflight response: write 86400 or less.',
  },
  {
    title: 'a public route with credentials',
    input: routeWith({ public: true, credentials: 'include' }),
    message:
      'routes[0].credentials "include" contradicts public: true, which is for reading without credentials: remove one of the two.',
  },
  {
    title: 'what is of no use to an EventSource',
    input: policyWith({
      routes: [
        {
          path: '/events',
          kind: 'event-source',
          methods: ['POST'],
          headers: { authorization: 'Bearer 1234' },
          errors: [{ name: 'none', status: 404 }],
        },
      ],
    }),
    message: [
      'The policy has 3 problems:',
      '- routes[0].headers is of no use to an EventSource: remove it, or declare a route beside it that fetch() asks for.',
      '- routes[0].errors is of no use to an EventSource: remove it, or declare a route beside it that fetch() asks for.',
      '- routes[0].methods[0] "POST" is no method of an EventSource, which is GET: remove it.',
    ].join('\n'),
  },
  {
    title: 'a subprotocol of fetch(), and one that is none,',
    input: policyWith({
      routes: [
        { path: '/users', methods: ['GET'], protocols: ['chat'] },
        { path: '/socket', kind: 'websocket', protocols: ['chat v2'] },
      ],
    }),
    message: [
      'The policy has 2 problems:',
      '- routes[0].protocols is of no use to fetch(): remove it, or write kind: "websocket".',
      '- routes[1].protocols[0] "chat v2" is no subprotocol: write one token for each.',
    ].join('\n'),
  },
  {
    title: 'an element that there is none of',
    input: routeWith({ as: 'video' }),
    message:
      'routes[0].as "video" is not one of the choices: write "image", "font", "module" or "stylesheet".',
  },
  {
    title: 'an element where GET is not declared',
    input: routeWith({ as: 'image', methods: ['POST'] }),
    message:
      'routes[0].as "image" needs "GET", the method of every element, but it is not in methods: add "GET" to methods, or remove it.',
  },
  {
    title: 'a font with credentials',
    input: routeWith({ as: 'font', credentials: 'include' }),
    message:
      'routes[0].as "font" contradicts credentials: "include", as a font is never asked for with credentials: remove one of the two.',
  },
  {
    title: 'a public route with its own trusted origins',
    input: routeWith({ public: true, trustedOrigins: ['https://app.example'] }),
    message:
      'routes[0].trustedOrigins contradicts public: true, which lets every origin read: remove one of the two.',
  },
];

for (const { title, input, message } of rows) {
  test(`routes: ${title} is a problem`, () => {
    expect(problemsOf(input)).toBe(message);
  });
}
