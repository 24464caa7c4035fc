import type { Fault, PolicyProblem } from './problem.ts';
import { quote } from './shown-value.ts';
import { isForbiddenMethod, normalizeMethod } from '../fetch-standard/methods.ts';
import { isRedirectStatus } from '../fetch-standard/statuses.ts';
import { isToken } from '../fetch-standard/http-syntax.ts';
import type { Draft } from './shape.ts';
import { say, type Told } from '../words/say.ts';

/**
 * Yields what is wrong with each text of a list, and the texts that repeat an earlier one. `sameAs` maps texts
 * that mean the same to one text.
 */
export function* listProblems(
  place: string,
  texts: readonly (string | undefined)[] | null | undefined,
  faultOf: (text: string) => Fault | null,
  sameAs: (text: string) => string = (text) => text,
): Iterable<PolicyProblem> {
  const firstPlaces = new Map<string, string>();
  for (const [index, text] of (texts ?? []).entries()) {
    if (text === undefined) continue;
    const here = `${place}[${index}]`;
    const fault = faultOf(text);
    if (fault !== null) {
      yield { place: here, ...fault };
      continue;
    }
    const earlier = firstPlaces.get(sameAs(text));
    if (earlier === undefined) firstPlaces.set(sameAs(text), here);
    else
      yield {
        place: here,
        value: quote(text),
        problem: say('repeats {place}', { place: earlier }),
        remedy: say('remove one of the two'),
      };
  }
}

/** Returns why a page cannot use, or a policy need not declare, the method `text`; null if all is well. */
export function methodFault(text: string): Fault | null {
  const fault = (problem: Told, remedy: Told): Fault => ({ value: quote(text), problem, remedy });
  const method = normalizeMethod(text);
  if (text === '*') return fault(say('is a wildcard'), say('list the methods one by one'));
  if (!isToken(text))
    return fault(say('is not a method'), say('write one token for each method, such as "GET"'));
  if (isForbiddenMethod(text))
    return fault(say('is a forbidden method, which no page can use'), say('remove it'));
  if (method === 'OPTIONS') {
    return fault(
      say('is the method of CORS-preflight requests, which browsers make by themselves'),
      say('remove it'),
    );
  }
  const upperCase = method.toUpperCase();
  if (method === upperCase) return null;
  return fault(
    say('is sent as it is written, and is another method than {method}', { method: quote(upperCase) }),
    say('write {what}', { what: quote(upperCase) }),
  );
}

/** Returns why `seconds` cannot be the time that a CORS-preflight response may be reused; null if it can. */
export function preflightCacheFault(seconds: number): Fault | null {
  const fault = (problem: Told, remedy: Told): Fault => ({ value: String(seconds), problem, remedy });
  if (seconds < 0)
    return fault(say('is negative'), say('write 0 if no CORS-preflight response may be reused'));
  if (!Number.isInteger(seconds)) return fault(say('is not a whole number'), say('write whole seconds'));
  if (seconds > 86_400) {
    return fault(
      say('is longer than any browser keeps a CORS-preflight response'),
      say('write 86400 or less'),
    );
  }
  return null;
}

/** Returns why `status` is no error status; null if it is one. */
export function errorStatusFault(status: number): Fault | null {
  if (Number.isInteger(status) && status >= 400 && status <= 599) return null;
  return {
    value: String(status),
    problem: say('is not an error status'),
    remedy: say('write a status from 400 to 599'),
  };
}

/** Returns why a page is never told `status` of a response; null if it may be. */
export function statusFault(status: number): Fault | null {
  const fault = (problem: Told, remedy: Told): Fault => ({ value: String(status), problem, remedy });
  if (!Number.isInteger(status) || status < 200 || status > 599) {
    return fault(say('is not the status of a response'), say('write a status from 200 to 599'));
  }
  if (!isRedirectStatus(status)) return null;
  return fault(
    say('is the status of a redirect, which the page follows'),
    say('write the status of the answer that it leads to'),
  );
}

/** Yields what is wrong with the limits: those that no request can keep, and those that no timer can. */
export function* limitProblems(limits: Draft['limits']): Iterable<PolicyProblem> {
  for (const [name, value] of Object.entries(limits ?? {})) {
    if (value === undefined || value === null) continue;
    const fault = limitFault(name, value);
    if (fault !== null) yield { place: `limits.${name}`, value: String(value), ...fault };
  }
  const { probeTimeoutMs, runTimeoutMs } = limits ?? {};
  if (probeTimeoutMs !== undefined && runTimeoutMs !== undefined && probeTimeoutMs > runTimeoutMs) {
    yield {
      place: 'limits.probeTimeoutMs',
      value: String(probeTimeoutMs),
      problem: say('is longer than limits.runTimeoutMs {ms}', { ms: runTimeoutMs }),
      remedy: say('give the run more time than one probe'),
    };
  }
}

/** Returns why no limit called `name` can be `value`; null if one can. */
export function limitFault(name: string, value: number): Omit<Fault, 'value'> | null {
  if (value <= 0) {
    return {
      problem: say('leaves room for no request'),
      remedy: say('write a number above 0, or leave it out'),
    };
  }
  if (name !== 'requestsPerSecond' && !Number.isInteger(value)) {
    return { problem: say('is not a whole number'), remedy: say('write {what}', { what: Math.ceil(value) }) };
  }
  return name.endsWith('Ms') && value > longestTimerMs
    ? {
        problem: say('is longer than a timer can wait'),
        remedy: say('write {number} or less', { number: longestTimerMs }),
      }
    : null;
}

const longestTimerMs = 2_147_483_647;
