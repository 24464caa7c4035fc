import { hasHttpScheme, isBadPort, isLoopbackHost, parseUrl } from '../fetch-standard/urls.ts';
import type { Fault } from './problem.ts';
import { quote } from './shown-value.ts';
import type { PolicyTarget } from './types.ts';
import { listed } from '../words/listed.ts';

/** What is wrong, and what to do about it. */
export type Said = readonly [problem: string, remedy: string];

/** Returns `said` where `holds`. */
export const when = (holds: boolean, said: Said): readonly Said[] => (holds ? [said] : []);

type Reading = { readonly url: URL } | { readonly fault: Fault };

/**
 * Returns the http or https URL that `text` is, or why it is none that a policy can hold. `sample` is what a
 * right one looks like, and `more` says what else is wrong with one.
 */
export function readHttpUrl(
  text: string,
  sample: string,
  more: (url: URL) => readonly Said[] = () => [],
): Reading {
  const fault = (problem: string, remedy: string): Reading => ({
    fault: { value: quote(text), problem, remedy },
  });
  if (text === '') return fault('is empty', `write ${quote(sample)}`);
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return schemeless(text, sample, fault);
  const url = parseUrl(text);
  if (url === null) return fault('does not parse as a URL', `write ${quote(sample)}`);
  if (!hasHttpScheme(url)) return fault('is not an http or https URL', `write ${quote(sample)}`);
  const faults: Said[] = [
    ...when(url.username !== '' || url.password !== '', [
      'carries a user name or a password',
      'remove everything between "//" and "@"',
    ]),
    ...when(url.hostname.includes('*'), ['is a pattern', 'write each host by itself, without "*"']),
    ...when(url.port === '0', ['has port 0, which no server can be reached at', 'write the real port']),
    ...when(url.port !== '0' && isBadPort(Number(url.port)), [
      `has port ${url.port}, a bad port of the Fetch standard, to which no browser makes a request`,
      'have the server listen on another port',
    ]),
    ...more(url),
  ];
  if (faults.length > 0) {
    return fault(listed(faults.map(([problem]) => problem)), faults.map(([, remedy]) => remedy).join('; '));
  }
  return { url };
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

type TargetReading = { readonly target: PolicyTarget } | { readonly fault: Fault };

/** Returns the target that `written` names, or why it names none. */
export function readTarget(written: string | PolicyTarget): TargetReading {
  if (typeof written === 'string')
    return written === 'demo' ? { target: { kind: 'demo' } } : readTargetUrl(written);
  return written.kind === 'demo'
    ? { target: written }
    : readTargetUrl(`${written.origin}${written.basePath}`);
}

/** Returns the target at the address `text`: an http or https origin, with or without a base path. */
export function readTargetUrl(text: string): TargetReading {
  const reading = readHttpUrl(text, 'https://api.example.com', () =>
    when(/[?#]/.test(text), ['has a query or a fragment', 'leave it out; a query belongs to a route']),
  );
  if ('fault' in reading) return reading;
  const { url } = reading;
  return { target: { kind: 'url', origin: url.origin, basePath: url.pathname.replace(/\/+$/, '') } };
}

/** Returns why `text` cannot be a trusted origin; null if it can. */
export function originFault(text: string): Fault | null {
  const value = quote(text);
  if (text === '*') {
    return { value, problem: 'is not an origin', remedy: `remove it; ${anyOrigin}` };
  }
  if (text.toLowerCase() === 'null') {
    return {
      value,
      problem: 'is the serialization of every opaque origin, so that anybody has it',
      remedy: `remove it; ${anyOrigin}`,
    };
  }
  if (/^[^/]*\/\/[^/]*\*/.test(text) || /^[^/]*\*/.test(text)) {
    return { value, problem: 'is a pattern', remedy: 'list the origins one by one' };
  }
  const reading = readHttpUrl(text, 'https://app.example.com');
  if ('fault' in reading) return reading.fault;
  const { origin } = reading.url;
  if (text === origin) return null;
  const remedies = differences(text, reading.url);
  return {
    value,
    problem: 'is not a serialized origin',
    remedy: `${listed(remedies)}; write ${quote(origin)}`,
  };
}

export const anyOrigin =
  'to let any origin read a route without credentials, give the route public: true in cors.policy.ts';

/** Returns what to change in `text` to make it the serialization of its origin. */
export function differences(text: string, url: URL): readonly string[] {
  const authority = /^[^/]*\/\/([^/?#\\]*)/.exec(text)?.[1] ?? '';
  const scheme = text.slice(0, text.indexOf('//'));
  const defaultPort = url.protocol === 'https:' ? /:443$/ : /:80$/;
  const found: readonly (readonly [boolean, string])[] = [
    [text !== text.trim(), 'remove the white space'],
    [scheme !== scheme.toLowerCase(), 'write the scheme in lower case'],
    [/[^\0-\u007f]/.test(authority), 'write the host in ASCII'],
    [/[A-Z]/.test(authority), 'write the host in lower case'],
    [defaultPort.test(authority), 'remove the default port'],
    [url.pathname === '/' && /\/$/.test(text.replace(/[?#].*$/s, '')), 'remove the trailing slash'],
    [url.pathname !== '/', 'remove the path'],
    [/^[^#]*\?/.test(text), 'remove the query'],
    [text.includes('#'), 'remove the fragment'],
  ];
  const remedies = found.flatMap(([differs, remedy]) => (differs ? [remedy] : []));
  return remedies.length === 0 ? ['write it as browsers do'] : remedies;
}

/** Returns why `text` is not a host that redirects may lead to; null if it is one. */
export function contactFault(text: string): Fault | null {
  const fault = (problem: string, remedy: string): Fault => ({ value: quote(text), problem, remedy });
  const sample = 'write one such as "login.example.com"';
  if (text === '') return fault('is empty', sample);
  if (text.includes('*')) return fault('is a pattern', 'list the hosts one by one');
  const url = parseUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || url.host === '') return fault('is not a host', sample);
  const host = /:443$/.test(text) ? `${url.hostname}:443` : url.host;
  if (url.port === '0') return fault('has port 0, which no server can be reached at', 'write the real port');
  return text === host ? null : fault('is not a host', `write ${quote(host)}`);
}
