import { collect } from '../../reports/collect/collect.ts';
import { loadPrintableFixes } from '../../src/fix/library.ts';
import type { HeaderList, Report } from '../../src/model.ts';
import { deriveCases } from '../../src/plan/derive-cases.ts';
import { plannedFix } from '../../src/plan/planned-fix.ts';
import { verdictsAttachment, type TestPlan } from '../../src/plan/report-contract.ts';
import type { PolicyInput } from '../../src/policy/policy.ts';
import { runTarget } from '../../src/run/run-target.ts';
import { resolvedPolicy } from './resolved-policy.ts';
import { standardEngineBy } from './standard-page.ts';

/** What a route of the API may do wrong, each once. */
type Fault =
  | 'reads for everybody'
  | 'wildcard with credentials'
  | 'error without headers'
  | 'method forgotten'
  | 'header forgotten'
  | 'header not exposed'
  | 'Vary forgotten'
  | 'OPTIONS not routed';

const target = 'https://api.example.com';
const trustedOrigins = ['https://app.example.com', 'https://admin.example.com'];

const usual = {
  requestHeaders: ['authorization', 'content-type'],
  headers: { authorization: 'Bearer of-nobody' },
  credentials: 'include',
} as const;

const routes = {
  users: { ...usual, path: '/users/{id}', methods: ['GET', 'PUT'], pathParameters: { id: 42 } },
  orders: { ...usual, path: '/orders', methods: ['GET', 'PUT'] },
  search: { ...usual, path: '/search', methods: ['GET'], exposedHeaders: ['x-total-count'] },
  invoices: {
    ...usual,
    path: '/invoices',
    methods: ['GET'],
    errors: [{ name: 'unauthenticated', headers: { authorization: null }, status: 401 }],
  },
  cart: { ...usual, path: '/cart', methods: ['GET', 'PUT'] },
  profile: { ...usual, path: '/profile', methods: ['GET', 'PUT'] },
  news: { ...usual, path: '/news', methods: ['GET'] },
  uploads: { ...usual, path: '/uploads', methods: ['GET', 'PUT'] },
} satisfies Readonly<Record<string, PolicyInput['routes'][number]>>;

/** Resolves to the report of an API that keeps its promise on three routes. */
export const goodRun = (): Promise<Report> => run([routes.users, routes.orders, routes.search], {});

/** Resolves to the report of the same API, one route of which has a fault. */
export const oneFaultRun = (): Promise<Report> =>
  run([routes.users, routes.orders, routes.search], { '/orders': 'header forgotten' });

/** Resolves to the report of an API of eight routes, each with another fault. */
export const eightFaultsRun = (): Promise<Report> =>
  run(Object.values(routes), {
    '/users/42': 'reads for everybody',
    '/orders': 'wildcard with credentials',
    '/search': 'header not exposed',
    '/invoices': 'error without headers',
    '/cart': 'method forgotten',
    '/profile': 'header forgotten',
    '/news': 'Vary forgotten',
    '/uploads': 'OPTIONS not routed',
  });

/** Judges the API by the standard: nothing is sent, and no browser is asked. */
async function run(judged: PolicyInput['routes'], faults: Readonly<Record<string, Fault>>): Promise<Report> {
  const engine = standardEngineBy((url, method, headers) =>
    Promise.resolve(
      answer(
        new URL(url).pathname,
        method,
        new Map(headers.map(([name, value]) => [name.toLowerCase(), value])),
        faults,
      ),
    ),
  );
  const policy = resolvedPolicy({ target, trustedOrigins, routes: judged });
  const plans = deriveCases(policy, 'chromium');
  const open = (): ReturnType<typeof engine.harness.openPage> => engine.harness.openPage([], []);
  const verdicts = await runTarget(plans, policy, engine, open);
  const paths = judged.map(({ path, methods }) => ({ path, methods: [...(methods ?? ['GET'])] }));
  let position = 0;
  const tests = plans.map((plan, index) => {
    const own: TestPlan = {
      target,
      failOn: 'error',
      engine: 'chromium',
      routes: paths,
      checks: plan.checks.map(({ expectation: _, ...check }) => ({ ...check, position: position++ })),
      fix: plannedFix(plan.promise, policy.stack),
    };
    const [, { body }] = verdictsAttachment(verdicts[index] ?? []);
    return {
      title: plan.route,
      plan: JSON.stringify(own),
      attempts: [{ attachments: [body], problem: null }],
    };
  });
  const report = collect(tests, '0.1.0', await loadPrintableFixes());
  // Nobody is at the address, so that no curl line could be run.
  const quiet = report.verdicts.map((verdict) => ({
    ...verdict,
    reproduce: {
      ...verdict.reproduce,
      notes: (verdict.reproduce.notes ?? []).filter(
        (note) => !note.startsWith('The curl line was not run: '),
      ),
    },
  }));
  return { ...report, verdicts: quiet };
}

function answer(
  path: string,
  method: string,
  request: ReadonlyMap<string, string>,
  faults: Readonly<Record<string, Fault>>,
): { readonly status: number; readonly headers: HeaderList } {
  const fault = faults[path];
  const origin = request.get('origin') ?? '';
  const route = Object.values(routes).find((one) => one.path.replace('{id}', '42') === path);
  const isGranted = trustedOrigins.includes(origin) || (fault === 'reads for everybody' && origin !== '');
  const isError = path === '/invoices' && !request.has('authorization') && method !== 'OPTIONS';
  const lacksHeaders =
    (fault === 'error without headers' && isError) ||
    (fault === 'OPTIONS not routed' && method === 'OPTIONS');
  const layer: HeaderList =
    fault === 'wildcard with credentials'
      ? [
          ['Access-Control-Allow-Origin', '*'],
          ['Access-Control-Allow-Credentials', 'true'],
        ]
      : isGranted && !lacksHeaders
        ? [
            ['Access-Control-Allow-Origin', origin],
            ['Access-Control-Allow-Credentials', 'true'],
          ]
        : [];
  const vary: HeaderList = fault === 'Vary forgotten' || lacksHeaders ? [] : [['Vary', 'Origin']];
  const server: HeaderList = [['X-Powered-By', 'Express']];
  if (route === undefined) return { status: 404, headers: [...server, ...vary, ...layer] };
  if (method === 'OPTIONS') {
    if (fault === 'OPTIONS not routed') return { status: 404, headers: server };
    const granted: HeaderList =
      layer.length === 0
        ? []
        : [
            ['Access-Control-Allow-Methods', fault === 'method forgotten' ? 'GET' : route.methods.join(', ')],
            [
              'Access-Control-Allow-Headers',
              fault === 'header forgotten' ? 'content-type' : 'authorization, content-type',
            ],
          ];
    return { status: 204, headers: [...server, ...vary, ...layer, ...granted] };
  }
  const exposed: HeaderList =
    layer.length === 0 || fault === 'header not exposed' || path !== '/search'
      ? []
      : [['Access-Control-Expose-Headers', 'x-total-count']];
  return {
    status: isError ? 401 : 200,
    headers: [...server, ...vary, ...layer, ...exposed, ['X-Total-Count', '3']],
  };
}
