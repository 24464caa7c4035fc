import { expect, test } from '@playwright/test';
import { checkCommand } from '../../../src/cli/check.ts';
import { runCommand } from '../../support/run-command.ts';

const refusal = async (...args: readonly string[]): Promise<readonly string[]> =>
  (await runCommand(checkCommand, args)).lines;

const help = 'cors-conformance check --help lists the options.';
const address = 'https://api.example.com/users';
const origin = ['--origin', 'https://app.example.com'];

test('arguments that are wrong or missing are told at once, in the words of the options, before anything is sent', async () => {
  expect(await refusal()).toEqual(['exit code 2', 'No address was given.', help]);
  expect(await refusal(address)).toEqual([
    'exit code 2',
    '--origin is missing: name an origin whose pages may read it.',
    help,
  ]);
  expect(await refusal(address, 'https://other.example', ...origin)).toEqual([
    'exit code 2',
    'One address is judged, and 2 were given: https://api.example.com/users https://other.example',
    help,
  ]);
  const wrong = ['--origin', 'https://app.example.com/', '--method', 'P T', '--engine', 'netscape'];
  expect(await refusal('api.example.com', ...wrong)).toEqual([
    'exit code 2',
    '--engine names "netscape", which is none of chromium, firefox, webkit. Write all for every engine.',
    'the address "api.example.com" has no scheme: write "https://api.example.com".',
    '--origin "https://app.example.com/" is not a serialized origin: remove the trailing slash; write "https://app.example.com".',
    '--method "P T" is not a method: write one token for each method, such as "GET".',
    help,
  ]);
  expect(await refusal(address, ...origin, '--credentials', 'omit', '--credentials', 'include')).toEqual([
    'exit code 2',
    '--credentials was given 2 times: it has one value.',
    help,
  ]);
  expect(await refusal(address, '--orgin', 'https://app.example.com')).toEqual([
    'exit code 2',
    '--orgin is no option of check: did you mean --origin?',
    help,
  ]);
  expect(await refusal(address, '--origin')).toEqual(['exit code 2', '--origin is given no value.', help]);
});
