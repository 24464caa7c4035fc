import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { firefox } from '@playwright/test';
import { within } from './deadline.ts';
import { playwrightVersion } from './playwright-version.ts';
import { say } from '../words/say.ts';

const timeoutMs = 20_000;

/**
 * Resolves with why this Playwright cannot drive the stock Firefox at `executablePath`, as a phrase; null if it can.
 * It is tried, which takes two seconds, as no document says which versions go together. A success is remembered for
 * this Playwright and this file.
 */
export async function whyFirefoxIsNotDriven(executablePath: string): Promise<string | null> {
  const version = playwrightVersion();
  const stamp = stampOf(executablePath, version);
  if (existsSync(stamp)) return null;
  try {
    await within(drive(executablePath), timeoutMs, 'It did not open a page');
  } catch (error) {
    const [line = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return say('Playwright {version} cannot drive {path}: {reason}', {
      version,
      path: executablePath,
      reason: line.replace(/\.$/, ''),
    });
  }
  remember(stamp);
  return null;
}

async function drive(executablePath: string): Promise<void> {
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath, timeout: timeoutMs });
  try {
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    const page = await context.newPage();
    await page.evaluate('0');
  } finally {
    await browser.close();
  }
}

/** Returns the path of a file that is there once this Playwright and this Firefox were seen to go together. */
function stampOf(executablePath: string, version: string): string {
  const real = realpathSync(executablePath);
  const { size, mtimeMs } = statSync(real);
  const key = createHash('sha256').update([version, real, size, mtimeMs].join('\0')).digest('hex');
  return join(tmpdir(), `cors-conformance-${userInfo().uid}`, `firefox-${key.slice(0, 16)}`);
}

function remember(stamp: string): void {
  try {
    mkdirSync(join(stamp, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(stamp, '');
  } catch {
    // It is tried again next time.
  }
}
