import { expect, test } from '@playwright/test';
import { judgeRoute } from '../../../src/judge/judge-check.ts';
import type { Probed } from '../../../src/judge/probed.ts';
import type { Testimony } from '../../../src/judge/witnesses.ts';
import { deriveCases } from '../../../src/plan/derive-cases.ts';
import type { PlannedProbe, RoutePlan } from '../../../src/plan/derived-check.ts';
import { resolvedPolicy } from '../../support/resolved-policy.ts';
import { exchange, observation } from './observation.ts';

const trusted = 'https://app.example.com';
const stranger = 'https://untrusted.test';

function planFor(route: object = {}): RoutePlan {
  const [plan] = deriveCases(
    resolvedPolicy({
      target: 'https://api.example.com',
      trustedOrigins: [trusted],
      routes: [{ path: '/items', methods: ['GET', 'PUT'], credentials: 'include', ...route }],
    }),
  );
  if (plan === undefined) throw new Error('The policy has no route.');
  return plan;
}

const heard = (testimony: Testimony, { request, page }: PlannedProbe, status = 200): Probed => ({
  kind: 'observed',
  observation: observation({
    pageOrigin: page.origin,
    request,
    exchanges: [exchange(request.held ? 'preflight' : 'actual', status, [])],
  }),
  testimony,
});

const refused: Testimony = { kind: 'refused', diagnosis: 'origin-missing', values: [] };
const shared: Testimony = { kind: 'shared', quirks: [] };

/** Returns what came of every probe where pages that are not trusted are refused, and what may be spared is. */
const probedOf = ({ probes }: RoutePlan): Map<string, Probed> =>
  new Map(
    probes.map((probe): [string, Probed] => [
      probe.key,
      probe.unlessRefused !== null
        ? { kind: 'spared' }
        : heard(probe.page.origin === trusted && !probe.page.opaque ? shared : refused, probe),
    ]),
  );

/** Returns what a stranger's GET came to with credentials in a plan where another request stands for it. */
function strangersGet(plan: RoutePlan, probed: ReadonlyMap<string, Probed>): unknown[] {
  return judgeRoute(plan, probed)
    .filter(
      ([{ origin, method, credentialsMode, detail }]) =>
        origin === stranger && method === 'PUT' && credentialsMode === 'include' && detail === '',
    )
    .map(([, { finding, followsFrom = null, observation: seen }]) => [
      finding.status,
      'seen' in finding ? finding.seen : null,
      followsFrom,
      seen,
    ]);
}

const base = `unreadable PUT /items ${stranger} omit`;

test('a check whose request was spared follows from the one without credentials, and says so', () => {
  const plan = planFor();
  expect(strangersGet(plan, probedOf(plan))).toEqual([
    [
      'conforms',
      'The request was made with credentials mode "omit" and refused; by the standard, what is refused so is refused with credentials, too, so it was not made with them.',
      base,
      null,
    ],
  ]);
});

test('what follows from a check without a verdict has none, for the same reason', () => {
  const plan = planFor();
  const probed = probedOf(plan);
  const after = plan.probes.find(({ key }) => key === plan.bookends?.after);
  if (after !== undefined) probed.set(after.key, heard(refused, after));
  const unsteady =
    'A trusted page whose request the API answered at first was not answered so in the end (origin-missing, status 200), so others may have been refused for what refused it; see limits.requestsPerSecond if the API limits requests.';
  expect(strangersGet(plan, probed)).toEqual([['inconclusive', unsteady, base, null]]);
});

test('nothing follows from a check that is not there, or that came to something else', () => {
  const plan = planFor();
  const probed = probedOf(plan);
  const notMade = [['inconclusive', 'The request was not made.', null, null]];
  expect(strangersGet({ ...plan, checks: plan.checks.filter(({ id }) => id !== base) }, probed)).toEqual(
    notMade,
  );
  const omit = plan.probes.find(
    ({ page, request }) =>
      page.origin === stranger &&
      !page.opaque &&
      request.method === 'PUT' &&
      request.headers.length === 0 &&
      request.credentialsMode === 'omit',
  );
  if (omit !== undefined) probed.set(omit.key, heard({ kind: 'granted', quirks: [] }, omit));
  expect(strangersGet(plan, probed)).toEqual(notMade);
});

/** Returns the probes that others may spare, each as role of the page, method, mode, and the mode of the other one. */
const sparable = ({ probes }: RoutePlan): string[] => [
  ...new Set(
    probes
      .filter(({ unlessRefused }) => unlessRefused !== null)
      .map(({ page, request, unlessRefused }) => {
        const other = probes.find(({ key }) => key === unlessRefused);
        const isSame =
          JSON.stringify(other?.page) === JSON.stringify(page) &&
          JSON.stringify(other?.request) === JSON.stringify({ ...request, credentialsMode: 'omit' });
        return [page.origin === trusted ? 'trusted' : 'stranger', request.credentialsMode, isSame].join(' ');
      }),
  ),
];

test('what may be spared is the same request from the same stranger, with credentials', () => {
  expect(sparable(planFor())).toEqual(['stranger include true']);
  const everybodys = planFor({ public: true, credentials: 'omit', methods: ['GET'] });
  expect(sparable(everybodys)).toEqual(['stranger include true']);
  const alsoSpared = ({ probes }: RoutePlan): number =>
    probes.filter(({ orRefusable }) => orRefusable).length;
  expect([alsoSpared(planFor()), alsoSpared(everybodys) > 0]).toEqual([0, true]);
});

test('what other checks compare is made in any case', () => {
  const plan = planFor();
  const compared = plan.checks.flatMap(({ expectation }) =>
    expectation.check === 'vary' ? expectation.variants.map(({ probe }) => probe) : [],
  );
  const unmade = plan.probes.filter(
    ({ key, unlessRefused }) => compared.includes(key) && unlessRefused !== null,
  );
  expect(compared).not.toEqual([]);
  expect(unmade).toEqual([]);
});
