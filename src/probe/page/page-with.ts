import type { ProbePage } from '../probe.ts';

/** Returns `page`, with `changes` in place of what it does itself. */
export function pageWith(page: ProbePage, changes: Partial<Omit<ProbePage, 'origin'>>): ProbePage {
  return {
    get origin() {
      return page.origin;
    },
    moveTo: (...place) => page.moveTo(...place),
    probe: (...requests) => page.probe(...requests),
    clearCaches: (options) => page.clearCaches(options),
    rewriting: (rule) => page.rewriting(rule),
    close: () => page.close(),
    ...(page.cookies === undefined ? {} : { cookies: page.cookies }),
    ...changes,
  };
}
