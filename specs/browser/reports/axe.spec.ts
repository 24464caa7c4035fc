import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { inFormat } from '../../../reports/collect/write-report.ts';
import html from '../../../reports/formats/html.ts';
import { languages } from '../../../src/words/language.ts';
import { startDrivenWebKit } from '../../support/driven-webkit.ts';
import { plainBrowser } from '../../support/plain-browser.ts';
import { plainFirefox } from '../../support/plain-firefox.ts';
import { threeEnginesReport } from '../../pure/reports/sample-engines.ts';
import { eightFaultsRun, goodRun, oneFaultRun } from '../../support/three-runs.ts';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

const runs = { 'a good run': goodRun, 'one fault': oneFaultRun, 'eight faults': eightFaultsRun };

const page = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../../../docs/${name}`, import.meta.url)), 'utf8');

/** The pages that people open. */
const pages: readonly (readonly [title: string, text: () => Promise<string>])[] = [
  ...Object.entries(runs).flatMap(([title, run]) =>
    languages.map(
      (language) => [`${title} in ${language}`, async () => inFormat(html, await run(), language)] as const,
    ),
  ),
  ['three engines', () => Promise.resolve(html.render(threeEnginesReport()))] as const,
  ['docs/conformance.html', () => page('conformance.html')] as const,
];

const browsers = {
  chromium: plainBrowser,
  firefox: plainFirefox,
} satisfies Partial<Record<string, () => Promise<Browser | null>>>;

const widths = { light: [1280, 390], dark: [1280, 390] };

/** Rows of one table that are looked at: the others are made as these are, and there are thousands of cells. */
const mostRows = 3;

const violations =
  'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]))';
const violationsOf = (page: Page): Promise<unknown> => page.evaluate<unknown>(violations);

/** Takes the other rows out of each table, and the sheets that they open. */
const shorten = `
  for (const { rows } of document.querySelectorAll('tbody')) for (const row of [...rows].slice(${mostRows})) row.remove();
  const opened = new Set([...document.querySelectorAll('[popovertarget]')].map((button) => button.getAttribute('popovertarget')));
  for (const sheet of document.querySelectorAll('[popover]')) if (!opened.has(sheet.id)) sheet.remove();`;
const openAll = `document.querySelectorAll('details').forEach((details) => (details.open = true));`;

/** Writes a page without its own policy, which lets no script but its own run in it, and resolves with its address. */
async function written(file: string, text: string): Promise<string> {
  await writeFile(file, text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
  return pathToFileURL(file).href;
}

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
      test(
        `axe finds nothing in ${title}, wide and on a phone, in light and dark`,
        inWholeSuite,
        async ({}, testInfo) => {
          test.skip(browser === null, `${engine} is not installed.`);
          const url = await written(testInfo.outputPath('page.html'), await text());
          test.slow();
          for (const colorScheme of ['light', 'dark'] as const) {
            for (const width of widths[colorScheme]) {
              const opened = await browser?.newPage({ colorScheme, viewport: { width, height: 844 } });
              if (opened === undefined) throw new Error(`${engine} was not started.`);
              await opened.goto(url);
              await opened.evaluate(`{ ${shorten} }`);
              await opened.evaluate(axe.source);
              expect({ colorScheme, width, violations: await violationsOf(opened) }).toEqual({
                colorScheme,
                width,
                violations: [],
              });
              await opened.evaluate(openAll);
              expect({ colorScheme, width, opened: await violationsOf(opened) }).toEqual({
                colorScheme,
                width,
                opened: [],
              });
              await opened.close();
            }
          }
        },
      );
    }
  });
}

// WebDriver drives WebKit, and knows of no colour scheme: a page is light there.
for (const [title, text] of pages) {
  test(`axe finds nothing in ${title} in webkit, wide and on a phone`, inWholeSuite, async ({}, testInfo) => {
    test.slow();
    const webkit = await startDrivenWebKit();
    test.skip(webkit === null, 'WebKitGTK or its WebDriver is not installed.');
    if (webkit === null) return;
    try {
      const url = await written(testInfo.outputPath('page.html'), await text());
      for (const width of widths.light) {
        await webkit.resize(width, 844);
        await webkit.goto(url);
        await webkit.evaluate(`{ ${shorten} } ${axe.source}`);
        const closed = await webkit.evaluate(`return ${violations};`);
        const opened = await webkit.evaluate(`${openAll} return ${violations};`);
        expect({ width, closed, opened }).toEqual({ width, closed: [], opened: [] });
      }
    } finally {
      await webkit.close();
    }
  });
}
