import { expect, test } from '@playwright/test';
import { collect } from '../../../reports/collect/collect.ts';
import html from '../../../reports/formats/html.ts';
import json from '../../../reports/formats/json.ts';
import type { HeaderList, Verdict } from '../../../src/model.ts';
import { deriveCases } from '../../../src/plan/derive-cases.ts';
import { verdictsAttachment, type TestPlan } from '../../../src/plan/report-contract.ts';
import { sayResponders } from '../../../src/responder/say-responders.ts';
import { runTarget } from '../../../src/run/run-target.ts';
import { resolvedPolicy } from '../../support/resolved-policy.ts';
import { standardEngineBy } from '../../support/standard-page.ts';

const trustedOrigins = ['https://app.example.com', 'https://admin.example.com', 'https://www.example.org'];
const target = 'https://api.example.com';
const routes = Array.from({ length: 4 }, (_, index) => ({
  path: `/resources-${index}`,
  methods: ['GET', 'PUT'],
  credentials: 'include' as const,
}));

/** Judges an API that grants what `isGranted` says; no two of its answers are the same. */
async function judged(isGranted: (origin: string) => boolean): Promise<Verdict[]> {
  let answered = 0;
  const engine = standardEngineBy((_url, method, headers) => {
    answered += 1;
    const origin = headers.find(([name]) => name === 'Origin')?.[1];
    const granted: HeaderList =
      origin === undefined || !isGranted(origin)
        ? []
        : [
            ['Access-Control-Allow-Origin', origin],
            ['Access-Control-Allow-Credentials', 'true'],
            ['Access-Control-Allow-Methods', 'GET, PUT'],
          ];
    const all: HeaderList = [...granted, ['Vary', 'Origin'], ['X-Request-Id', `request-${answered}`]];
    return Promise.resolve({ status: method === 'OPTIONS' ? 204 : 200, headers: all });
  });
  const policy = resolvedPolicy({ target, trustedOrigins, routes });
  const open = (): ReturnType<typeof engine.harness.openPage> => engine.harness.openPage([], []);
  return (await runTarget(deriveCases(policy, 'chromium'), policy, engine, open)).flat();
}

const apis = {
  'a correct API': (origin: string) => trustedOrigins.includes(origin),
  'an API that everybody reads': () => true,
  'an API that nobody reads': () => false,
};

for (const [title, isGranted] of Object.entries(apis)) {
  test(`a tenth of 40 routes for 3 origins is reported in a tenth of 5 MB: ${title}`, async () => {
    const verdicts = await judged(isGranted);
    const plan: TestPlan = {
      target,
      failOn: 'error',
      engine: 'chromium',
      routes,
      checks: verdicts.map((verdict, position) => ({ ...verdict, position })),
      fix: null,
    };
    const attempts = [{ attachments: [verdictsAttachment(verdicts)[1].body], problem: null }];
    const report = collect([{ title, plan: JSON.stringify(plan), attempts }], '0.1.0');
    expect(report.verdicts).toEqual(sayResponders(verdicts, target).map(({ verdict }) => verdict));
    const sizes = [json, html].map(({ fileName, render }) => ({ fileName, size: render(report).length }));
    expect(sizes.filter(({ size }) => size > 500_000)).toEqual([]);
  });
}
