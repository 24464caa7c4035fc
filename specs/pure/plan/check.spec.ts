import { expect, test } from '@playwright/test';
import { checkCommand } from '../../../src/cli/check.ts';

/** Returns the exit code of `check` and what it says before its usage, in an environment of its own. */
async function refusal(...args: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  const write = (text: string): void => void lines.push(...text.split('\n'));
  const code = await checkCommand(args, '/nonexistent', {}, { out: write, error: write });
  const end = lines.indexOf('');
  return [`exit code ${code}`, ...lines.slice(0, end < 0 ? undefined : end)];
}

const address = 'https://api.example.com/users';
const origin = ['--origin', 'https://app.example.com'];

test('an argument that is wrong or missing is told in the words of the options, before anything is sent', async () => {
  expect(await refusal()).toEqual(['exit code 2', 'No address was given.']);
  expect(await refusal(address)).toEqual([
    'exit code 2',
    '--origin is missing: name an origin whose pages may read it.',
  ]);
  expect(await refusal(address, 'https://other.example', ...origin)).toEqual([
    'exit code 2',
    'One address is judged, and 2 were given: https://api.example.com/users https://other.example',
  ]);
  expect(await refusal('api.example.com', '--origin', 'https://app.example.com/', '--method', 'P T')).toEqual(
    [
      'exit code 2',
      'The policy has 3 problems:',
      '- the address "api.example.com" has no scheme: write "https://api.example.com".',
      '- --origin "https://app.example.com/" is not a serialized origin: remove the trailing slash; write "https://app.example.com".',
      '- --method "P T" is not a method: write one token for each method, such as "GET".',
    ],
  );
  expect(await refusal(address, ...origin, '--credentials', 'omit', '--credentials', 'include')).toEqual([
    'exit code 2',
    '--credentials was given 2 times: it has one value.',
  ]);
  expect(await refusal(address, ...origin, '--engine', 'netscape')).toEqual([
    'exit code 2',
    '--engine names "netscape", which is none of chromium, firefox, webkit. Write all for every engine.',
  ]);
  expect((await refusal(address, ...origin, '--methods', 'GET'))[0]).toBe('exit code 2');
});
