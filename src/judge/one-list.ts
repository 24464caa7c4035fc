import { say } from '../words/say.ts';
import type { ListedKind } from './granted-by-list.ts';
import type { Judgement } from './finding.ts';

/**
 * Returns `judgement` of what is granted undeclared, or, where other addresses declare all of it (`elsewhere`), the same as
 * low and said to be that: one list stands for the whole API, as most CORS layers have it.
 */
export function asOneList(judgement: Judgement, kind: ListedKind, elsewhere: readonly string[]): Judgement {
  const { finding } = judgement;
  if (finding.status !== 'violates') return judgement;
  const { names = '' } = finding.filling;
  const known = new Set(elsewhere.map(spelled[kind]));
  if (!names.split(', ').every((name) => known.has(spelled[kind](name)))) return judgement;
  return {
    ...judgement,
    finding: {
      ...finding,
      severity: 'low',
      filling: {
        ...finding.filling,
        cure: say(
          'Other routes of the policy declare {names}: this is one list for the whole API, and whether this route does anything on {names} is another matter. Where the CORS layer takes a list for each route, give this one its own.',
          { names },
        ),
      },
    },
  };
}

/** How names are compared: those of methods as they are, those of request headers in any letter case. */
const spelled: Readonly<Record<ListedKind, (name: string) => string>> = {
  'method-refused': (name) => name,
  'header-refused': (name) => name.toLowerCase(),
};
