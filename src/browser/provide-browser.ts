import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EngineLaunch } from '../engines/engine.ts';
import { BrowserError, browserVariable, findBrowser } from './find-browser.ts';
import { say } from '../words/say.ts';

/**
 * Makes sure that a browser of `engine` is there: looks for one, else has Playwright download one, else, as
 * root on Debian, installs the distribution's package. Throws a `BrowserError` of one sentence if all fail.
 */
export function provideBrowser(engine: EngineLaunch, tell: (line: string) => void): void {
  if (findBrowser(engine) !== null) return;
  tell(
    say('No {engine} was found; installing one with: {command}', {
      engine: engine.name,
      command: `npx playwright install ${engine.id}`,
    }),
  );
  // The user's own Playwright, so that the download is the one that it will look for.
  const playwright = dirname(createRequire(import.meta.url).resolve('@playwright/test/package.json'));
  const attempts: (readonly [command: string, args: readonly string[]])[] = [
    [process.execPath, [join(playwright, 'cli.js'), 'install', engine.id]],
  ];
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version') && engine.debianPackage !== null) {
    attempts.push(
      ['apt-get', ['-qq', 'update']],
      ['apt-get', ['-qq', 'install', '--yes', '--no-install-recommends', engine.debianPackage]],
    );
  }
  const outputs: string[] = [];
  for (const [command, args] of attempts) {
    const { stdout, stderr } = spawnSync(command, args, {
      encoding: 'utf8',
      timeout: 300_000,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
    outputs.push(stdout ?? '', stderr ?? '');
    if (findBrowser(engine) !== null) return;
    if (command === process.execPath && attempts.length > 1) {
      tell(
        say('That failed; installing the Debian package {package}.', { package: engine.debianPackage ?? '' }),
      );
    }
  }
  const lines = outputs
    .join('\n')
    .split('\n')
    .map((line) => line.trim());
  const lastLine =
    lines.findLast((line) => /^(E:|(\w+ )*error\b)|failed/i.test(line)) ?? lines.findLast(Boolean) ?? '';
  throw new BrowserError(
    say(
      'No {engine} was found and none could be installed ({reason}): run "{command}", or set {variable} to the path of a browser.',
      {
        engine: engine.name,
        reason: lastLine,
        command: `npx playwright install --with-deps ${engine.id}`,
        variable: browserVariable(engine),
      },
    ),
  );
}
