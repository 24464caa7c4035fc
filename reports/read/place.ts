import type { Report } from '../../src/model.ts';

/** Where a reviewer is shown what is wrong with a route: the file that he has is the policy that the server broke. */
export interface PolicyPlace {
  readonly path: string;
  readonly line: number;
}

/** Returns a function that finds the line of the policy that declares a route; the first line where none does. */
export function placesIn({ policyFile = 'cors.policy.ts', routes }: Report): (route: string) => PolicyPlace {
  return (route) => ({
    path: policyFile,
    line: routes.find(({ path, line }) => path === route && line !== undefined)?.line ?? 1,
  });
}
