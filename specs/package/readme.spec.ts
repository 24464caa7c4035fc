import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import cors from 'cors';
import express from 'express';
import { expect, test } from '@playwright/test';
import { closeServer, listenOnLoopback } from '../../servers/loopback.ts';
import { engines } from '../../fixtures/engines.ts';
import { findBrowser } from '../../src/browser/find-browser.ts';
import { innerRun } from '../support/inner-run.ts';
import { scriptBrowser } from '../support/script-browser.ts';

/** What each README shows: the same run, in its own language. */
const shown = [
  { file: 'README.md', proofs: 'Proofs in the browser, of ' },
  { file: 'README.ja.md', proofs: 'ブラウザでの検証（' },
].map(({ file, proofs }) => {
  const readme = readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
  const [command = '', ...printed] = (/```console\n([^]*?)\n```/.exec(readme)?.[1] ?? '').split('\n');
  return {
    file,
    proofs,
    address: /127\.0\.0\.1:\d+/.exec(command)?.[0] ?? '',
    variables: Object.fromEntries(
      [...command.matchAll(/(CORS_\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]),
    ),
    // What stands between the lines that say that something is left out.
    parts: printed
      .join('\n')
      .split(/\n *…\n/)
      .map(comparable),
  };
});

test('README.ja.md runs the command of README.md in Japanese, and leaves out as much', () => {
  const [english, japanese] = shown;
  expect(japanese?.variables).toEqual({ CORS_LANG: 'ja', ...english?.variables });
  expect(shown.map(({ parts }) => parts.length)).toEqual([6, 6]);
  expect(shown.map(({ variables }) => Object.keys(variables).length)).toEqual([5, 6]);
});

for (const { file, proofs, address, variables, parts } of shown) {
  test(`the real run of ${file} is what its command prints, and starts one browser though a test fails`, async () => {
    const installed = engines.chromium === undefined ? null : findBrowser(engines.chromium)?.executablePath;
    test.skip(typeof installed !== 'string', 'A script starts an installed browser.');
    const browser = await scriptBrowser(`echo >> "$(dirname "$0")/starts"; exec ${String(installed)} "$@"`);
    const app = express();
    app.use(cors({ origin: true, credentials: true }));
    app.all('/users', (_, response) => response.json([]));
    const server = createServer(app);
    // The port is another one in each run.
    const authority = `127.0.0.1:${await listenOnLoopback(server)}`;
    const env = Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, value.replace(address, authority)]),
    );
    const run = await innerRun({ ...env, CORS_CHROMIUM: browser.path });
    try {
      const { exitCode, output } = await run.ended;
      expect(notPrintedInTurn(parts, comparable(output.replaceAll(authority, address)))).toEqual([]);
      // A violation is what its fix is proved for.
      expect(output).toContain(proofs);
      expect(exitCode).toBe(1);
      expect(readFileSync(join(browser.folder, 'starts'), 'utf8')).toBe('\n');
    } finally {
      await run.remove();
      await browser.remove();
      await closeServer(server);
    }
  });
}

/** Returns those of `parts` that do not stand in `text` behind the part before them. */
function notPrintedInTurn(parts: readonly string[], text: string): string[] {
  let end = 0;
  return parts.filter((part) => {
    const start = text.indexOf(part, end);
    if (start >= 0) end = start + part.length;
    return start < 0;
  });
}

/** Returns `text` without the browser's version and how lines are broken: Japanese is between any two letters. */
function comparable(text: string): string {
  return text
    .replace(/Chromium [\d.]+/g, 'Chromium')
    .replace(/\s+/g, ' ')
    .replace(/ ?([^ -~]) ?/g, '$1')
    .trim();
}
