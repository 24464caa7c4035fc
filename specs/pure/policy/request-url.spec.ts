import { expect, test } from '@playwright/test';
import {
  errorHeaders,
  pathParameterNames,
  requestUrl,
  trustedOriginsOf,
} from '../../../src/policy/request-url.ts';

const target = { origin: 'https://api.example.com', basePath: '/v1' };
const route = { path: '/users/{id}', pathParameters: { id: 'a/b c' }, query: 'page=1' };

test('the path parameters and the query are filled in', () => {
  expect(requestUrl(target, route)).toBe('https://api.example.com/v1/users/a%2Fb%20c?page=1');
});

test('an error request has its own path and query, and the path parameters of its route', () => {
  expect(requestUrl(target, route, { path: '/posts/{id}', query: '' })).toBe(
    'https://api.example.com/v1/posts/a%2Fb%20c',
  );
});

test('a path parameter named like a property of every object is left alone', () => {
  expect(requestUrl(target, { path: '/{constructor}', pathParameters: {}, query: '' })).toBe(
    'https://api.example.com/v1/{constructor}',
  );
});

test('the names of path parameters are found in order', () => {
  expect(pathParameterNames('/users/{id}/posts/{post}.{format}')).toEqual(['id', 'post', 'format']);
});

test("an error request adds to its route's headers, and leaves some out", () => {
  const headers = { authorization: 'Bearer hunter2', accept: 'text/csv' };
  expect(errorHeaders({ headers }, { headers: { authorization: null, 'x-key': 'wrong' } })).toEqual({
    accept: 'text/csv',
    'x-key': 'wrong',
  });
});

test("a route's own trusted origins take the place of the policy's", () => {
  const policy = { trustedOrigins: ['https://app.example'] };
  expect(trustedOriginsOf(policy, { trustedOrigins: null })).toEqual(['https://app.example']);
  expect(trustedOriginsOf(policy, { trustedOrigins: [] })).toEqual([]);
});
