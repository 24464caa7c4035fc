import { accessSync, constants, existsSync } from 'node:fs';
import { chromium, firefox, webkit } from '@playwright/test';
import type { EngineLaunch } from '../engines/engine.ts';
import { say } from '../words/say.ts';

/** A browser that can be started. `executablePath` is `null` for the one that Playwright downloaded. */
export interface FoundBrowser {
  readonly executablePath: string | null;
}

export class BrowserError extends Error {
  override readonly name = 'BrowserError';
  readonly code = 'browser-missing';
}

/** Returns the environment variable that names the browser of an engine. */
export const browserVariable = (engine: EngineLaunch): string => `CORS_${engine.id.toUpperCase()}`;

/**
 * Looks for a browser of `engine`: an explicit path in the environment, Playwright's own download, an
 * installed browser. Returns `null` if there is none. Throws a `BrowserError` if the explicit path cannot be
 * executed.
 */
export function findBrowser(engine: EngineLaunch, env: NodeJS.ProcessEnv = process.env): FoundBrowser | null {
  const variable = browserVariable(engine);
  const explicit = env[variable];
  if (explicit !== undefined && explicit !== '') {
    if (!isExecutable(explicit)) {
      throw new BrowserError(
        say('{variable} is "{path}", which cannot be executed: give the path of a browser.', {
          variable,
          path: explicit,
        }),
      );
    }
    return { executablePath: explicit };
  }
  const downloaded = { chromium, firefox, webkit }[engine.id].executablePath();
  if (downloaded !== '' && existsSync(downloaded)) return { executablePath: null };
  const installed = engine.installed.find(isExecutable);
  return installed === undefined ? null : { executablePath: installed };
}

/** Returns the error to throw where there is no browser of `engine`. */
export function missingBrowser(engine: EngineLaunch): BrowserError {
  const remedies = {
    engine: engine.name,
    command: `npx playwright install --with-deps ${engine.id}`,
    variable: browserVariable(engine),
  };
  return new BrowserError(
    engine.debianPackage === null
      ? say('No {engine} was found: run "{command}", or set {variable} to the path of a browser.', remedies)
      : say(
          'No {engine} was found: run "{command}" or, on Debian, "{debian}", or set {variable} to the path of a browser.',
          { ...remedies, debian: `apt-get install ${engine.debianPackage}` },
        ),
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
