import { expect, test } from '@playwright/test';
import { PolicyError, validatePolicy } from '../../../src/policy/policy.ts';

const wrong = {
  target: 'https://api.example.com?key=1',
  trustedOrigins: ['https://app.example.com/', 'http://shop.example.com', 7],
  failOnHazards: true,
  routes: [
    {
      path: '/users/{id}',
      methods: ['get', 'patch'],
      requestHeaders: ['cookie', 'authorization'],
      credentials: 'include',
      public: true,
      headers: { authorization: 'Bearer hunter2hunter2\n', 'x-key': undefined },
      errors: [{ status: 200 }],
    },
    'GET /status',
    { path: 'users', methods: 'GET', preflightCacheSeconds: -5 },
  ],
  limits: { requestsInFlight: 0 },
};

const listed = [
  'trustedOrigins[2] 7 is a number: write an origin, such as "https://app.example.com".',
  'routes[0].errors[0].name is missing: write a name, such as "unauthenticated".',
  'routes[1] "GET /status" is a string: write { path: "/users", methods: ["GET"] }.',
  'routes[2].methods "GET" is a string: write a list of methods, such as ["GET", "POST"].',
  'failOnHazards is not a key that a policy has here: did you mean "failOn"?',
  'target "https://api.example.com?key=1" has a query or a fragment: leave it out; a query belongs to a route.',
  'trustedOrigins[0] "https://app.example.com/" is not a serialized origin: remove the trailing slash; write "https://app.example.com".',
  'routes[0].methods[1] "patch" is sent as it is written, and is another method than "PATCH": write "PATCH".',
  'routes[0].pathParameters.id is missing, but the path "/users/{id}" needs it: write a value that the API knows, such as "42".',
  'routes[0].requestHeaders[0] "cookie" is a forbidden request-header, which no page can set: remove it; browsers send cookies by themselves with credentials: "include".',
  'routes[0].credentials "include" contradicts public: true, which is for reading without credentials: remove one of the two.',
  'routes[0].headers.authorization [redacted] contains a line break: remove it, for instance with .trim().',
  'routes[0].headers["x-key"] has a value, but is not in requestHeaders: add "x-key" to requestHeaders, or remove the value.',
  'routes[0].headers["x-key"] is undefined: set the environment variable that it is made of, or write the value.',
  'routes[0].errors[0].status 200 is not an error status: write a status from 400 to 599.',
  'routes[2].path "users" does not start with a slash: write "/users".',
  'routes[2].preflightCacheSeconds -5 is negative: write 0 if no CORS-preflight response may be reused.',
  'trustedOrigins[1] "http://shop.example.com" is not secure, and routes[0] takes credentials: anybody on the network can act as its pages: write "https://shop.example.com", or credentials: "omit".',
  'limits.requestsInFlight 0 leaves room for no request: write a number above 0, or leave it out.',
];

function thrown(): PolicyError {
  try {
    validatePolicy(wrong);
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  throw new Error('validatePolicy accepted a policy that is wrong in nineteen ways');
}

test('every problem of a policy is told at once', () => {
  expect(thrown().message).toBe(
    [`The policy has ${listed.length} problems:`, ...listed.map((text) => `- ${text}`)].join('\n'),
  );
});

test('a PolicyError says what it is, and holds each problem in parts', () => {
  const error = thrown();
  expect({
    name: error.name,
    code: error.code,
    count: error.problems.length,
    first: error.problems[0],
  }).toEqual({
    name: 'PolicyError',
    code: 'policy-invalid',
    count: listed.length,
    first: {
      place: 'trustedOrigins[2]',
      value: '7',
      problem: 'is a number',
      remedy: 'write an origin, such as "https://app.example.com"',
    },
  });
  expect(String(error)).toBe(`PolicyError: ${error.message}`);
});
