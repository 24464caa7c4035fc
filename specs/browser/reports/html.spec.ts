import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import {
  expect,
  test,
  type Browser,
  type BrowserContextOptions,
  type Page,
  type TestInfo,
} from '@playwright/test';
import { inFormat } from '../../../reports/collect/write-report.ts';
import html from '../../../reports/formats/html.ts';
import { visible } from '../../../reports/words/visible-text.ts';
import { roleLabel } from '../../../reports/words/wording.ts';
import type { Report, Verdict } from '../../../src/model.ts';
import type { Language } from '../../../src/words/language.ts';
import { hostileReport, hostileTexts } from '../../pure/reports/hostile-report.ts';
import { plainBrowser } from '../../support/plain-browser.ts';
import { eightFaultsRun, oneFaultRun } from '../../support/three-runs.ts';
import { threeEnginesReport } from '../../pure/reports/sample-engines.ts';
import { sampleReport } from '../../pure/reports/sample-report.ts';

/** What a page could do behind our back, as it is seen from outside of it. */
interface Watched {
  readonly requests: string[];
  readonly dialogs: string[];
  readonly consoleTexts: string[];
}

interface Opened extends Watched {
  readonly page: Page;
}

let browser: Browser | null = null;

test.beforeAll(async () => {
  browser = await plainBrowser();
});

test.afterAll(async () => {
  await browser?.close();
});

async function open(
  report: Report,
  testInfo: TestInfo,
  { language = 'en', ...options }: BrowserContextOptions & { readonly language?: Language } = {},
): Promise<Opened> {
  if (browser === null) throw new Error('The browser was not started.');
  const page = await browser.newPage(options);
  const watched: Watched = { requests: [], dialogs: [], consoleTexts: [] };
  page.on('request', (request) => watched.requests.push(request.url()));
  page.on('console', (message) => watched.consoleTexts.push(message.text()));
  page.on('dialog', (dialog) => {
    watched.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  const file = testInfo.outputPath('report.html');
  await writeFile(file, inFormat(html, report, language));
  await page.goto(pathToFileURL(file).href);
  return { page, ...watched };
}

const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));

/** Resolves to how often each element occurs. */
function elementCounts(page: Page): Promise<Readonly<Record<string, number>>> {
  return page.evaluate(() => {
    const counts: Record<string, number> = {};
    for (const { localName } of document.querySelectorAll('*'))
      counts[localName] = (counts[localName] ?? 0) + 1;
    return counts;
  });
}

test('a hostile report runs no script of its own, opens no dialog, and loads nothing but itself', async ({}, testInfo) => {
  const { page, ...watched } = await open(hostileReport(), testInfo);
  await page.locator('body').hover();
  expect(await page.evaluate(() => 'broken' in window)).toBe(false);
  expect(watched).toEqual({ requests: [page.url()], dialogs: [], consoleTexts: [] });
});

test('a hostile report has the elements of a harmless one, and no others', async ({}, testInfo) => {
  const { page } = await open(hostileReport(), testInfo);
  const hostile = await elementCounts(page);
  const attributes = await page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames()),
  );
  const links = await page.evaluate(() => [...document.links].map((link) => link.protocol));
  const sample = await open(sampleReport(), testInfo);
  const harmless = new Set(Object.keys(await elementCounts(sample.page)));
  expect(Object.keys(hostile).filter((name) => !harmless.has(name))).toEqual([]);
  expect([hostile['script'], hostile['style'], hostile['img'], hostile['iframe']]).toEqual([
    1,
    1,
    undefined,
    undefined,
  ]);
  expect(attributes.filter((name) => name.startsWith('on') || name === 'style')).toEqual([]);
  expect([...new Set(links)]).toEqual(['file:']);
});

test('each hostile text is shown literally, with what acts made visible', async ({}, testInfo) => {
  const { page } = await open(hostileReport(), testInfo);
  const shown = await page.locator('.console li').allTextContents();
  const expected = hostileTexts.map(visible);
  expect([...new Set(shown)]).toEqual(expected);
  expect(await page.locator('.gate li:not(.outcome)').allTextContents()).toEqual(expected);
  const codes = await page.locator('.send code').allTextContents();
  expect([...new Set(codes)]).toEqual(expected);
});

