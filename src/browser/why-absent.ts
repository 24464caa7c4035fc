import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { EngineLaunch } from '../engines/engine.ts';
import { findBrowser } from './find-browser.ts';
import { whyFirefoxIsNotDriven } from './try-firefox.ts';
import { say } from '../words/say.ts';

/**
 * Resolves with why `engine` cannot run on this machine, as a phrase that a line may end with; null if it can. Rejects
 * with a `BrowserError` if the environment names a browser that cannot be executed.
 */
export async function whyAbsent(
  engine: EngineLaunch,
  env: NodeJS.ProcessEnv = process.env,
): Promise<string | null> {
  const found = findBrowser(engine, env);
  if (found === null) return say('not installed');
  if (found.executablePath === null) return null;
  const needed = engine.installedNeeds?.find(({ command }) => !isOnPath(command, env));
  if (needed !== undefined)
    return say('needs {command}, which is not installed', { command: needed.command });
  return engine.id === 'firefox' ? whyFirefoxIsNotDriven(found.executablePath) : null;
}

function isOnPath(command: string, env: NodeJS.ProcessEnv): boolean {
  return (env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
