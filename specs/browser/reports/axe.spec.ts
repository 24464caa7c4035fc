import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { expect, firefox, test, type Browser, type Page } from '@playwright/test';
import { engines } from '../../../fixtures/engines.ts';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import { inFormat } from '../../../reports/collect/write-report.ts';
import html from '../../../reports/formats/html.ts';
import { findBrowser } from '../../../src/browser/find-browser.ts';
import { languages } from '../../../src/words/language.ts';
import { plainBrowser } from '../../support/plain-browser.ts';
import { threeEnginesReport } from '../../pure/reports/sample-engines.ts';
import { eightFaultsRun, goodRun, oneFaultRun } from '../../support/three-runs.ts';

const isWhole = engineChoice.suite === 'all';

const runs = { 'a good run': goodRun, 'one fault': oneFaultRun, 'eight faults': eightFaultsRun };

const page = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url)), 'utf8');

/** The pages that people open: every suite looks at the one that holds most. */
const pages: readonly (readonly [title: string, text: () => Promise<string>])[] = [
  ...Object.entries(runs).flatMap(([title, run]) =>
    languages.map(
      (language) => [`${title} in ${language}`, async () => inFormat(html, await run(), language)] as const,
    ),
  ),
  ['three engines', () => Promise.resolve(html.render(threeEnginesReport()))] as const,
  ['docs/conformance.html', () => page('conformance.html')] as const,
].filter(([title]) => isWhole || title === 'eight faults in en');

/** Starts the Firefox that the harness probes with; null where none is installed. */
async function startFirefox(): Promise<Browser | null> {
  const found = engines.firefox === undefined ? null : findBrowser(engines.firefox);
  if (found === null) return null;
  return firefox.launch({ channel: 'moz-firefox', executablePath: found.executablePath ?? '' });
}

const browsers = {
  chromium: plainBrowser,
  ...(isWhole ? { firefox: startFirefox } : {}),
} satisfies Partial<Record<string, () => Promise<Browser | null>>>;

const widths = isWhole ? { light: [1280, 390], dark: [1280, 390] } : { light: [1280], dark: [390] };

/** Rows of one table that are looked at: the others are made as these are, and there are thousands of cells. */
const mostRows = 8;

const violationsOf = (page: Page): Promise<unknown> =>
  page.evaluate<unknown>(
    'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]))',
  );

for (const [engine, start] of Object.entries(browsers)) {
  test.describe(engine, () => {
    let browser: Browser | null = null;
    test.beforeAll(async () => {
      browser = await start();
    });
    test.afterAll(async () => {
      await browser?.close();
    });

    for (const [title, text] of pages) {
      test(`axe finds nothing in ${title}, wide and on a phone, in light and dark`, async ({}, testInfo) => {
        test.skip(browser === null, `${engine} is not installed.`);
        const file = testInfo.outputPath('page.html');
        await writeFile(file, (await text()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
        test.slow();
        for (const colorScheme of ['light', 'dark'] as const) {
          for (const width of widths[colorScheme]) {
            const opened = await browser?.newPage({ colorScheme, viewport: { width, height: 844 } });
            if (opened === undefined) throw new Error(`${engine} was not started.`);
            await opened.goto(pathToFileURL(file).href);
            await opened.evaluate((most) => {
              for (const { rows } of document.querySelectorAll('tbody')) {
                for (const row of [...rows].slice(most)) row.remove();
              }
            }, mostRows);
            await opened.evaluate(axe.source);
            expect({ colorScheme, width, violations: await violationsOf(opened) }).toEqual({
              colorScheme,
              width,
              violations: [],
            });
            await opened.evaluate(() =>
              document.querySelectorAll('details').forEach((details) => (details.open = true)),
            );
            expect({ colorScheme, width, opened: await violationsOf(opened) }).toEqual({
              colorScheme,
              width,
              opened: [],
            });
            await opened.close();
          }
        }
      });
    }
  });
}
