import { test as inBrowser } from '../../fixtures/test.ts';
import { engineChoice } from '../../fixtures/stage/engine-choice.ts';
import { test as byTheStandard } from './standard-test.ts';

export { expect, type Cors } from '../../fixtures/test.ts';

/**
 * The `test` of specs that show how answers are judged: after a change, its pages are pages of the standard, which ask
 * real servers; in the whole suite, those of the browser.
 */
export const test = engineChoice.suite === 'all' ? inBrowser : byTheStandard;
