import type { BrowserContextOptions } from '@playwright/test';

/**
 * Returns the options of a context that pages of Chromium probe from: the hosts in `direct` are not asked for by the
 * proxy.
 */
export function probingContext({
  proxyUrl,
  direct,
}: {
  readonly proxyUrl: string;
  /** `host:port` values. */
  readonly direct: readonly string[];
}): BrowserContextOptions {
  return {
    // Loopback goes through the proxy too, as a page origin may be on loopback; the direct hosts do not.
    proxy: { server: proxyUrl, bypass: ['<-loopback>', ...direct].join(',') },
    serviceWorkers: 'block',
  };
}
