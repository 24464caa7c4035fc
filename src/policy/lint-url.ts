import { hasHttpScheme, isBadPort, isLoopbackHost, parseUrl } from '../fetch-standard/urls.ts';
import type { Fault } from './problem.ts';
import { quote } from './shown-value.ts';
import type { PolicyTarget } from './types.ts';
import { say, type Told } from '../words/say.ts';

/** What is wrong, and what to do about it. */
export type Said = readonly [problem: Told, remedy: Told];

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
  const fault = (problem: Told, remedy: Told): Reading => ({
    fault: { value: quote(text), problem, remedy },
  });
  if (text === '') return fault(say('is empty'), say('write {what}', { what: quote(sample) }));
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return schemeless(text, sample, fault);
  const url = parseUrl(text);
  if (url === null)
    return fault(say('does not parse as a URL'), say('write {what}', { what: quote(sample) }));
  if (!hasHttpScheme(url))
    return fault(say('is not an http or https URL'), say('write {what}', { what: quote(sample) }));
  const faults: Said[] = [
    ...when(url.username !== '' || url.password !== '', [
      say('carries a user name or a password'),
      say('remove everything between "//" and "@"'),
    ]),
    ...when(url.hostname.includes('*'), [say('is a pattern'), say('write each host by itself, without "*"')]),
    ...when(url.port === '0', [
      say('has port 0, which no server can be reached at'),
      say('write the real port'),
    ]),
    ...when(url.port !== '0' && isBadPort(Number(url.port)), [
      say('has port {port}, a bad port of the Fetch standard, to which no browser makes a request', {
        port: url.port,
      }),
      say('have the server listen on another port'),
    ]),
    ...more(url),
  ];
  if (faults.length > 0) {
    return fault(allOf(faults.map(([problem]) => problem)), inTurn(faults.map(([, remedy]) => remedy)));
  }
  return { url };
}

function schemeless(text: string, sample: string, fault: (problem: Told, remedy: Told) => Reading): Reading {
  const url = parseUrl(`http://${text}`);
  if (url === null || !/^[\w.[\]-]+(?::\d+)?(?:\/|$)/.test(text)) {
    return fault(say('is not an address'), say('write {what}', { what: quote(sample) }));
  }
  const scheme = isLoopbackHost(url.hostname) ? 'http' : 'https';
  return fault(say('has no scheme'), say('write {what}', { what: quote(`${scheme}://${text}`) }));
}

/** Returns several parts of a sentence as one. */
export const allOf = (parts: readonly Told[]): Told =>
  parts.reduce((one, other, index) =>
    index === parts.length - 1
      ? say('{one} and {other}', { one, other })
      : say('{one}, {other}', { one, other }),
  );

/** Returns several remedies as one. */
export const inTurn = (remedies: readonly Told[]): Told =>
  remedies.reduce((one, other) => say('{one}; {other}', { one, other }));

/** Reports whether a star stands where an origin has its scheme, host or port. */
export const hasStar = (text: string): boolean => /^[^/]*(?:\/\/[^/]*)?\*/.test(text);

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
    when(/[?#]/.test(text), [
      say('has a query or a fragment'),
      say('leave it out; a query belongs to a route'),
    ]),
  );
  if ('fault' in reading) return reading;
  const { url } = reading;
  return { target: { kind: 'url', origin: url.origin, basePath: url.pathname.replace(/\/+$/, '') } };
}

/** Returns why `text` cannot be a trusted origin; null if it can. */
export function originFault(text: string): Fault | null {
  const value = quote(text);
  if (text === '*') {
    return {
      value,
      problem: say('is not an origin'),
      remedy: say('remove it; {more}', { more: anyOrigin() }),
    };
  }
  if (text.toLowerCase() === 'null') {
    return {
      value,
      problem: say('is the serialization of every opaque origin, so that anybody has it'),
      remedy: say('remove it; {more}', { more: anyOrigin() }),
    };
  }
  if (hasStar(text)) {
    return { value, problem: say('is a pattern'), remedy: say('list the origins one by one') };
  }
  const reading = readHttpUrl(text, 'https://app.example.com');
  if ('fault' in reading) return reading.fault;
  const { origin } = reading.url;
  if (text === origin) return null;
  const remedies = differences(text, reading.url);
  return {
    value,
    problem: say('is not a serialized origin'),
    remedy: inTurn([allOf(remedies), say('write {what}', { what: quote(origin) })]),
  };
}

export const anyOrigin = (): Told =>
  say('to let any origin read a route without credentials, give the route public: true in cors.policy.ts');

/** Returns what to change in `text` to make it the serialization of its origin. */
export function differences(text: string, url: URL): readonly Told[] {
  const authority = /^[^/]*\/\/([^/?#\\]*)/.exec(text)?.[1] ?? '';
  const scheme = text.slice(0, text.indexOf('//'));
  const defaultPort = url.protocol === 'https:' ? /:443$/ : /:80$/;
  const found: readonly (readonly [boolean, Told])[] = [
    [text !== text.trim(), say('remove the white space')],
    [scheme !== scheme.toLowerCase(), say('write the scheme in lower case')],
    [/[^\0-\u007f]/.test(authority), say('write the host in ASCII')],
    [/[A-Z]/.test(authority), say('write the host in lower case')],
    [defaultPort.test(authority), say('remove the default port')],
    [url.pathname === '/' && /\/$/.test(text.replace(/[?#].*$/s, '')), say('remove the trailing slash')],
    [url.pathname !== '/', say('remove the path')],
    [/^[^#]*\?/.test(text), say('remove the query')],
    [text.includes('#'), say('remove the fragment')],
  ];
  const remedies = found.flatMap(([differs, remedy]) => (differs ? [remedy] : []));
  return remedies.length === 0 ? [say('write it as browsers do')] : remedies;
}

/** Returns why `text` is not a host that redirects may lead to; null if it is one. */
export function contactFault(text: string): Fault | null {
  const fault = (problem: Told, remedy: Told): Fault => ({ value: quote(text), problem, remedy });
  const sample = say('write one such as "login.example.com"');
  if (text === '') return fault(say('is empty'), sample);
  if (text.includes('*')) return fault(say('is a pattern'), say('list the hosts one by one'));
  const url = parseUrl(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || url.host === '') return fault(say('is not a host'), sample);
  const host = /:443$/.test(text) ? `${url.hostname}:443` : url.host;
  if (url.port === '0')
    return fault(say('has port 0, which no server can be reached at'), say('write the real port'));
  return text === host ? null : fault(say('is not a host'), say('write {what}', { what: quote(host) }));
}
