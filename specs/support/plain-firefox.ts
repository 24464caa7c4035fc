import { firefox, type Browser } from '@playwright/test';
import { engines } from '../../fixtures/engines.ts';
import { findBrowser } from '../../src/browser/find-browser.ts';

/** Starts the Firefox that the harness probes with, but nothing of the harness around it; null where none is installed. */
export async function plainFirefox(): Promise<Browser | null> {
  const found = engines.firefox === undefined ? null : findBrowser(engines.firefox);
  if (found === null) return null;
  return firefox.launch({ channel: 'moz-firefox', executablePath: found.executablePath ?? '' });
}
