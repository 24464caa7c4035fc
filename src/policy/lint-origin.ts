import { listed } from '../words/listed.ts';
import { readHttpUrl } from './lint-url.ts';
import type { Fault } from './problem.ts';
import { quote } from './shown-value.ts';

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

const anyOrigin =
  'to let any origin read a route without credentials, give the route public: true in cors.policy.ts';

function differences(text: string, url: URL): readonly string[] {
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
