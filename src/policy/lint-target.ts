import { readHttpUrl } from './lint-url.ts';
import type { Fault } from './problem.ts';
import { quote } from './shown-value.ts';
import type { PolicyTarget } from './types.ts';

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
  const reading = readHttpUrl(text, 'https://api.example.com');
  if ('fault' in reading) return reading;
  const { url } = reading;
  if (/[?#]/.test(text)) {
    return {
      fault: {
        value: quote(text),
        problem: 'has a query or a fragment',
        remedy: 'leave it out; a query belongs to a route',
      },
    };
  }
  return { target: { kind: 'url', origin: url.origin, basePath: url.pathname.replace(/\/+$/, '') } };
}
