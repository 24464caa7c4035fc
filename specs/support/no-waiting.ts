import type { Pacing } from '../../src/run/pace.ts';

/** Returns a pacing whose time passes only where it is waited for, and then at once. What it tells goes to `told`. */
export function noWaiting(told: string[] = []): Pacing {
  let now = 0;
  return {
    clock: {
      now: () => now,
      wait(ms) {
        now += ms;
        return Promise.resolve();
      },
    },
    telling(tell, wait) {
      told.push(tell());
      return wait();
    },
  };
}
