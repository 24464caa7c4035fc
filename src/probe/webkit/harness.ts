import { spawnSync } from 'node:child_process';
import { findBrowser, missingBrowser } from '../../browser/find-browser.ts';
import { startDisplay } from '../../browser/start-display.ts';
import { assertCorsInForce, type CanaryTarget } from '../canary.ts';
import type { EngineLaunch } from '../../engines/engine.ts';
import { PermissionsError, type Harness, type ProbePage } from '../probe.ts';
import type { OpenTap } from '../tapped/page-tap.ts';
import type { StartedWebKit } from './started-webkit.ts';
import { TappedPage } from '../tapped/page.ts';
import { namingWebKitCode } from './console.ts';
import { MiniBrowserDriver } from './minibrowser.ts';
import { startPlaywrightWebKit } from './playwright.ts';

/** Starts WebKit: Playwright's own, or WebKitGTK. Rejects with a `BrowserError` if there is none. */
export async function startWebKit(
  engine: EngineLaunch,
  openTap: OpenTap,
  canary: CanaryTarget,
): Promise<Harness> {
  const found = findBrowser(engine);
  if (found === null) throw missingBrowser(engine);
  const webkit =
    found.executablePath === null
      ? await startPlaywrightWebKit(engine)
      : await startMiniBrowser(engine, found.executablePath);
  const identity = { id: 'webkit', version: webkit.version } as const;
  return {
    engine: identity,
    openPage: async (
      authorities,
      secrets,
      { permissions = [], behindTls = [], session } = {},
    ): Promise<ProbePage> => {
      if (permissions.length > 0) throw new PermissionsError(engine.name, permissions);
      const { asksForWork } = webkit;
      const tap = await openTap({
        authorities: [...authorities, canary.authority],
        behindTls,
        asksForWork,
      });
      const driver = webkit.drive(tap);
      const cookies = session === undefined ? null : await driver.cookies();
      const page = new TappedPage({
        engine: identity,
        driver,
        tap,
        refusalOf: (errors) => namingWebKitCode(errors.map(({ code }) => code)),
        secrets,
        ...(session === undefined ? {} : { session }),
        ...(cookies === null ? {} : { cookies }),
      });
      // WebKit takes http on loopback for mixed content of a secure page.
      await assertCorsInForce(page, canary, 'http://canary.test');
      return page;
    },
    close: () => webkit.close(),
  };
}

// Each page is a process of its own; what they share is the display.
async function startMiniBrowser(engine: EngineLaunch, executablePath: string): Promise<StartedWebKit> {
  const display = await startDisplay();
  const { stdout } = spawnSync(executablePath, ['--version'], {
    encoding: 'utf8',
    timeout: 10_000,
    env: { ...process.env, DISPLAY: display.name },
  });
  return {
    version: /\d+(?:\.\d+)+/.exec(stdout ?? '')?.[0] ?? 'unknown',
    asksForWork: true,
    drive: (tap) => new MiniBrowserDriver({ executablePath, args: engine.args, display: display.name, tap }),
    close: () => Promise.resolve(display.close()),
  };
}
