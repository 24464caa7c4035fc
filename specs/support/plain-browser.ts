import { chromium, type Browser } from '@playwright/test';
import { engines } from '../../fixtures/engines.ts';
import { findBrowser } from '../../src/browser/find-browser.ts';

/** Starts the browser that the harness probes with, but nothing of the harness around it. Whoever asks closes it. */
export async function plainBrowser(): Promise<Browser> {
  const engine = engines.chromium;
  if (engine === undefined) throw new Error('There is no engine called chromium.');
  const executablePath = findBrowser(engine)?.executablePath;
  return chromium.launch({ args: [...engine.args], ...(executablePath ? { executablePath } : {}) });
}
