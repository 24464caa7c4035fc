import type { DerivedCheck } from '../plan/derived-check.ts';
import { inapplicable, type Judgement } from './finding.ts';
import { say } from '../words/say.ts';

type Judged = readonly [DerivedCheck, Judgement];

/**
 * Returns the judgements of a route with each redirect told once: where some request is refused for the redirect of an
 * address, that others get past it is no finding of its own.
 */
export function withOneRedirect(judged: readonly Judged[]): Judged[] {
  const refused = new Set(
    judged.flatMap(([{ url }, { finding }]) =>
      finding.status === 'violates' && redirects.has(finding.diagnosis) ? [url] : [],
    ),
  );
  return judged.map(([check, judgement]): Judged => {
    const { finding } = judgement;
    const isTold =
      finding.status === 'violates' && finding.diagnosis === 'resource-redirect' && refused.has(check.url);
    return isTold ? [check, { ...judgement, finding: inapplicable(toldElsewhere) }] : [check, judgement];
  });
}

const redirects: ReadonlySet<string> = new Set(['preflight-redirect', 'resource-redirect-refused']);

const toldElsewhere = say(
  'The page gets past the redirect, but other requests for this address are refused for it; see the verdicts on those.',
);
