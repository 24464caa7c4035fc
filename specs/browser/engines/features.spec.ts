import { chromium, expect, test } from '@playwright/test';
import { disabledFeatures, leftOn } from '../../../fixtures/engines/chromium/disabled-features.ts';

const features = (commandLine: string): readonly string[] =>
  /--disable-features=(\S+)/.exec(commandLine)?.[1]?.split(',') ?? [];

test('what Playwright switches off in Chromium is switched off or left on knowingly', async () => {
  // Node refuses Chromium's switches, and Playwright then says with which it was started.
  const refusal = await chromium.launch({ executablePath: process.execPath }).then(
    async (browser) => {
      await browser.close();
      return '';
    },
    (error: unknown) => String(error),
  );
  const byPlaywright = features(refusal);
  expect(byPlaywright).toContain('HttpsUpgrades');
  expect(byPlaywright.filter((name) => !disabledFeatures.includes(name))).toEqual(leftOn);
});
