import type { StartedEngine } from '../../fixtures/stage/start-engine.ts';
import { intent } from '../../servers/conformance-runner/intent.ts';
import type { Library } from '../../servers/conformance-runner/library.ts';
import { pathsOf } from '../../servers/conformance-runner/ask.ts';
import type { IntentResult, VerdictGroup } from '../../servers/conformance-runner/row.ts';
import type { Verdict } from '../../src/model.ts';
import { deriveCases } from '../../src/plan/derive-cases.ts';
import { validatePolicy, type PolicyInput } from '../../src/policy/policy.ts';
import { runTarget } from '../../src/run/run-target.ts';
import { groupBy } from '../../src/words/group-by.ts';

/** Judges a server by the declared intent, in a browser, as a run on one's own API does. */
export async function judge(
  library: Library,
  baseUrl: string,
  { harness, definition }: StartedEngine,
): Promise<NonNullable<IntentResult['verdicts']>> {
  const { target, ...policy } = validatePolicy(policyOf(library, baseUrl));
  if (target.kind !== 'url') throw new Error('A library is judged at an address of its own.');
  const resolved = { ...policy, target };
  const plans = deriveCases(resolved, harness.engine.id);
  const pages: { close(): Promise<void> }[] = [];
  try {
    const verdicts = await runTarget(
      plans,
      resolved,
      { harness, definition },
      async (authorities, secrets, options) => {
        const page = await harness.openPage(authorities, secrets, options);
        pages.push(page);
        return page;
      },
    );
    return summaryOf(verdicts.flat(), baseUrl);
  } finally {
    for (const page of pages) await page.close();
  }
}

function policyOf(library: Library, baseUrl: string): PolicyInput {
  const paths = pathsOf(library);
  const common = {
    credentials: 'include',
    requestHeaders: intent.requestHeaders,
    preflightCacheSeconds: intent.maxAgeSeconds,
  } as const;
  const errors = [
    ...(paths.missing === null ? [] : [{ name: 'not found', path: paths.missing, status: 404 }]),
    ...(paths.boom === null
      ? []
      : [
          {
            name: 'uncaught error',
            path: paths.boom,
            status: library.isInFront === true ? (library.hungUpStatus ?? 502) : 500,
          },
        ]),
  ];
  return {
    target: baseUrl,
    trustedOrigins: intent.trustedOrigins,
    routes: [
      {
        ...common,
        path: paths.items ?? '/items',
        methods: intent.methods,
        exposedHeaders: [intent.exposedHeader],
        body: { contentType: 'application/json', text: '{}' },
        errors,
      },
    ],
  };
}

/** Returns how many checks conform, and what the others say, each once. */
function summaryOf(verdicts: readonly Verdict[], baseUrl: string): NonNullable<IntentResult['verdicts']> {
  const count = (status: Verdict['status']): number => verdicts.filter((one) => one.status === status).length;
  const others = verdicts.flatMap((verdict) =>
    verdict.status === 'violates' || verdict.status === 'inconclusive'
      ? [{ ...verdict, status: verdict.status }]
      : [],
  );
  const groups = groupBy(others, ({ status, diagnosis, check, route, detail }) =>
    JSON.stringify([status, diagnosis, check, route, detail]),
  );
  return {
    conforms: count('conforms'),
    inapplicable: count('inapplicable'),
    others: groups.map((group): VerdictGroup => ({
      status: group[0].status,
      diagnosis: group[0].diagnosis,
      severity: group[0].severity,
      check: group[0].check,
      methods: [...new Set(group.map(({ method }) => method))],
      detail: group[0].detail,
      count: group.length,
      seen: group[0].seen.replaceAll(baseUrl, 'http://api.example'),
    })),
  };
}
