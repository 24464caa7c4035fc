import { chromium, type Browser } from '@playwright/test';
import { within } from '../../browser/deadline.ts';
import { BrowserError, browserVariable, findBrowser } from '../../browser/find-browser.ts';
import { guardProcess, type Guard } from '../../browser/guard-process.ts';
import { assertCorsInForce, type CanaryTarget } from '../canary.ts';
import { startLimitMs } from '../../browser/start-limit.ts';
import type { EngineLaunch } from '../../engines/engine.ts';
import type { Harness, PageUrl, ProbePage } from '../probe.ts';
import { ChromiumPage } from './page.ts';
import { pageWith } from '../page/page-with.ts';
import { PasswordDialogues } from './password-dialogues.ts';
import { probingContext } from './probing-context.ts';
import { TabbedPage } from '../page/tabbed-page.ts';

const closeTimeoutMs = 5_000;

/** What gives pages their origins; see `servers/page-origin.ts`. */
export interface PageOrigins {
  readonly proxyUrl: string;
  readonly spkiHash: string;
  readonly pageUrl: PageUrl;
}

/** Starts Chromium. Rejects with a `BrowserError` if there is none, or if it does not start. */
export async function startChromium(
  engine: EngineLaunch,
  origins: PageOrigins,
  canary: CanaryTarget,
): Promise<Harness> {
  const browser = await launchChromium(engine, origins.spkiHash);
  const guard = await guardBrowser(browser);
  const version = browser.version();
  return {
    engine: { id: 'chromium', version },
    openPage: async (authorities, secrets, { permissions, session } = {}): Promise<ProbePage> => {
      const pageOptions = {
        browser,
        proxyUrl: origins.proxyUrl,
        direct: [...authorities, canary.authority],
        pageUrl: origins.pageUrl,
        secrets,
        dialogues: new PasswordDialogues(),
        ...(permissions === undefined ? {} : { permissions }),
        ...(session === undefined ? {} : { session }),
      };
      const context = await browser.newContext(probingContext(pageOptions));
      const openTab = (): Promise<ProbePage> => ChromiumPage.open({ ...pageOptions, context });
      const page = new TabbedPage(await openTab(), openTab);
      await assertCorsInForce(page, canary);
      return pageWith(page, {
        rewriting: async (rule) => {
          const rewriting = await page.rewriting(rule);
          await assertCorsInForce(rewriting, canary);
          return rewriting;
        },
      });
    },
    close: async () => {
      // One that hangs, or is gone already, is seen to by its guard.
      await within(browser.close(), closeTimeoutMs, 'Chromium did not close').catch(() => undefined);
      guard?.end();
    },
  };
}

/**
 * Makes the guard of the browser; `null` where the browser does not say which process it is. Then Playwright alone sees
 * to its end.
 */
async function guardBrowser(browser: Browser): Promise<Guard | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const pid = processInfo.find(({ type }) => type === 'browser')?.id;
  return pid === undefined ? null : guardProcess(pid);
}

/** Starts the browser itself, trusting the one key that pages of ours are served with, and no other. */
export async function launchChromium(engine: EngineLaunch, spkiHash: string): Promise<Browser> {
  const found = findBrowser(engine);
  if (found === null) {
    throw new BrowserError(
      `No ${engine.name} was found: run "npx playwright install --with-deps chromium", or set ${browserVariable(engine)} to the path of a browser.`,
    );
  }
  return chromium.launch({
    // The whole browser of Playwright's own downloads: without a channel it would be the headless shell, which keeps the
    // cookies of other sites that no user's browser keeps.
    ...(found.executablePath === null ? { channel: 'chromium' } : { executablePath: found.executablePath }),
    timeout: startLimitMs(),
    args: [...engine.args, `--ignore-certificate-errors-spki-list=${spkiHash}`],
  });
}
