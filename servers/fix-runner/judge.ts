import { Agent, request, type Dispatcher } from 'undici';
import type { ApiFix, FixValues } from '../../src/fix/fix.ts';
import { expectations, type Asker, type Expectation } from './conformance.ts';

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Makes every raw request of `expectations` and returns what is wrong with the answers, one sentence each,
 * beginning with the expectation's name; empty if nothing is. `values.origins` needs two origins; `authority` is
 * the PEM text that an https fix's certificate is checked with.
 */
export async function judgeOnWire(
  baseUrl: string,
  fix: ApiFix,
  values: FixValues,
  authority: string | null = null,
): Promise<readonly string[]> {
  const agent = new Agent({ connect: authority === null ? {} : { ca: authority } });
  const failures: string[] = [];
  try {
    for (const [name, expectation] of Object.entries(expectations)) {
      const found = await judgeOne(agent, baseUrl, fix, values, askingDeclared(expectation, values));
      failures.push(...found.map((failure) => `${name}: ${failure}`));
    }
  } finally {
    await agent.close();
  }
  return failures;
}

/** Returns the expectation without the request headers that nobody may ask for: a server may refuse them. */
function askingDeclared(expectation: Expectation, { requestHeaders }: FixValues): Expectation {
  const { preflight } = expectation;
  if (preflight?.headers == null) return expectation;
  const declared = preflight.headers.split(',').filter((name) => requestHeaders.includes(name));
  return {
    ...expectation,
    preflight: { ...preflight, headers: declared.length === 0 ? null : declared.join(',') },
  };
}

async function judgeOne(
  dispatcher: Dispatcher,
  baseUrl: string,
  fix: ApiFix,
  values: FixValues,
  expectation: Expectation,
): Promise<readonly string[]> {
  const origin = originOf(expectation.asker, values);
  const answer = await request(`${baseUrl}${expectation.path}`, {
    dispatcher,
    method: expectation.method,
    headers: requestHeaders(expectation, origin),
    body: expectation.method === 'PUT' ? '{"name":"one"}' : null,
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
  });
  await answer.body.dump();
  const failures = corsFailures(expectation, fix, values, origin, answer.headers);
  const vary = items(answer.headers, 'vary').map((item) => item.toLowerCase());
  // `*` names every header, but a shared cache can then keep nothing.
  if (!vary.includes('origin')) failures.unshift(`Vary is ${JSON.stringify(answer.headers['vary'] ?? null)}`);
  const wrong = statusFailure(expectation, fix, answer.statusCode);
  return wrong === null ? failures : [wrong, ...failures];
}

function originOf(asker: Asker, values: FixValues): string | null {
  const [first = '', second = ''] = values.origins;
  switch (asker) {
    case 'trusted':
      return first;
    case 'second trusted':
      return second;
    case 'untrusted':
      return 'https://untrusted.example';
    case 'opaque':
      return 'null';
    case 'absent':
      return null;
    default:
      return asker satisfies never;
  }
}

function requestHeaders(expectation: Expectation, origin: string | null): Record<string, string> {
  const { preflight } = expectation;
  return {
    ...(origin === null ? {} : { origin }),
    ...(expectation.method === 'PUT' ? { 'content-type': 'application/json' } : {}),
    ...(preflight === null ? {} : { 'access-control-request-method': preflight.method }),
    ...(preflight?.headers == null ? {} : { 'access-control-request-headers': preflight.headers }),
  };
}

function statusFailure(expectation: Expectation, fix: ApiFix, status: number): string | null {
  const { status: usual, asker, method, preflight } = expectation;
  const other = preflight === null ? fix.otherStatuses?.byMethod[method] : undefined;
  const expected = typeof usual === 'number' ? (other ?? usual) : usual;
  if (expected === 'any') return null;
  if (expected === 'ok')
    return status >= 200 && status <= 299 ? null : `status ${status} is not an ok status`;
  const { plainOptions } = fix;
  const plain =
    asker === 'trusted' ? (plainOptions.trustedStatus ?? plainOptions.status) : plainOptions.status;
  const number = expected === 'plain OPTIONS' ? plain : expected;
  return status === number ? null : `status ${status}, not ${number}`;
}

function corsFailures(
  { cors, preflight }: Expectation,
  { sentToAll }: ApiFix,
  values: FixValues,
  origin: string | null,
  headers: Headers,
): string[] {
  if (cors === 'any') return [];
  const sent = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
  if (cors === 'none') {
    const more = sent.filter((name) => sentToAll?.names.includes(name) !== true);
    return more.map((name) => `${name} is ${JSON.stringify(headers[name])}`);
  }
  const failures: string[] = [];
  const must = (name: string, value: string | undefined): void => {
    if (headers[name] !== value) failures.push(`${name} is ${JSON.stringify(headers[name] ?? null)}`);
  };
  must('access-control-allow-origin', origin ?? undefined);
  must('access-control-allow-credentials', values.credentials ? 'true' : undefined);
  const mustList = (name: string, wanted: readonly string[]): void => {
    const listed = items(headers, name).map((item) => item.toLowerCase());
    const missing = wanted.filter((item) => !listed.includes(item.toLowerCase()));
    if (missing.length > 0) failures.push(`${name} lacks ${missing.join(', ')}`);
    if (listed.includes('*')) failures.push(`${name} is *`);
  };
  if (preflight === null) {
    mustList('access-control-expose-headers', values.exposedHeaders);
    return failures;
  }
  mustList('access-control-allow-methods', [preflight.method]);
  const asked = preflight.headers?.split(',') ?? [];
  mustList(
    'access-control-allow-headers',
    asked.filter((name) => values.requestHeaders.includes(name)),
  );
  // Where nothing is said of it, the software's own default is right.
  if (values.maxAgeSeconds !== null) must('access-control-max-age', String(values.maxAgeSeconds));
  return failures;
}

function items(headers: Headers, name: string): readonly string[] {
  const value = headers[name] ?? [];
  const lines = typeof value === 'string' ? [value] : value;
  return lines.flatMap((line) => line.split(',')).map((item) => item.trim());
}
