import { errors } from '@playwright/test';
import type { EngineLaunch } from '../engines/engine.ts';
import { EngineError, within } from './deadline.ts';
import { BrowserError, browserVariable, findBrowser } from './find-browser.ts';
import { say } from '../words/say.ts';

/** The environment variable that gives engines more time to start. */
const startVariable = 'CORS_START_SECONDS';

/** Returns how long an engine may take to start: what `CORS_START_SECONDS` says, else a minute. */
export function startLimitMs(env: NodeJS.ProcessEnv = process.env): number {
  const seconds = Number(env[startVariable]);
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds * 1000) : 60_000;
}

/**
 * Resolves as `start` does. If that takes longer than an engine may take, rejects with a `BrowserError` that says what to
 * do.
 */
export async function startedInTime<Started>(
  engine: EngineLaunch,
  start: Promise<Started>,
): Promise<Started> {
  const limitMs = startLimitMs();
  try {
    // Playwright ends a browser that is late; this is for all that comes after the launch.
    return await within(start, limitMs + 2_000, `${engine.name} did not start`);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError || error instanceof EngineError)) throw error;
    const path = findBrowser(engine)?.executablePath ?? say("Playwright's download");
    throw new BrowserError(
      say(
        '{engine} ({path}) did not start within {seconds} s: see whether it starts by hand, give it more time with {start}, or name another browser in {variable}.',
        {
          engine: engine.name,
          path,
          seconds: limitMs / 1000,
          start: startVariable,
          variable: browserVariable(engine),
        },
      ),
      { cause: error },
    );
  }
}
