import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { DerivedCheck } from '../plan/derived-check.ts';
import type { Finding, Judgement } from './finding.ts';
import { redirectIn } from './redirects.ts';
import { say } from '../words/say.ts';

type Judged = readonly [DerivedCheck, Judgement];

/**
 * Returns the judgements of all routes, those of held requests without a verdict where the same page is refused another
 * method's response at the same path, by what has nothing to do with the method: what was held is answered so, too, as far
 * as anybody knows. Pure.
 */
export function doubtHeld(routes: readonly (readonly Judged[])[]): Judged[][] {
  const refused = new Map<string, { readonly method: string; readonly finding: Violation }>();
  for (const [check, { finding, observation }] of routes.flat()) {
    if (check.check !== 'readable' || !isResponseRefused(finding, observation)) continue;
    const page = pageAndPath(check);
    if (!refused.has(page)) refused.set(page, { method: check.method, finding });
  }
  return routes.map((judged) =>
    judged.map(([check, judgement]): Judged => {
      const seen = refused.get(pageAndPath(check));
      return seen === undefined || !isGrantedUnseen(check, judgement)
        ? [check, judgement]
        : [check, { ...judgement, finding: doubted(seen.method, seen.finding) }];
    }),
  );
}

type Violation = Extract<Finding, { status: 'violates' }>;

const isResponseRefused = (finding: Finding, observation: Judgement['observation']): finding is Violation =>
  finding.status === 'violates' &&
  (whateverTheMethod.has(finding.diagnosis) ||
    (finding.diagnosis === 'resource-redirect-refused' && isOfAddress(observation)));

/** Reports whether a redirect is for a slash, a scheme, a host or a session, and not for what one method asks for. */
const isOfAddress = (observation: Judgement['observation']): boolean =>
  observation !== null && (redirectIn(observation)?.kind ?? 'other') !== 'other';

/** What is wrong with the headers of an actual response, and is as a rule the same for each method. */
const whateverTheMethod: ReadonlySet<DiagnosisId> = new Set([
  'origin-missing',
  'origin-wildcard-with-credentials',
  'origin-multiple',
  'origin-invalid',
  'origin-mismatch',
  'credentials-not-allowed',
]);

const isGrantedUnseen = ({ check }: DerivedCheck, { finding, observation }: Judgement): boolean =>
  (check === 'readable' || check === 'error-readable') &&
  finding.status === 'conforms' &&
  observation?.outcome.kind === 'held';

const pageAndPath = ({ origin, url }: DerivedCheck): string =>
  JSON.stringify([origin, url.replace(/[?#].*$/, '')]);

const doubted = (method: string, { diagnosis, filling }: Violation): Finding => ({
  status: 'inconclusive',
  diagnosis,
  seen: say(
    'The CORS-preflight request is granted, response not seen: the actual request was held. This page is refused the response to {method} ({diagnosis}), for a reason that does not depend on the method, so it is probably refused this one as well. Mend that first, or declare send: true to have it seen.',
    { method, diagnosis },
  ),
  filling,
});
