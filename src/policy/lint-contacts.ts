import { parseUrl } from '../fetch-standard/urls.ts';
import type { Fault } from './problem.ts';
import { quote } from './shown-value.ts';

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
