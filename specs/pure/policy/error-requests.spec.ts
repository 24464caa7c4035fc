import { expect, test } from '@playwright/test';
import { errorWith, problemsOf, routeWith, type Row } from './sample.ts';

const rows: readonly Row[] = [
  {
    title: 'a name alone',
    input: routeWith({ errors: ['unauthenticated', { name: 'gone', status: 410 }] }),
    message:
      'routes[0].errors[0] "unauthenticated" is a string: write { name: "unauthenticated", status: 401 }.',
  },
  {
    title: 'no name',
    input: errorWith({ name: undefined }),
    message: 'routes[0].errors[0].name is missing: write a name, such as "unauthenticated".',
  },
  {
    title: 'an empty name',
    input: errorWith({ name: ' ' }),
    message: 'routes[0].errors[0].name " " is empty: write one such as "unauthenticated".',
  },
  {
    title: 'a repeated name',
    input: routeWith({
      errors: [
        { name: 'gone', status: 410 },
        { name: 'gone', status: 404 },
      ],
    }),
    message:
      'routes[0].errors[1].name "gone" repeats routes[0].errors[0].name: give each error request its own name.',
  },
  {
    title: 'no status',
    input: errorWith({ status: undefined }),
    message:
      'routes[0].errors[0].status is missing: write the error status that the API answers with, such as 401.',
  },
  ...[200, 399, 600, 401.5].map((status) => ({
    title: `the status ${status}`,
    input: errorWith({ status }),
    message: `routes[0].errors[0].status ${status} is not an error status: write a status from 400 to 599.`,
  })),
  {
    title: 'a lower-case method',
    input: errorWith({ method: 'patch' }),
    message:
      'routes[0].errors[0].method "patch" is sent as it is written, and is another method than "PATCH": write "PATCH".',
  },
  {
    title: 'a method that no CORS-preflight request will find allowed',
    input: errorWith({ method: 'DELETE' }, { send: true }),
    message:
      'routes[0].errors[0].method "DELETE" needs a CORS-preflight request that allows it, but is not in methods: declare the method, or use one of methods.',
  },
  {
    title: 'a body for GET',
    input: errorWith({ body: { multipart: [{ name: 'file', bytes: 1 }] } }),
    message:
      'routes[0].errors[0].body is never sent, because GET and HEAD carry no body: remove it, or write another method, such as "POST".',
  },
  {
    title: 'a method that is held',
    input: errorWith({ method: 'POST' }),
    message:
      'routes[0].errors[0].method "POST" is held before it reaches the API, so that no error response can be seen: write send: true for the route if the request may reach the API, or use "GET".',
  },
  {
    title: 'a path without a slash',
    input: errorWith({ path: 'users/0' }),
    message: 'routes[0].errors[0].path "users/0" does not start with a slash: write "/users/0".',
  },
  {
    title: 'a path parameter that the route does not give',
    input: errorWith({ path: '/users/{id}' }),
    message:
      'routes[0].errors[0].path "/users/{id}" needs the path parameter "id", which its route does not give: add it to pathParameters, or write the value in the path.',
  },
  {
    title: 'a query with its question mark',
    input: errorWith({ query: '?page=x' }),
    message: 'routes[0].errors[0].query starts with a question mark: remove the question mark.',
  },
  {
    title: 'an undefined header value',
    input: errorWith({ headers: { authorization: undefined } }),
    message:
      'routes[0].errors[0].headers.authorization is undefined: set the environment variable that it is made of, or write the value.',
  },
  {
    title: 'a forbidden request-header',
    input: errorWith({ headers: { host: null } }),
    message:
      'routes[0].errors[0].headers.host is a forbidden request-header, which no page can set: remove it.',
  },
];

for (const { title, input, message } of rows) {
  test(`error requests: ${title} is a problem`, () => {
    expect(problemsOf(input)).toBe(message);
  });
}
