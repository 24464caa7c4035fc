import { anchoredExpression, readPattern } from '../policy/origin-pattern.ts';
import { patternsOf } from '../policy/trusted.ts';
import type { PlannedPattern } from './report-contract.ts';
import type { ServerPromise } from './server-promise.ts';

/** Returns the patterns by which a promise trusts origins, each with what reports say of it. */
export function plannedPatterns({
  public: isPublic,
  trustedOrigins,
}: Pick<ServerPromise, 'public' | 'trustedOrigins'>): readonly PlannedPattern[] {
  if (isPublic) return [];
  return patternsOf(trustedOrigins).flatMap(({ pattern, sample }) => {
    const parts = readPattern(pattern);
    if (parts === null) return [];
    const { labels, host, port } = parts;
    return [
      {
        pattern,
        sample: [...sample],
        expression: anchoredExpression(parts),
        host,
        isAnyName: labels !== '',
        isAnyPort: port === '*',
      },
    ];
  });
}
