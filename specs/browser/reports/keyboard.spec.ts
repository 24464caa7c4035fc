import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { expect, test, type Browser } from '@playwright/test';
import { engineChoice } from '../../../fixtures/stage/engine-choice.ts';
import html from '../../../reports/formats/html.ts';
import type { EngineId, Report } from '../../../src/model.ts';
import { sampleReport } from '../../pure/reports/sample-report.ts';
import { startDrivenWebKit } from '../../support/driven-webkit.ts';
import { plainBrowser } from '../../support/plain-browser.ts';
import { plainFirefox } from '../../support/plain-firefox.ts';
import { inWholeSuite } from '../../../fixtures/stage/suite.ts';

/** Who reads a page by its keys alone. */
interface Reader {
  goto(url: string): Promise<void>;
  /** Presses keys, each a letter or one of `codes`. */
  press(...keys: readonly string[]): Promise<void>;
  /** Resolves with what `script`, the body of a function, returns. */
  evaluate(script: string): Promise<unknown>;
  close(): Promise<void>;
}

/** What WebDriver calls the keys that are no letters. https://w3c.github.io/webdriver/#keyboard-actions */
const codes: Readonly<Record<string, string>> = { Tab: '\ue004', Enter: '\ue007', Escape: '\ue00c' };

async function inPlaywright(browser: Browser | null): Promise<Reader | null> {
  if (browser === null) return null;
  const page = await browser.newPage({ viewport: { width: 1280, height: 844 } });
  return {
    goto: async (url) => void (await page.goto(url)),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    evaluate: (script) => page.evaluate<unknown>(`(() => { ${script} })()`),
    close: () => browser.close(),
  };
}

async function inWebKit(): Promise<Reader | null> {
  const driven = await startDrivenWebKit();
  if (driven === null) return null;
  const { goto, press, evaluate, close } = driven;
  return { goto, press: (...keys) => press(keys.map((key) => codes[key] ?? key)), evaluate, close };
}

const readers = {
  chromium: async () => inPlaywright(await plainBrowser()),
  firefox: async () => inPlaywright(await plainFirefox()),
  webkit: inWebKit,
} satisfies Readonly<Record<EngineId, () => Promise<Reader | null>>>;

/** Makes a report of 200 routes, each with the violations of the sample's first one. */
function longReport(): Report {
  const report = sampleReport();
  const { routes, verdicts } = report;
  const [route] = routes;
  if (route === undefined) throw new Error('The sample has no route.');
  const paths = Array.from({ length: 200 }, (_, index) => `/v1/number-${index}`);
  return {
    ...report,
    routes: paths.map((path) => ({ ...route, path })),
    verdicts: paths.flatMap((path) =>
      verdicts
        .filter((verdict) => verdict.route === route.path)
        .map((verdict) => ({ ...verdict, route: path, id: `${path} ${verdict.id}` })),
    ),
    disagreements: [],
  };
}

/** Where the focus is, and what a reader sees. */
const seen = `
  const isSeen = (element) => element.getClientRects().length > 0;
  const texts = (selector) => [...document.querySelectorAll(selector)].filter(isSeen).map((element) => element.innerText.trim());
  const { activeElement } = document;
  return {
    focus: activeElement.name || activeElement.innerText.trim().split('\\n')[0],
    routes: [...new Set(texts('.finding .path'))],
    rows: texts('.matrix tbody tr .path'),
    severities: [...new Set(texts('.finding .severity'))],
    said: document.querySelector('#filter output').textContent,
    address: location.search,
    sheets: texts('.sheet').length,
  };`;

/** Everything that a key can reach, in the order of the page, and where the focus stands among it; -1: nowhere. */
const reachable = `
  const all = [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }));
  return { count: all.length, at: all.indexOf(document.activeElement) };`;

// The whole suite alone: a large page, and every key of it.
for (const id of engineChoice.harness) {
  test(
    `a report of 200 routes is read by the keyboard alone in ${id}`,
    inWholeSuite,
    async ({}, testInfo) => {
      test.slow();
      const reader = await readers[id]();
      test.skip(reader === null, `${id} is not installed, or nothing that drives it.`);
      if (reader === null) return;
      try {
        const file = testInfo.outputPath('report.html');
        await writeFile(file, html.render(longReport()));
        await reader.goto(pathToFileURL(file).href);

        // To the search, and what it leaves.
        const moves: unknown[] = [];
        while (moves.at(-1) !== 'text' && moves.length < 40) {
          await reader.press('Tab');
          moves.push(await reader.evaluate('return document.activeElement.name'));
        }
        await reader.press(...'number-150');
        // The next field, of which a letter chooses.
        await reader.press('Tab', 'c');
        expect(await reader.evaluate(seen)).toEqual({
          focus: 'severity',
          routes: ['/v1/number-150'],
          rows: ['/v1/number-150'],
          severities: ['critical'],
          said: '2 of 800 findings',
          address: '?text=number-150&severity=critical',
          sheets: 0,
        });

        // On to the end: nothing that can be reached is left out, and nothing holds the focus.
        const way: number[] = [];
        const { count, at: start } = await positions(reader);
        for (let at = start; at < count - 1 && way.length < count;) {
          await reader.press('Tab');
          ({ at } = await positions(reader));
          way.push(at);
        }
        expect(way).toEqual(Array.from({ length: count - 1 - start }, (_, index) => start + 1 + index));

        // Back at the top, the first link leads to what the filter hides, so that it lets go.
        await reader.goto(`${pathToFileURL(file).href}?text=number-150`);
        await reader.press('Tab', 'Enter');
        const after = Object(await reader.evaluate(seen));
        expect([after.routes.length, after.address, after.said]).toEqual([200, '', '']);
      } finally {
        await reader.close();
      }
    },
  );
}

async function positions(reader: Reader): Promise<{ readonly count: number; readonly at: number }> {
  const { count, at } = Object(await reader.evaluate(reachable));
  return { count: Number(count), at: Number(at) };
}
