import { collect } from '../../../reports/collect/collect.ts';
import type { Finding } from '../../../reports/read/findings.ts';
import { loadPrintableFixes } from '../../../src/fix/library.ts';
import type { Report } from '../../../src/model.ts';
import { deriveCases } from '../../../src/plan/derive-cases.ts';
import { plannedFix } from '../../../src/plan/planned-fix.ts';
import { verdictsAttachment, type TestPlan } from '../../../src/plan/report-contract.ts';
import type { PolicyInput } from '../../../src/policy/policy.ts';
import { fewerPages, type IsAsked } from '../../support/fewer-pages.ts';
import { judgeTarget } from '../../support/judge-target.ts';
import { resolvedPolicy } from '../../support/resolved-policy.ts';
import { standardEngine } from '../../support/standard-page.ts';

const library = await loadPrintableFixes();

/**
 * Judges the API at `target` by pages of the standard, of the look-alikes those that `lookalikes` names, and resolves to
 * the report that its run would write.
 */
export async function reportOf(
  target: string,
  written: Omit<PolicyInput, 'target'>,
  lookalikes: IsAsked = () => true,
): Promise<Report> {
  const input: PolicyInput = { ...written, target };
  const policy = resolvedPolicy(input);
  const verdicts = await judgeTarget(standardEngine.harness, standardEngine, input, { lookalikes });
  const routes = policy.routes.map(({ path, methods }) => ({ path, methods }));
  const plans = deriveCases(policy, 'chromium').map((plan) => fewerPages(plan, lookalikes));
  const tests = plans.map(({ route, promise, checks }) => {
    const plan: TestPlan = {
      target,
      failOn: 'error',
      engine: 'chromium',
      routes,
      checks: checks.map(({ expectation: _, ...check }, position) => ({ ...check, position })),
      fix: plannedFix(promise, policy.stack),
    };
    const own = verdicts.filter((one) => one.route === route);
    const attachments = [verdictsAttachment(own)[1].body];
    return { title: route, plan: JSON.stringify(plan), attempts: [{ attachments, problem: null }] };
  });
  return collect(tests, '0', library);
}

/** Says of a finding what it is, who answered, who has to act, and the files that are printed. */
export function lineOf({ severity, name, route, example, fix }: Finding): string {
  const { responder, owner, alsoOwners = [] } = example;
  const files = fix?.files.map(({ stack, variant }) => `${stack}, ${variant}`) ?? [];
  return [
    `${severity} ${name} on ${route}`,
    `answered by ${responder === undefined ? 'nobody' : `${responder.name ?? 'somebody'} (${responder.kind})`}`,
    `to act: ${[owner ?? 'nobody', ...alsoOwners].join(', ')}`,
    files.length > 3 ? `${files.length} files` : files.join(' / ') || 'no file',
  ].join('; ');
}

/** Says what a finding says of its curl line: what it asks, and what that showed. */
export function curlOf({ example: { reproduce, url } }: Finding): string {
  const { curl, curlShows, notes = [] } = reproduce;
  return [`${curl.replace(new URL(url).origin, '')}: ${curlShows ?? 'no line'}`, ...notes].join(' ');
}

/** Says what is inconclusive, each reason once. */
export const unsureOf = ({ verdicts }: Report): readonly string[] => [
  ...new Set(
    verdicts.flatMap(({ status, route, method, check, seen }) =>
      status === 'inconclusive' ? [`${check} ${method} ${route}: ${seen}`] : [],
    ),
  ),
];
