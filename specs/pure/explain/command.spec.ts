import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { explainWith } from '../../../src/cli/explain.ts';
import { stacks } from '../../../src/fix/fix.ts';
import { fixesFor } from '../../../src/fix/for-diagnosis.ts';
import { loadPrintableFixes } from '../../../src/fix/library.ts';
import { chunks, runCommand } from '../../support/run-command.ts';
import { libraryWith } from './sample-library.ts';

const library = libraryWith(
  'allow {{each origins as nginx}};\nmethods {{methods joined as nginx}};\n{{if credentials}} cookies;\n\tend',
);

const ofJson = z.object({
  failures: z.array(
    z.object({
      diagnoses: z.array(z.object({ diagnosis: z.string() })),
      questions: z.array(z.object({ answers: z.array(z.object({ leaves: z.array(z.string()) })) })),
    }),
  ),
  fix: z.object({ stack: z.string(), lines: z.array(z.string()) }).nullable(),
});

async function run(args: readonly string[], input: readonly (string | Uint8Array)[] = []) {
  const { code, out, error } = await runCommand(explainWith(library), args, { stdin: chunks(input) });
  return { exitCode: code, stdout: ended(out), stderr: ended(error) };
}

const ended = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

const text =
  "Access to fetch at 'https://api.example.com/' from origin 'http://localhost:3000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.";

const explained = `Chromium says: ${text}
  preflight-status-not-ok
    Cause   The CORS-preflight request for the request to https://api.example.com/ is answered with status unknown, as the console does not say it.
    Why     A CORS-preflight response needs an ok status (200 to 299) whatever its headers say, so the actual request is never sent.
    Who     back end, or proxy or operator
    Fix     Answer OPTIONS on this path with 204, before authentication, method checks and routing.
    Header  Access-Control-Allow-Origin: http://localhost:3000  (on the CORS-preflight response)
    Header  Vary: Origin  (on the CORS-preflight response)
    Header  Access-Control-Allow-Methods: <the method>  (on the CORS-preflight response)
    Spec    https://fetch.spec.whatwg.org/#cors-preflight-fetch
    Edit    api.conf of nginx (server block). One way to get it wrong: OPTIONS reaches an API that knows no such method.
    Edit    or the file of go
    Print   one of them whole: cors-conformance explain --stack <name> "<the text>"
    Matched api = fetch
    Matched url = https://api.example.com/
    Matched origin = http://localhost:3000
`;

const usage = `Usage: cors-conformance explain [options] "<console text>"

Says what a red text of a console means, and which files cure it. The text may come on standard input as well. The exit code is 1 where it is unknown.

  --stack <name>   print the fix for that stack as well, such as nginx
  --json           print one JSON object, in English alone: version, failures (text, engines, values, note, diagnoses, questions, other), fix
  --lang <name>    en or ja; without it CORS_LANG, and without that the locale (LC_ALL, LC_MESSAGES, LANG)
  --help, -h       print this
`;

const help = 'cors-conformance explain --help lists the options.';

test('a text given as one argument is explained', async () => {
  expect(await run([text])).toEqual({ exitCode: 0, stdout: explained, stderr: '' });
});

test('what a library of the page says is said to be that', async () => {
  const { exitCode, stdout } = await run(['AxiosError: Network Error']);
  expect(exitCode).toBe(0);
  expect(stdout.split('\n')[0]).toBe('A library of the page says: AxiosError: Network Error');
  expect(stdout).not.toContain('Chromium');
});

test('a text given as many arguments is explained', async () => {
  expect(await run(text.split(' '))).toEqual({ exitCode: 0, stdout: explained, stderr: '' });
});

test('a text on standard input is explained, wherever its chunks end', async () => {
  const bytes = new TextEncoder().encode(text.replaceAll("'", '’'));
  const chunks = [...bytes].map((byte) => Uint8Array.of(byte));
  const { exitCode, stdout } = await run([], chunks);
  expect(exitCode).toBe(0);
  expect(stdout.split('\n').slice(1)).toEqual(explained.split('\n').slice(1));
});

test('an unknown text is said to be unknown, with exit code 1', async () => {
  const { exitCode, stdout, stderr } = await run(['the page is blank']);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
  expect(stderr).toContain('This text is unknown');
});

test('no text at all is a mistake, with exit code 2', async () => {
  expect(await run([], ['  \n'])).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `No console text was given.\n${help}\n`,
  });
});

