import { readFileSync } from 'node:fs';

/** Returns this package's version: from the package.json above, be it the checkout's or the published one's. */
export function ownVersion(from: string = import.meta.url): string {
  const candidate = new URL('package.json', from);
  const version = readVersion(candidate);
  if (version !== null) return version;
  const parent = new URL('../../', candidate);
  return parent.pathname === new URL('../', candidate).pathname ? 'unknown' : ownVersion(parent.href);
}

function readVersion(url: URL): string | null {
  try {
    const content: unknown = JSON.parse(readFileSync(url, 'utf8'));
    if (typeof content !== 'object' || content === null) return null;
    const isOurs = 'name' in content && content.name === 'cors-conformance';
    return isOurs && 'version' in content && typeof content.version === 'string' ? content.version : null;
  } catch {
    return null;
  }
}
