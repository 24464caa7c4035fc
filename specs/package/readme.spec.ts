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

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
const [command = '', ...printed] = (/```console\n([^]*?)\n```/.exec(readme)?.[1] ?? '').split('\n');
/** What stands between the lines that say that something is left out. */
const parts = printed
  .join('\n')
  .split(/\n *…\n/)
  .map(comparable);

/** The variables of the command; the port is another one in each run, and the lines are broken elsewhere. */
const variables = [...command.matchAll(/(CORS_\w+)=(\S+)/g)].map(
  ([, name = '', value = '']): [string, string] => [name, value],
);

test("the README's real run is what its command prints, and starts one browser though a test fails", async () => {
  const installed = engines.chromium === undefined ? null : findBrowser(engines.chromium)?.executablePath;
  test.skip(typeof installed !== 'string', 'A script starts an installed browser.');
  const browser = await scriptBrowser(`echo >> "$(dirname "$0")/starts"; exec ${String(installed)} "$@"`);
  const app = express();
  app.use(cors({ origin: true, credentials: true }));
  app.all('/users', (_, response) => response.json([]));
  const server = createServer(app);
  const authority = `127.0.0.1:${await listenOnLoopback(server)}`;
  const inReadme = /127\.0\.0\.1:\d+/.exec(command)?.[0] ?? '';
  const env = Object.fromEntries(
    variables.map(([name, value]) => [name, value.replace(inReadme, authority)]),
  );
  const run = await innerRun({ ...env, CORS_CHROMIUM: browser.path });
  try {
    const { exitCode, output } = await run.ended;
    const actual = comparable(output.replaceAll(authority, inReadme));
    expect(variables.length).toBe(5);
    expect(parts.length).toBe(6);
    expect(notPrintedInTurn(parts, actual)).toEqual([]);
    // A violation is what its fix is proved for.
    expect(output).toContain('Proofs in the browser, of ');
    expect(exitCode).toBe(1);
    expect(readFileSync(join(browser.folder, 'starts'), 'utf8')).toBe('\n');
  } finally {
    await run.remove();
    await browser.remove();
    await closeServer(server);
  }
});

/** Returns those of `parts` that do not stand in `text` behind the part before them. */
function notPrintedInTurn(parts: readonly string[], text: string): string[] {
  let end = 0;
  return parts.filter((part) => {
    const start = text.indexOf(part, end);
    if (start >= 0) end = start + part.length;
    return start < 0;
  });
}

/** Returns `text` without the browser's version and how lines are broken. */
function comparable(text: string): string {
  return text
    .replace(/Chromium [\d.]+/g, 'Chromium')
    .replace(/\s+/g, ' ')
    .trim();
}