for (const args of [['--help'], ['-h'], ['--stack', 'nginx', '--help'], ['--help', text]]) {
  test(`help is given for ${args.slice(0, 3).join(' ').slice(0, 40)}`, async () => {
    expect(await run(args)).toEqual({ exitCode: 0, stdout: usage, stderr: '' });
  });
}

const refusedOptions: readonly (readonly [args: readonly string[], problem: string])[] = [
  [['--stak', 'nginx', text], '--stak is no option of explain: did you mean --stack?'],
  [['--stak=nginx', text], '--stak is no option of explain: did you mean --stack?'],
  [[text, '--stak', 'nginx'], '--stak is no option of explain: did you mean --stack?'],
  [['--halp'], '--halp is no option of explain: did you mean --help?'],
  [['--xml', text], '--xml is no option of explain.'],
  [['--stack', 'nginx', '--xml', text], '--xml is no option of explain.'],
  [['--language=ja', text], '--language is no option of explain: did you mean --lang?'],
  [['--jsn', text], '--jsn is no option of explain: did you mean --json?'],
];

for (const [args, problem] of refusedOptions) {
  test(`an option that is none is refused: ${args.map((arg) => arg.slice(0, 20)).join(' ')}`, async () => {
    expect(await run(args)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: `${problem}\nA text that begins so stands between quotes, with its other words.\n${help}\n`,
    });
  });
}

const withDashes: readonly (readonly string[])[] = [
  [`${text} --stak nginx`],
  [`--stak ${text}`],
  [`-- ${text}`],
  [...text.split(' '), '--xml'],
  ['--', ...text.split(' ')],
];

for (const args of withDashes) {
  test(`a text that holds "--" is a text: ${args.join(' ').slice(0, 12)} ${args.at(-1)?.slice(-12)}`, async () => {
    expect(await run(args)).toEqual({ exitCode: 0, stdout: explained, stderr: '' });
  });
}

const nginxFile = `
The fix for nginx (server block), as the tests ran it: api.conf
    Install apt-get install nginx
    Note    An add_header in a location or an if takes the place of all that are inherited: repeat every line there.
    Note    The text does not say it all. Put your own in place of the methods, the request headers.
    Note    It is for requests without credentials.

allow "http://localhost:3000";
methods "GET, HEAD, POST, PUT, PATCH, DELETE";
\tend
`;

test('the fix of a stack is printed, filled with what the text says', async () => {
  const printed = { exitCode: 0, stdout: explained + nginxFile, stderr: '' };
  expect(await run(['--stack', 'nginx', text])).toEqual(printed);
  expect(await run(['--stack=nginx', ...text.split(' ')])).toEqual(printed);
  expect(await run([text, '--stack', 'nginx'])).toEqual(printed);
});

test('a header that the text names is in the fix', async () => {
  const { stdout } = await run([
    '--stack=go',
    "Access to fetch at 'http://a.test/' from origin 'http://localhost:3000' has been blocked by CORS policy: Request header field x-one is not allowed by Access-Control-Allow-Headers in preflight response.",
  ]);
  expect(stdout.split('\n').at(-2)).toBe('headers []string{"content-type", "authorization", "x-one"}');
});

test('what no header of a server cures has no file', async () => {
  const { exitCode, stdout } = await run(['--stack=go', 'net::ERR_CONNECTION_REFUSED']);
  expect(exitCode).toBe(0);
  expect(stdout.split('\n').slice(-3)).toEqual([
    '',
    'No file of Go net/http is printed: no header of a server cures this.',
    '',
  ]);
  expect(stdout).not.toContain('Edit');
});

test('a text of too many causes has no file, though headers cure most of them', async () => {
  const { exitCode, stdout } = await run(['--stack', 'nginx', 'TypeError: Failed to fetch']);
  const lines = stdout.split('\n');
  expect(exitCode).toBe(0);
  expect(lines[1]).toBe('  This text alone fits 39 causes, CORS and others. The console holds more.');
  expect(lines.slice(-3)).toEqual([
    '',
    "No file of nginx is printed: the text does not say which of its 39 causes it is, and a fix of the server cures 18 of them. Narrow it down by the questions, or give the console's whole text.",
    '',
  ]);
  expect(stdout).not.toContain('Edit');
});

test('an origin that no server can name is said to be one', async () => {
  const { stdout } = await run(['--stack=nginx', text.replace('http://localhost:3000', 'null')]);
  expect(stdout.split('\n').at(-2)).toBe(
    'No file of nginx can hold what the text says: origins[0] "null" is not a serialized origin.',
  );
});

