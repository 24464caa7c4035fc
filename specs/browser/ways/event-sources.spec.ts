import { expect, test } from '../../../fixtures/test.ts';
import { noLookalikes } from '../../support/fewer-pages.ts';
import { judgeServer } from '../../support/judge-server.ts';
import type { Verdict } from '../../../src/model.ts';

const app = 'https://app.example.com';

const policy = {
  trustedOrigins: [app],
  routes: [{ path: '/events', kind: 'event-source', credentials: 'include' }],
  unknownPath: false,
  limits: { probeTimeoutMs: 3_000 },
} as const;

/** Judges an endless stream that has CORS lines for the origins that `isAllowed`; resolves with what was asked, too. */
async function judged(
  cors: Parameters<typeof judgeServer>[0],
  harness: Parameters<typeof judgeServer>[1],
  isAllowed: (origin: string) => boolean,
  type = 'text/event-stream',
): Promise<{ readonly lines: readonly string[]; readonly asked: readonly string[] }> {
  const asked = new Set<string>();
  const verdicts: readonly Verdict[] = await judgeServer(
    cors,
    harness,
    policy,
    ({ method = '', headers: { origin = '', accept = '' } }, response) => {
      asked.add(`${method} ${accept}`);
      response.setHeader('Vary', 'Origin');
      if (isAllowed(origin)) {
        response.setHeader('Access-Control-Allow-Origin', origin);
        response.setHeader('Access-Control-Allow-Credentials', 'true');
      }
      response.writeHead(200, { 'Content-Type': type });
      response.write('retry: 100\n\n');
    },
    { lookalikes: noLookalikes },
  );
  const lines = verdicts.map(
    ({ check, status, diagnosis, origin, credentialsMode }) =>
      `${check} from ${origin}, ${credentialsMode}: ${diagnosis === null ? status : `${status} ${diagnosis}`}`,
  );
  return { lines, asked: [...asked] };
}

test('an endless stream is opened by the trusted page alone, and nothing but EventSource asks for it', async ({
  cors,
  corsHarness,
}) => {
  const { lines, asked } = await judged(cors, corsHarness, (origin) => origin === app);
  expect(lines).toEqual([
    `readable from ${app}, include: conforms`,
    `redirect-free from ${app}, include: conforms`,
    `readable from ${app}, include: inapplicable`,
    'unreadable from https://untrusted.test, same-origin: conforms',
    'unreadable from https://untrusted.test, include: conforms',
    'unreadable from null, same-origin: conforms',
    'unreadable from null, include: conforms',
  ]);
  expect(asked).toEqual(['GET text/event-stream']);
});

test('a stream that anybody opens is told, and one that a trusted page does not', async ({
  cors,
  corsHarness,
}) => {
  const open = await judged(cors, corsHarness, () => true);
  expect(open.lines.slice(3)).toEqual([
    'unreadable from https://untrusted.test, same-origin: violates any-origin',
    'unreadable from https://untrusted.test, include: violates any-origin-with-credentials',
    'unreadable from null, same-origin: violates any-origin',
    'unreadable from null, include: violates any-origin-with-credentials',
  ]);
  const closed = await judged(cors, corsHarness, () => false);
  expect(closed.lines[0]).toBe(`readable from ${app}, include: violates origin-missing`);
});

test('an answer that is no stream is no verdict', async ({ cors, corsHarness }) => {
  const { lines } = await judged(cors, corsHarness, (origin) => origin === app, 'application/json');
  expect(lines[0]).toMatch(/^readable from .* inconclusive/);
});
