import { expect, test } from '@playwright/test';
import { validatePolicy } from '../../../src/policy/policy.ts';
import { policyWith, problemsOf, type Row } from './sample.ts';

const at = (target: unknown) => policyWith({ target });

const started = (start: Record<string, unknown>, target = 'https://api.example.com') =>
  policyWith({ target, start: { command: 'npm start', ...start } });

const rows: readonly Row[] = [
  {
    title: 'an empty command that starts it',
    input: started({ command: ' ' }),
    message: 'start.command " " is empty: write one such as "npm start".',
  },
  {
    title: 'another API that is started than the demo API',
    input: started({}, 'demo'),
    message:
      'start starts another API than the demo API: remove it, or write the address of your API as target.',
  },
  {
    title: 'an address of somebody else that is waited for',
    input: started({ url: 'https://example.com/health' }),
    message:
      'start.url "https://example.com/health" is at another host than the target\'s, which is all that is asked: write an address of the API.',
  },
  {
    title: 'no time to start',
    input: started({ timeoutMs: 0 }),
    message: 'start.timeoutMs 0 leaves no time: write a number above 0, or leave it out.',
  },
  {
    title: 'another scheme',
    input: at('ftp://api.example.com'),
    message: 'target "ftp://api.example.com" is not an http or https URL: write "https://api.example.com".',
  },
  {
    title: 'no scheme',
    input: at('api.example.com/v1'),
    message: 'target "api.example.com/v1" has no scheme: write "https://api.example.com/v1".',
  },
  {
    title: 'a port that no URL has',
    input: at('https://api.example.com:99999'),
    message:
      'target "https://api.example.com:99999" does not parse as a URL: write "https://api.example.com".',
  },
  {
    title: 'port 0',
    input: at('http://127.0.0.1:0'),
    message:
      'target "http://127.0.0.1:0" has port 0, which no server can be reached at: write the real port.',
  },
  {
    title: 'a port that no browser makes a request to',
    input: at('http://127.0.0.1:6000/v1'),
    message:
      'target "http://127.0.0.1:6000/v1" has port 6000, a bad port of the Fetch standard, to which no browser makes a request: have the server listen on another port.',
  },
  {
    title: 'a user name',
    input: at('https://ada@api.example.com'),
    message:
      'target "https://***@api.example.com" carries a user name or a password: remove everything between "//" and "@".',
  },
  {
    title: 'everything at once',
    input: at('http://ada:pw@*.example.com:6000/?key=1'),
    message:
      'target "http://***@*.example.com:6000/?key=1" carries a user name or a password, is a pattern, has port 6000, a bad port of the Fetch standard, to which no browser makes a request and has a query or a fragment: remove everything between "//" and "@"; write each host by itself, without "*"; have the server listen on another port; leave it out; a query belongs to a route.',
  },
  {
    title: 'a query',
    input: at('https://api.example.com/?key=1'),
    message:
      'target "https://api.example.com/?key=1" has a query or a fragment: leave it out; a query belongs to a route.',
  },
  {
    title: 'a pattern',
    input: at('https://*.example.com'),
    message: 'target "https://*.example.com" is a pattern: write each host by itself, without "*".',
  },
  {
    title: 'nothing',
    input: at(''),
    message: 'target "" is empty: write "https://api.example.com".',
  },
  {
    title: 'undefined, such as an unset environment variable,',
    input: at(undefined),
    message: 'target is missing: write the address of your API, such as "https://api.example.com".',
  },
  {
    title: 'an object of another form',
    input: at({ kind: 'url' }),
    message: 'target is an object: write the address of your API, such as "https://api.example.com".',
  },
];

for (const { title, input, message } of rows) {
  test(`target: ${title} is a problem`, () => {
    expect(problemsOf(input)).toBe(message);
  });
}

for (const [written, target] of [
  ['https://api.example.com', { kind: 'url', origin: 'https://api.example.com', basePath: '' }],
  ['https://api.example.com/', { kind: 'url', origin: 'https://api.example.com', basePath: '' }],
  ['HTTPS://API.example.com:443/v1/', { kind: 'url', origin: 'https://api.example.com', basePath: '/v1' }],
  ['http://[::1]:8080/a/b', { kind: 'url', origin: 'http://[::1]:8080', basePath: '/a/b' }],
  ['demo', { kind: 'demo' }],
] as const) {
  test(`target: ${written} is read`, () => {
    expect(validatePolicy(at(written)).target).toEqual(target);
  });
}
