import type { Fault } from './problem.ts';
import { quote } from './shown-value.ts';
import { say, type Told } from '../words/say.ts';

/** What an id of an extension looks like, by the scheme. */
const ids: readonly (readonly [scheme: string, id: RegExp, sample: string])[] = [
  ['chrome-extension', /^[a-p]{32}$/, 'chrome-extension://abcdefghijklmnopabcdefghijklmnop'],
  ['moz-extension', uuid(), 'moz-extension://0f3c1d5a-8b1e-4c55-9f0e-2f6f3a9d7b10'],
  ['safari-web-extension', uuid(), 'safari-web-extension://0f3c1d5a-8b1e-4c55-9f0e-2f6f3a9d7b10'],
];

function uuid(): RegExp {
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
}

/** Schemes whose documents have no origin that a header could name, or that are no documents. */
const without = new Set([
  'file',
  'data',
  'blob',
  'about',
  'javascript',
  'filesystem',
  'ws',
  'wss',
  'ftp',
  'mailto',
]);

/** Reports whether `text` is meant for the origin of an app or an extension. */
export function isMeantForApp(text: string): boolean {
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
  return scheme !== undefined && scheme !== 'http' && scheme !== 'https' && !without.has(scheme);
}

/** Returns why `text` cannot be the origin of an app or an extension; null if it can. */
export function appOriginFault(text: string): Fault | null {
  const value = quote(text);
  const [, scheme = '', host = '', port = ''] = /^([^:]*):\/\/([^/?#:]*)(:\d+)?/.exec(text.trim()) ?? [];
  const own = ids.find(([name]) => name === scheme.toLowerCase());
  const right = `${scheme.toLowerCase()}://${own === undefined ? host.toLowerCase() : host}${port}`;
  const fault = (problem: Told, remedy: Told): Fault => ({ value, problem, remedy });
  if (host.includes('*')) return fault(say('is a pattern'), say('list the origins one by one'));
  if (host === '' || !/^[\w.-]+$/.test(host)) {
    return fault(say('is not an origin of an app'), say('write one such as "capacitor://localhost"'));
  }
  if (own !== undefined && (port !== '' || !own[1].test(host))) {
    return fault(
      say('has no id of an extension'),
      say('write one such as {sample}', { sample: quote(own[2]) }),
    );
  }
  return text === right
    ? null
    : fault(say('is not a serialized origin'), say('write {what}', { what: quote(right) }));
}
