import { domainOf } from './host-names.ts';

/**
 * Returns the site of a serialized origin: scheme and registrable domain or, of a host that has none, the host. A port
 * makes no other site. Browsers keep one HTTP cache for the pages of one site.
 *
 * https://html.spec.whatwg.org/multipage/browsers.html#obtain-a-site
 */
export function siteOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${domainOf(hostname)}`;
}
