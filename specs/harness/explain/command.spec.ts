import { expect, test } from '@playwright/test';
import { explainCommand } from '../../../src/cli/explain.ts';

async function run(args: readonly string[], input: readonly (string | Uint8Array)[] = []) {
  const written = { stdout: '', stderr: '' };
  async function* stdin(): AsyncGenerator<string | Uint8Array> {
    yield* input;
  }
  const exitCode = await explainCommand(args, {
    stdin: stdin(),
    stdout: { write: (text: string) => (written.stdout += text) },
    stderr: { write: (text: string) => (written.stderr += text) },
  });
  return { exitCode, ...written };
}

const text =
  "Access to fetch at 'https://api.example.com/' from origin 'http://localhost:3000' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: It does not have HTTP ok status.";

const explained = `Chromium says: ${text}
  preflight-status-not-ok
    Cause   The CORS-preflight request for the request to https://api.example.com/ is answered with status not known.
    Why     A CORS-preflight response needs an ok status (200 to 299) whatever its headers say, so the actual request is never sent.
    Who     back end, or proxy or operator
    Fix     Answer OPTIONS on this path with 204, before authentication, method checks and routing.
    Header  Access-Control-Allow-Origin: http://localhost:3000  (on the CORS-preflight response)
    Header  Vary: Origin  (on the CORS-preflight response)
    Header  Access-Control-Allow-Methods: <the method>  (on the CORS-preflight response)
    Spec    https://fetch.spec.whatwg.org/#cors-preflight-fetch
    Matched api = fetch
    Matched url = https://api.example.com/
    Matched origin = http://localhost:3000
`;

test('a text given as one argument is explained', async () => {
  expect(await run([text])).toEqual({ exitCode: 0, stdout: explained, stderr: '' });
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
    stderr: 'Usage: cors-conformance explain "<console text>", or give the text on standard input.\n',
  });
});

test('what the text holds cannot give orders to a terminal', async () => {
  const { stdout } = await run([text.replace('http://localhost:3000', '\u001b[2J\u202e\u009b1mhttp://x')]);
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/);
});
