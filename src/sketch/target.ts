import { readTargetUrl } from '../policy/lint-url.ts';
import { PolicyError } from '../policy/problem.ts';

/** The API that a policy is about: its origin with the base path. */
export interface Target {
  readonly url: string;
  readonly from: string;
}

/** Returns the target at an address that an option or a document names. Throws a `PolicyError` that names `place`. */
export function targetAt(address: string, place: string, from: string): Target {
  const reading = readTargetUrl(address);
  if ('fault' in reading) throw new PolicyError([{ place, ...reading.fault }]);
  const { target } = reading;
  return { url: target.kind === 'url' ? `${target.origin}${target.basePath}` : address, from };
}

/** Returns the path of `url` below `target`, with its slash; null where it is not below it. */
export function belowTarget(url: URL, target: Pick<Target, 'url'>): string | null {
  const { origin, pathname } = new URL(target.url);
  const base = pathname.replace(/\/+$/, '');
  if (url.origin !== origin) return null;
  if (url.pathname === base) return '/';
  return url.pathname.startsWith(`${base}/`) ? url.pathname.slice(base.length) : null;
}
