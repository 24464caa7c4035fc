import { hasHttpScheme, isBadPort, parseUrl } from '../fetch-standard/urls.ts';
import type { Fault } from './problem.ts';
import { quote } from './shown-value.ts';

type Reading = { readonly url: URL } | { readonly fault: Fault };

/**
 * Returns the http or https URL that `text` is, or why it is none that a policy can hold. `sample` is what a
 * right one looks like.
 */
export function readHttpUrl(text: string, sample: string): Reading {
  const fault = (problem: string, remedy: string): Reading => ({
    fault: { value: quote(text), problem, remedy },
  });
  if (text === '') return fault('is empty', `write ${quote(sample)}`);
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return schemeless(text, sample, fault);
  const url = parseUrl(text);
  if (url === null) return fault('does not parse as a URL', `write ${quote(sample)}`);
  if (!hasHttpScheme(url)) return fault('is not an http or https URL', `write ${quote(sample)}`);
  if (url.username !== '' || url.password !== '') {
    return fault('carries a user name or a password', 'remove everything between "//" and "@"');
  }
  if (url.hostname.includes('*')) return fault('is a pattern', 'write each host by itself, without "*"');
  if (url.port === '0') return fault('has port 0, which no server can be reached at', 'write the real port');
  if (isBadPort(Number(url.port))) {
    return fault(
      `has port ${url.port}, a bad port of the Fetch standard, to which no browser makes a request`,
      'have the server listen on another port',
    );
  }
  return { url };
}

/**
 * Reports whether `hostname` is this machine by its form alone.
 *
 * https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy
 */
export function isLoopbackHost(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

function schemeless(
  text: string,
  sample: string,
  fault: (problem: string, remedy: string) => Reading,
): Reading {
  const url = parseUrl(`http://${text}`);
  if (url === null || !/^[\w.[\]-]+(?::\d+)?(?:\/|$)/.test(text)) {
    return fault('is not an address', `write ${quote(sample)}`);
  }
  const scheme = isLoopbackHost(url.hostname) ? 'http' : 'https';
  return fault('has no scheme', `write ${quote(`${scheme}://${text}`)}`);
}
