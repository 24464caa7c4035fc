import { expect, test } from '@playwright/test';
import type { StackId } from '../../../src/fix/fix.ts';
import { guessStack } from '../../../src/responder/guess-stack.ts';

const ofDjango = [
  ['X-Frame-Options', 'DENY'],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'same-origin'],
  ['Cross-Origin-Opener-Policy', 'same-origin'],
] as const;

const guesses: readonly (readonly [
  headers: readonly (readonly [string, string])[],
  stacks: readonly StackId[],
])[] = [
  [[['X-Powered-By', 'Express']], ['express']],
  [
    [
      ['Server', 'nginx/1.22.1'],
      ['X-Powered-By', 'Express'],
    ],
    ['express'],
  ],
  [[['server', 'nginx']], ['nginx']],
  [[['Server', 'Apache/2.4.71 (Debian)']], ['apache']],
  [[['Server', 'Werkzeug/3.1.3 Python/3.12.0']], ['flask', 'django']],
  [[['server', 'uvicorn']], ['fastapi', 'django']],
  [[['X-Powered-By', 'PHP/8.2.28']], ['php']],
  [[['x-powered-by', 'next.js']], ['nextjs']],
  [[['X-Runtime', '0.004']], ['rack']],
  [[['Server', 'cloudflare']], []],
  [[['X-Powered-By', 'My Express']], []],
  [[['Server', 'WSGIServer/0.2 CPython/3.12.0']], ['django', 'flask']],
  [[['server', 'hypercorn-h11']], ['fastapi', 'django']],
  [[['server', 'daphne']], ['django', 'fastapi']],
  [[['Server', 'gunicorn']], ['flask', 'django', 'fastapi']],
  [[['Server', 'waitress']], ['flask', 'django']],
  [[['Server', 'Jetty(12.1.14)']], []],
  [[['Server', 'Kestrel']], []],
  // What a framework sends beside the line of its server.
  [[['Server', 'WSGIServer/0.2 CPython/3.12.0'], ...ofDjango], ['django']],
  [[['server', 'uvicorn'], ...ofDjango], ['django']],
  [
    [['server', 'uvicorn'], ...ofDjango.slice(1)],
    ['fastapi', 'django'],
  ],
  [
    [
      ['Server', 'nginx'],
      ['X-Powered-By', 'Phusion Passenger 6.0.23'],
    ],
    ['rack', 'express', 'flask', 'django'],
  ],
  [[], []],
];
for (const [headers, stacks] of guesses) {
  test(`${JSON.stringify(headers)} hint at ${stacks.join(', ') || 'nothing'}`, () => {
    expect(guessStack(headers)?.stacks ?? []).toEqual(stacks);
  });
}

test('a guess names the line that it rests on, and no stack that is not among those asked for', () => {
  const headers = [
    ['Server', 'nginx/1.22.1'],
    ['X-Powered-By', 'Express'],
  ] as const;
  expect(guessStack(headers)).toEqual({ stacks: ['express'], hint: 'X-Powered-By: Express' });
  expect(guessStack(headers, new Set(['nginx', 'php']))).toEqual({
    stacks: ['nginx'],
    hint: 'Server: nginx/1.22.1',
  });
  expect(guessStack(headers, new Set(['php']))).toBe(null);
});
