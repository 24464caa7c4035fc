import { expect, test } from '@playwright/test';
import type { StackId } from '../../../src/fix/fix.ts';
import { guessStack } from '../../../src/responder/guess-stack.ts';

const guesses: readonly (readonly [
  headers: readonly (readonly [string, string])[],
  stack: StackId | null,
])[] = [
  [[['X-Powered-By', 'Express']], 'express'],
  [
    [
      ['Server', 'nginx/1.22.1'],
      ['X-Powered-By', 'Express'],
    ],
    'express',
  ],
  [[['server', 'nginx']], 'nginx'],
  [[['Server', 'Apache/2.4.71 (Debian)']], 'apache'],
  [[['Server', 'Werkzeug/3.1.3 Python/3.12.0']], 'flask'],
  [[['server', 'uvicorn']], 'fastapi'],
  [[['X-Powered-By', 'PHP/8.2.28']], 'php'],
  [[['x-powered-by', 'next.js']], 'nextjs'],
  [[['X-Runtime', '0.004']], 'rack'],
  [[['Server', 'cloudflare']], null],
  [[['X-Powered-By', 'My Express']], null],
  [[], null],
];
for (const [headers, stack] of guesses) {
  test(`${JSON.stringify(headers)} hint at ${stack}`, () => {
    expect(guessStack(headers)?.stack ?? null).toBe(stack);
  });
}

test('a guess names the line that it rests on, and no stack that is not among those asked for', () => {
  const headers = [
    ['Server', 'nginx/1.22.1'],
    ['X-Powered-By', 'Express'],
  ] as const;
  expect(guessStack(headers)).toEqual({ stack: 'express', hint: 'X-Powered-By: Express' });
  expect(guessStack(headers, new Set(['nginx', 'php']))).toEqual({
    stack: 'nginx',
    hint: 'Server: nginx/1.22.1',
  });
  expect(guessStack(headers, new Set(['php']))).toBe(null);
});
