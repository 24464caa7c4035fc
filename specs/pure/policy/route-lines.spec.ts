import { expect, test } from '@playwright/test';
import { routeLines } from '../../../src/policy/route-lines.ts';

test('each route has the line that says its path, and none where nothing does', () => {
  const source = `export default definePolicy({
  routes: [
    { path: '/users', methods: ['GET'] },
    {
      "path" : "/a.b/{id}", methods: ['GET'],
    },
    { path: \`/users\`, methods: ['PUT'] },
    ...made,
  ],
});`;
  expect(routeLines(source, ['/users', '/a.b/{id}', '/users', '/made', '/aXb/{id}', '/users'])).toEqual([
    3,
    5,
    7,
    null,
    null,
    7,
  ]);
});
