import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errors, firefox, type Browser } from '@playwright/test';
import { within } from '../../browser/deadline.ts';
import { BrowserError, findBrowser, missingBrowser } from '../../browser/find-browser.ts';
import { guardProcess, type Guard } from '../../browser/guard-process.ts';
import { startLimitMs } from '../../browser/start-limit.ts';
import { assertCorsInForce, type CanaryTarget } from '../canary.ts';
import type { EngineLaunch, EngineQuirks } from '../../engines/engine.ts';
import { needsWarmUp } from '../../engines/quirk-flags.ts';
import { PermissionsError, type Harness, type ProbePage } from '../probe.ts';
import { namingCategory } from './categories.ts';
import { FirefoxDriver } from './driver.ts';
import { warmUp } from './warm-up.ts';
import type { OpenTap } from '../tapped/page-tap.ts';
import { RdpConsole } from './rdp-console.ts';
import { TappedPage } from '../tapped/page.ts';

const closeTimeoutMs = 5_000;

const prefs = {
  // Pages on loopback come from the tap as well.
  'network.proxy.allow_hijacking_localhost': true,
  'network.proxy.no_proxies_on': '',
  // Nothing of the browser's own business on the wire.
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'dom.security.https_first': false,
  'devtools.debugger.remote-enabled': true,
  'devtools.debugger.prompt-connection': false,
  'devtools.chrome.enabled': true,
};

/** Starts Firefox. Rejects with a `BrowserError` if there is none, or if it does not start. */
export async function startFirefox(
  engine: EngineLaunch & EngineQuirks,
  openTap: OpenTap,
  canary: CanaryTarget,
): Promise<Harness> {
  const { browser, rdp, guard } = await launchFirefox(engine);
  const version = browser.version();
  return {
    engine: { id: 'firefox', version },
    openPage: async (
      authorities,
      secrets,
      { permissions = [], cold = false, session } = {},
    ): Promise<ProbePage> => {
      if (permissions.length > 0) throw new PermissionsError(engine.name, permissions);
      const tap = await openTap({ authorities: [...authorities, canary.authority] });
      const driver = new FirefoxDriver(browser, tap.proxyUrl, rdp);
      const cookies = session === undefined ? null : await driver.cookies();
      const page = new TappedPage({
        engine: { id: 'firefox', version },
        driver,
        tap,
        refusalOf: (errors) => namingCategory(errors.map(({ code }) => code)),
        secrets,
        ...(session === undefined ? {} : { session }),
        ...(cookies === null ? {} : { cookies }),
      });
      await assertCorsInForce(page, canary);
      if (!cold && needsWarmUp(engine)) await warmUp(driver, tap);
      return page;
    },
    close: async () => {
      rdp?.close();
      // One that hangs, or is gone already, is seen to by its guard.
      await within(browser.close(), closeTimeoutMs, 'Firefox did not close').catch(() => undefined);
      guard?.end();
    },
  };
}

interface LaunchedFirefox {
  readonly browser: Browser;
  readonly rdp: RdpConsole | null;
  readonly guard: Guard | null;
}

/** Starts the browser itself, with its debugger server if it has one. */
export async function launchFirefox(engine: EngineLaunch): Promise<LaunchedFirefox> {
  const timeout = startLimitMs();
  const found = findBrowser(engine);
  if (found === null) throw missingBrowser(engine);
  if (found.executablePath === null) {
    // Playwright's own build has no debugger server; the texts alone say which category they are of.
    const browser = await firefox.launch({ firefoxUserPrefs: prefs, timeout });
    return { browser, rdp: null, guard: null };
  }
  const folder = mkdtempSync(join(tmpdir(), 'cors-conformance-firefox-'));
  // A socket in a folder that nobody else may enter: the debugger server lets in whoever reaches it.
  const address = join(folder, 'debugger');
  const browser = await firefox
    .launch({
      channel: 'moz-firefox',
      executablePath: found.executablePath,
      args: [...engine.args, `--start-debugger-server=${address}`],
      firefoxUserPrefs: prefs,
      timeout,
    })
    .catch((error: Error) => {
      rmSync(folder, { recursive: true, force: true });
      if (error instanceof errors.TimeoutError) throw error;
      throw new BrowserError(`${engine.name} does not start: ${error.message.split('\n')[0] ?? ''}`);
    });
  try {
    const rdp = await RdpConsole.open(address, timeout);
    const pid = Number(await rdp.evaluate('Services.appinfo.processID'));
    return { browser, rdp, guard: guardProcess(pid, folder) };
  } catch (error) {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