test('the page needs nothing else: its policy allows its own style sheet and script alone', async ({}, testInfo) => {
  const { page, ...watched } = await open(sampleReport(), testInfo);
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toMatch(
    /^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; script-src 'sha256-[A-Za-z0-9+/=]{44}'; base-uri 'none'; form-action 'none'$/,
  );
  expect(await page.locator('h1').evaluate((element) => getComputedStyle(element).marginBottom)).toBe('0px');
  expect(watched).toEqual({ requests: [page.url()], dialogs: [], consoleTexts: [] });
});

test('a cell tells method and standing in words, and opens its checks by keyboard', async ({}, testInfo) => {
  const { page } = await open(sampleReport(), testInfo);
  const row = page.getByRole('row', { name: /\/v1\/profile/ });
  const cell = row.getByRole('cell').nth(1).getByRole('button');
  await expect(cell).toHaveText(/^\s*GET, PUT too closed\s*$/);
  await cell.focus();
  await page.keyboard.press('Enter');
  const sheet = page.locator('.sheet:popover-open');
  await expect(sheet.getByRole('link')).toHaveText(['origin-mismatch', 'method-not-allowed']);
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});

test('a refusal that was judged in part is not called a refusal alone', async ({}, testInfo) => {
  const report = sampleReport();
  const [unseen] = report.verdicts.filter(
    ({ check, status }) => check === 'unreadable' && status === 'inapplicable',
  );
  if (unseen === undefined) throw new Error('The sample has no request of a stranger that was not judged.');
  const refused = { ...unseen, id: `${unseen.id} preflighted`, status: 'conforms' } as const;
  const { page } = await open({ ...report, verdicts: [refused, unseen] }, testInfo);
  await expect(page.locator('.matrix .chip')).toHaveText([/^\s*refused\s*in part not judged\s*$/]);
});

test('a request that is held in every check but a comparison is granted, not read', async ({}, testInfo) => {
  const report = sampleReport();
  const [held] = report.verdicts.filter((verdict) => verdict.held && verdict.status === 'conforms');
  if (held === undefined) throw new Error('The sample has no held request that is granted.');
  const compared = { ...held, id: `${held.id} compared`, check: 'vary', held: false } as const;
  const { page } = await open({ ...report, verdicts: [held, compared] }, testInfo);
  await expect(page.locator('.matrix .chip')).toHaveText([`${held.method} granted held`]);
});

test('of what came to the same, only what was held is said to be', async ({}, testInfo) => {
  const report = sampleReport();
  const [found] = report.verdicts.filter(
    ({ check, status }) => check === 'unreadable' && status === 'violates',
  );
  if (found === undefined) throw new Error('The sample has no page that reads what it must not.');
  const held = { ...found, id: `${found.id} held`, method: 'PUT', held: true } as const;
  const { page } = await open({ ...report, verdicts: [found, held] }, testInfo);
  const chips = await page.locator('.matrix .chip').allTextContents();
  expect(chips.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
    'GET too open',
    'PUT too open held',
  ]);
});

test('origins for whom every check came to the same share a column, which lists them', async ({}, testInfo) => {
  const report = sampleReport();
  const like = { origin: 'https://untrusted.test', originRole: 'untrusted' } as const;
  const unlike = { origin: 'https://app.examplexcom', originRole: 'unescaped-dot' } as const;
  const [first] = report.verdicts.filter(({ check }) => check === 'unreadable');
  if (first === undefined) throw new Error('The sample has no page that must not read.');
  const verdict = { ...first, status: 'conforms', diagnosis: null, kind: null, severity: null } as const;
  const { page } = await open(
    {
      ...report,
      routes: report.routes.filter(({ path }) => path === first.route),
      origins: [
        { origin: 'https://app.example.com', role: 'trusted' },
        { origin: 'null', role: 'opaque' },
        { origin: like.origin, role: like.originRole },
        { origin: unlike.origin, role: unlike.originRole },
      ],
      verdicts: [
        { ...verdict, origin: 'null', originRole: 'opaque' },
        { ...verdict, ...like },
        { ...verdict, ...unlike, status: 'inconclusive' },
      ],
    },
    testInfo,
  );
  const heads = page.locator('th.origin');
  expect(await heads.locator('.host').allInnerTexts()).toEqual([
    'https://app.example.com',
    unlike.origin,
    'null',
  ]);
  await page.getByRole('button', { name: 'and 1 alike' }).click();
  const sheet = page.getByRole('dialog', { name: 'Origins of this column' });
  expect(await sheet.locator('li').allInnerTexts()).toEqual([
    'null\nopaque origin',
    'https://untrusted.test\nuntrusted',
  ]);
});

