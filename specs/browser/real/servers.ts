import { spawnSync } from 'node:child_process';
import { test } from '../../../fixtures/test.ts';
import { startExpressCors } from '../../../servers/real/express-cors.ts';
import { startFastifyCors } from '../../../servers/real/fastify-cors.ts';
import { startHonoCors } from '../../../servers/real/hono-cors.ts';
import { startKoaCors } from '../../../servers/real/koa-cors.ts';
import { startNginx } from '../../../servers/real/nginx.ts';
import type { StartRealServer } from '../../../servers/real/settings.ts';
import type { PolicyInput } from '../../../src/policy/policy.ts';

/** The servers that are set up wrongly, one setting at a time. */
export const servers: Readonly<Record<string, StartRealServer>> = {
  'express and cors': startExpressCors,
  'fastify and @fastify/cors': startFastifyCors,
  'koa and @koa/cors': startKoaCors,
  'hono and hono/cors': startHonoCors,
  nginx: startNginx,
};

const hasNginx = spawnSync('nginx', ['-v']).error === undefined;

/** Skips the running test, with the reason, if the server is not installed here. */
export function needServer(name: string): void {
  test.skip(name === 'nginx' && !hasNginx && process.env['CI'] === undefined, 'nginx is not installed');
}

/** Whom each of them trusts. */
export const bothOrigins = ['https://app.example.com', 'https://admin.example.com'] as const;

/**
 * Returns what each of them promises, and keeps if it is set up correctly. It is a promise to one origin, where nobody
 * asks for more: each brings a dozen hostile ones along.
 */
export const promiseFor = (
  target: string,
  trustedOrigins: readonly string[] = bothOrigins.slice(0, 1),
): PolicyInput => ({
  target,
  trustedOrigins,
  routes: [
    {
      path: '/items',
      methods: ['GET', 'PUT'],
      requestHeaders: ['content-type', 'x-request-id'],
      credentials: 'include',
      exposedHeaders: ['x-total-count'],
      preflightCacheSeconds: 600,
    },
  ],
});
