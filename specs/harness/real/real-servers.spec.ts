import { spawnSync } from 'node:child_process';
import { expect, test } from '../../../fixtures/test.ts';
import { startExpressCors } from '../../../servers/real/express-cors.ts';
import { startFastifyCors } from '../../../servers/real/fastify-cors.ts';
import { startHonoCors } from '../../../servers/real/hono-cors.ts';
import { startKoaCors } from '../../../servers/real/koa-cors.ts';
import { startNginx } from '../../../servers/real/nginx.ts';
import { correctSettings, type StartRealServer } from '../../../servers/real/settings.ts';
import { judgeTarget } from '../judge-target.ts';
import { faults } from './faults.ts';

const servers: Readonly<Record<string, StartRealServer>> = {
  'express and cors': startExpressCors,
  'fastify and @fastify/cors': startFastifyCors,
  'koa and @koa/cors': startKoaCors,
  'hono and hono/cors': startHonoCors,
  nginx: startNginx,
};

const hasNginx = spawnSync('nginx', ['-v']).error === undefined;

for (const [name, start] of Object.entries(servers)) {
  for (const fault of faults) {
    test(`${name}: ${fault.id}: exactly the diagnoses that it deserves`, async ({ cors, corsHarness }) => {
      test.skip(name === 'nginx' && !hasNginx && process.env['CI'] === undefined, 'nginx is not installed');
      const server = await start({ ...correctSettings, ...fault.change });
      try {
        const verdicts = await judgeTarget(cors, corsHarness, {
          target: server.origin,
          trustedOrigins: ['https://app.example.com', 'https://admin.example.com'],
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
        const found = verdicts
          .filter(({ status }) => status === 'violates')
          .map(({ diagnosis }) => diagnosis);
        expect([...new Set(found)].sort()).toEqual(fault.unlike?.[name] ?? fault.diagnoses);
        expect(verdicts.filter(({ status }) => status === 'inconclusive')).toEqual([]);
      } finally {
        await server.close();
      }
      expect(server.log.filter((line) => line.startsWith('PUT'))).toEqual([]);
    });
  }
}
