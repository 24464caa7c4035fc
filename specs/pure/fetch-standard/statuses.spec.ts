import { expect, test } from '@playwright/test';
import { isRedirectStatus } from '../../../src/fetch-standard/statuses.ts';

test('the redirect statuses are 301, 302, 303, 307 and 308', () => {
  const statuses = Array.from({ length: 100 }, (_, index) => 300 + index);
  expect(statuses.filter(isRedirectStatus)).toEqual([301, 302, 303, 307, 308]);
});
