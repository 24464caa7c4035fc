import { test as base } from '../../fixtures/test.ts';
import { standardEngine } from './standard-page.ts';

/** A `test` whose pages are pages of the standard, which ask real servers, and no browser's. */
export const test = base.extend({
  corsStart: [async ({}, use) => use(() => Promise.resolve(standardEngine)), { scope: 'worker' }],
});
