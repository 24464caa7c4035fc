import { expect, test } from '@playwright/test';
import { fingerprintOf } from '../../../src/baseline/fingerprint.ts';
import type { EngineId } from '../../../src/model.ts';
import { deriveCases } from '../../../src/plan/derive-cases.ts';
import { resolvedPolicy } from '../../support/resolved-policy.ts';

/** Returns the fingerprints of all checks of one API at `target`, by their routes. */
function prints(target: string, app: string, engine: EngineId): readonly (readonly [string, string])[] {
  const policy = resolvedPolicy({
    target,
    trustedOrigins: [app, { pattern: 'https://*.shops.example.com', sample: 'https://a.shops.example.com' }],
    sessions: { user: { page: [{ method: 'POST', path: '/login' }] } },
    levels: { 'any-origin': 'warn' },
    routes: [
      { path: '/live', methods: ['GET'] },
      { path: '/live', kind: 'websocket' },
      { path: '/live', kind: 'event-source' },
      { path: '/me', methods: ['GET', 'POST'], credentials: 'include', session: 'user' },
    ],
  });
  const all = deriveCases(policy, engine).flatMap(({ checks }) =>
    checks.map((check): [string, string] => [check.route, fingerprintOf(check, 'any-origin')]),
  );
  return [...new Map(all.map((one) => [one.join(' '), one])).values()].toSorted();
}

test('fingerprints of each kind of route hold at another machine, port, origin and engine, and are of one path alone', () => {
  const here = prints('http://127.0.0.1:8080', 'http://127.0.0.1:3000', 'chromium');
  expect(prints('http://10.0.0.7:49152', 'http://127.0.0.1:5173', 'firefox')).toEqual(here);
  expect([...new Set(here.map(([route]) => route))]).toEqual(['(unknown path)', '/live', '/me']);
  expect(new Set(here.map(([, print]) => print)).size).toBe(here.length);
});
