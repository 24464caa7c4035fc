import type { Fault, PolicyProblem } from './problem.ts';
import type { Draft } from './shape.ts';

/** Returns why `seconds` cannot be the time that a CORS-preflight response may be reused; null if it can. */
export function preflightCacheFault(seconds: number): Fault | null {
  const fault = (problem: string, remedy: string): Fault => ({ value: String(seconds), problem, remedy });
  if (seconds < 0) return fault('is negative', 'write 0 if no CORS-preflight response may be reused');
  if (!Number.isInteger(seconds)) return fault('is not a whole number', 'write whole seconds');
  if (seconds > 86_400) {
    return fault('is longer than any browser keeps a CORS-preflight response', 'write 86400 or less');
  }
  return null;
}

/** Returns why `status` is no error status; null if it is one. */
export function errorStatusFault(status: number): Fault | null {
  if (Number.isInteger(status) && status >= 400 && status <= 599) return null;
  return {
    value: String(status),
    problem: 'is not an error status',
    remedy: 'write a status from 400 to 599',
  };
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
      problem: `is longer than limits.runTimeoutMs ${runTimeoutMs}`,
      remedy: 'give the run more time than one probe',
    };
  }
}

function limitFault(name: string, value: number): Omit<Fault, 'value'> | null {
  if (value <= 0) {
    return { problem: 'leaves room for no request', remedy: 'write a number above 0, or leave it out' };
  }
  if (name !== 'requestsPerSecond' && !Number.isInteger(value)) {
    return { problem: 'is not a whole number', remedy: `write ${Math.ceil(value)}` };
  }
  return name.endsWith('Ms') && value > longestTimerMs
    ? { problem: 'is longer than a timer can wait', remedy: `write ${longestTimerMs} or less` }
    : null;
}

const longestTimerMs = 2_147_483_647;