test('cells whose checks came to the same open one sheet, which says so', async ({}, testInfo) => {
  const report = sampleReport();
  const [verdict] = report.verdicts.filter(({ status }) => status === 'conforms');
  if (verdict === undefined) throw new Error('The sample has no check that conforms.');
  const paths = report.routes.map(({ path }) => path);
  const { page } = await open(
    { ...report, verdicts: paths.map((route) => ({ ...verdict, route, id: `${verdict.id} ${route}` })) },
    testInfo,
  );
  await page.locator('.matrix button.cell').nth(2).click();
  const heads = page.getByRole('dialog', { name: 'Checks of this cell' }).locator('.sheet-head p');
  expect((await heads.allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))).toEqual([
    `Alike in ${paths.length} cells, such as ${paths[0] ?? ''} from ${verdict.origin} ${roleLabel(verdict.originRole)}`,
  ]);
  expect(await page.locator('.sheet:not([id^="column-"])').count()).toBe(1);
});

test('what pages saw and were answered alike is said once', async ({}, testInfo) => {
  const report = sampleReport();
  const [found] = report.verdicts.filter(
    ({ status, check, exchanges }) =>
      status === 'violates' && check === 'readable' && exchanges.some(({ response }) => response !== null),
  );
  if (found === undefined) throw new Error('The sample has no refusal of an answer.');
  const from = (origin: string, allowed: string): Verdict => ({
    ...found,
    id: `${found.id} ${origin}`,
    origin,
    exchanges: found.exchanges.map((exchange) => ({
      ...exchange,
      response: { status: 200, headers: [['Access-Control-Allow-Origin', allowed]], fromCache: false },
    })),
  });
  const [one, two, three] = ['https://one.test', 'https://two.test', 'https://three.test'];
  const verdicts = [from(one, one), from(two, two), from(three, one)];
  const { page } = await open({ ...report, verdicts, disagreements: [], fixes: [] }, testInfo);
  const rows = page.locator('.seen-for tbody tr');
  expect(await rows.locator('td:first-child').allInnerTexts()).toEqual([
    [one, two, three].map((origin) => `${origin} ${roleLabel(found.originRole)}`).join('\n\n'),
  ]);
  await page.locator('.evidence summary').click();
  const captions = await page.locator('.evidence .caption').allInnerTexts();
  const request = `credentials mode “${found.credentialsMode}”`;
  expect(captions.map((text) => text.replace(/\s+/g, ' '))).toEqual([
    `${found.method} from ${one}, ${request}, and alike from 1 other origin`,
    `${found.method} from ${three}, ${request}`,
  ]);
});

test('a cell and a table tell which engines disagree', async ({}, testInfo) => {
  const { page } = await open(threeEnginesReport(), testInfo);
  const chips = page
    .getByRole('row', { name: /\/v1\/exports/ })
    .first()
    .locator('.chip', { hasText: 'HEAD' });
  expect((await chips.allTextContents()).map((text) => text.replace(/\s+/g, ' ').trim())).toEqual([
    'HEAD too closed Chromium, WebKit',
    'HEAD reads Firefox',
  ]);
  const rows = page.locator('#disagreements tbody tr');
  const answers = (await rows.locator('td').allTextContents()).map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  );
  expect(answers).toEqual([
    'too closed origin-multiple',
    'reads',
    'too closed origin-multiple',
    'reads',
    'too closed origin-missing',
    'too closed origin-missing',
  ]);
});