test('a stack that is none is a mistake, with exit code 2 and the names of all', async () => {
  expect(await run(['--stack', 'nix', text])).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: `"nix" is no stack. Write one of: ${Object.keys(stacks).join(', ')}.\n${help}\n`,
  });
  expect((await run([text, '--stack'])).stderr).toBe(`--stack is given no value.\n${help}\n`);
});

test('of the published files, those with a defect that was seen to end in the text come first', async () => {
  const published = await loadPrintableFixes();
  const { proven, others } = fixesFor('origin-missing', published);
  const ofApi = published.filter(({ role }) => role === 'api');
  expect(proven.map(({ twin }) => twin.seen.by !== 'start' && twin.seen.diagnosis)).toEqual(
    proven.map(() => 'origin-missing'),
  );
  expect(proven.length).toBeGreaterThan(5);
  expect(new Set([...proven.map(({ fix }) => fix), ...others])).toEqual(new Set(ofApi));
  expect(fixesFor('connection-refused', published)).toEqual({ proven: [], others: [] });
});

test('what the text holds cannot give orders to a terminal', async () => {
  const { stdout } = await run([text.replace('http://localhost:3000', '\u001b[2J\u202e\u009b1mhttp://x')]);
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});

const object = {
  version: 1,
  failures: [
    {
      text,
      engines: ['chromium'],
      values: { api: 'fetch', url: 'https://api.example.com/', origin: 'http://localhost:3000' },
      note: null,
      diagnoses: [
        {
          diagnosis: 'preflight-status-not-ok',
          cause:
            'The CORS-preflight request for the request to https://api.example.com/ is answered with status unknown, as the console does not say it.',
          why: 'A CORS-preflight response needs an ok status (200 to 299) whatever its headers say, so the actual request is never sent.',
          changers: ['back end', 'proxy or operator'],
          remedy: 'Answer OPTIONS on this path with 204, before authentication, method checks and routing.',
          headers: [
            { on: 'preflight', line: 'Access-Control-Allow-Origin: http://localhost:3000' },
            { on: 'preflight', line: 'Vary: Origin' },
            { on: 'preflight', line: 'Access-Control-Allow-Methods: <the method>' },
          ],
          spec: 'https://fetch.spec.whatwg.org/#cors-preflight-fetch',
        },
      ],
      questions: [],
      other: null,
    },
  ],
  fix: null,
};

for (const args of [
  ['--json', text],
  [text, '--json'],
  ['--json', ...text.split(' ')],
]) {
  test(`the explanation is one JSON object with --json at ${args[0] === '--json' ? 'the beginning' : 'the end'} of ${args.length} words`, async () => {
    const { exitCode, stdout, stderr } = await run(args);
    expect({ exitCode, stderr, printed: JSON.parse(stdout) }).toEqual({
      exitCode: 0,
      stderr: '',
      printed: object,
    });
  });
}

test('the JSON object holds the file of a stack, and the questions of a text of several causes', async () => {
  const wildcard =
    "The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the request's credentials mode is 'include'.";
  const { stdout } = await run(['--json', '--stack=nginx', wildcard]);
  const printed = ofJson.parse(JSON.parse(stdout));
  expect(printed.fix?.stack).toBe('nginx');
  expect(printed.fix?.lines).toContain('allow "https://app.example.com";');
  const [failure] = printed.failures;
  expect(failure?.diagnoses.map(({ diagnosis }) => diagnosis)).toEqual([
    'origin-wildcard-with-credentials',
    'preflight-origin-wildcard-with-credentials',
  ]);
  expect(failure?.questions.map(({ answers }) => answers.map(({ leaves }) => leaves))).toEqual([
    [['preflight-origin-wildcard-with-credentials'], ['origin-wildcard-with-credentials']],
    [['preflight-origin-wildcard-with-credentials'], ['origin-wildcard-with-credentials']],
  ]);
});

test('an unknown text is a JSON object without failures, with exit code 1', async () => {
  const { exitCode, stdout } = await run(['--json', 'the page is blank']);
  expect({ exitCode, printed: JSON.parse(stdout) }).toEqual({
    exitCode: 1,
    printed: { version: 1, failures: [], fix: null },
  });
});

test('the JSON object cannot give orders to a terminal, and holds what the text holds', async () => {
  const origin = '\u202ehttp://x\u009b1m';
  const { stdout } = await run(['--json', text.replace('http://localhost:3000', origin)]);
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
  expect(ofJson.parse(JSON.parse(stdout)).failures.length).toBe(1);
});