test('a link from a cell leads to its finding', async ({}, testInfo) => {
  const { page } = await open(sampleReport(), testInfo);
  await page
    .getByRole('row', { name: /\/v1\/profile/ })
    .getByRole('button')
    .nth(1)
    .click();
  await page.locator('.sheet:popover-open').getByRole('link', { name: 'origin-mismatch' }).click();
  await expect(page.locator('.finding:target .name').first()).toHaveText('origin-mismatch');
});

for (const [width, height] of [
  [1280, 800],
  [390, 844],
] as const) {
  test(`at ${width} × ${height} px, the first finding is on the first screen, and the head counts what its section holds`, async ({}, testInfo) => {
    for (const run of [oneFaultRun, eightFaultsRun]) {
      const { page } = await open(await run(), testInfo, { viewport: { width, height } });
      const name = await page.locator('.finding .name').first().boundingBox();
      expect((name?.y ?? height) + (name?.height ?? 0)).toBeLessThanOrEqual(height);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      for (const title of ['Violations', 'Hazards']) {
        const tile = page.locator('.numbers > div', { has: page.getByText(title, { exact: true }) });
        const texts = (await tile.locator('dd').allInnerTexts()).join(' ');
        const section = page.locator(`#${title.toLowerCase()} h2 .count`);
        const heading = (await section.count()) === 0 ? '0' : await section.innerText();
        expect(heading.replace(/ findings?/, '')).toBe(texts);
      }
    }
  });
}

for (const [width, scrolling] of [
  [360, ['matrix-scroll']],
  [1280, []],
] as const) {
  test(`at ${width} px, ${scrolling.length === 0 ? 'nothing' : 'nothing but the matrix'} scrolls sideways`, async ({}, testInfo) => {
    const shown = [[hostileReport()], [threeEnginesReport()], [sampleReport(), 'ja']] as const;
    for (const [report, language = 'en'] of shown) {
      const { page } = await open(report, testInfo, { language, viewport: { width, height: 800 } });
      await openDetails(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const wide = await page.evaluate(() =>
        [...document.querySelectorAll('main *')]
          .filter((one) => getComputedStyle(one).overflowX === 'auto' && one.scrollWidth > one.clientWidth)
          .map(({ className }) => className),
      );
      expect([...new Set(wide)]).toEqual(scrolling);
    }
  });
}

test('a short page has neither filter nor script', async ({}, testInfo) => {
  const report = sampleReport();
  const { page } = await open({ ...report, verdicts: [] }, testInfo);
  expect(await page.locator('#filter, script').count()).toBe(0);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`in ${colorScheme}, every text has a contrast of at least 4.5`, async ({}, testInfo) => {
    const { page } = await open(threeEnginesReport(), testInfo, { colorScheme });
    await openDetails(page);
    expect(await lowContrasts(page)).toEqual([]);
  });
}

/**
 * Resolves to texts whose contrast with the first opaque background behind them is too low.
 * https://www.w3.org/TR/WCAG22/#contrast-minimum
 */
function lowContrasts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const channels = (colour: string): readonly number[] => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string): number => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const share = value / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const background = (element: Element | null): string => {
      if (element === null) return 'rgb(255, 255, 255)';
      const { backgroundColor } = getComputedStyle(element);
      return channels(backgroundColor)[3] === 0 ? background(element.parentElement) : backgroundColor;
    };
    const low = new Set<string>();
    for (const element of document.querySelectorAll('body *')) {
      const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      if (!hasText) continue;
      const [light = 0, dark = 0] = [getComputedStyle(element).color, background(element)]
        .map(luminance)
        .sort((a, b) => b - a);
      const contrast = (light + 0.05) / (dark + 0.05);
      if (contrast < 4.5) low.add(`${element.localName}.${element.className} ${contrast.toFixed(2)}`);
    }
    return [...low];
  });
}
