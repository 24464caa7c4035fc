import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { z } from 'zod';
import { reservePort } from '../../servers/reserve-port.ts';
import type { ScratchProject } from './scratch-project.ts';

const workflow = z.object({
  jobs: z.object({
    cors: z.object({
      steps: z.array(
        z.object({
          run: z.string().optional(),
          env: z.record(z.string(), z.string()).optional(),
          with: z.object({ path: z.string().optional() }).optional(),
        }),
      ),
    }),
  }),
});

/** What is run in another way, as it takes from the network what a scratch project has. */
const insteadOf: Readonly<Record<string, string>> = {
  'npm ci': 'test -f package-lock.json',
  'npx playwright install --with-deps chromium': 'npx playwright install --dry-run chromium',
};

const app = 'http://127.0.0.1:3000';

const policy = `import { definePolicy } from 'cors-conformance';
export default definePolicy({
  target: 'http://127.0.0.1:1',
  trustedOrigins: ['${app}'],
  routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'], headers: { authorization: \`Bearer \${process.env.API_TOKEN}\` } }],
  unknownPath: false,
});
`;

const api = (port: number): string => `import { createServer } from 'node:http';
createServer(({ url, method, headers }, response) => {
  if (url === '/stop') process.exit();
  if (url === '/health') return response.end();
  response.setHeader('Vary', 'Origin');
  if (headers.origin === '${app}') {
    response.setHeader('Access-Control-Allow-Origin', headers.origin);
    response.setHeader('Access-Control-Allow-Headers', 'authorization');
  }
  const isAllowed = method === 'OPTIONS' || headers.authorization === 'Bearer a-token';
  response.writeHead(isAllowed ? 200 : 401).end('[]');
}).listen(${port}, '127.0.0.1');
`;

/** Runs the steps of the workflow that is shipped, one after the other in one shell, at a port of this machine's. */
export async function runWorkflow(project: ScratchProject): Promise<void> {
  const port = await reservePort();
  const here = (text: string): string =>
    text.replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`).replaceAll('${{ secrets.API_TOKEN }}', 'a-token');
  const { steps } = workflow.parse(parse(await readFile('examples/github-actions.yml', 'utf8'))).jobs.cors;
  const commands = steps.flatMap(({ run, env = {} }) => (run === undefined ? [] : [{ run, env }]));
  const script = commands.map(({ run, env }) => {
    const variables = Object.entries(env).map(([name, value]) => `export ${name}='${here(value)}'\n`);
    return `${variables.join('')}${here(insteadOf[run] ?? run)}\n`;
  });
  expect(commands.filter(({ run }) => run in insteadOf)).toHaveLength(Object.keys(insteadOf).length);

  await project.write('cors.policy.ts', policy);
  await project.write('api.mjs', api(port));
  await project.run('npm', ['pkg', 'set', 'scripts.start:api=node api.mjs']);
  await project.run('rm', ['-r', 'tests/own.spec.ts', 'reports']);
  const stop = `trap 'curl --silent http://127.0.0.1:${port}/stop || true' EXIT\n`;
  const { exitCode, output } = await project.run('bash', ['-e', '-c', stop + script.join('')]);
  expect(output).toContain(`CORS conformance of http://127.0.0.1:${port} `);
  expect(output).toContain('Gate passed, exit code 0.');
  expect(exitCode).toBe(0);
  const [uploaded] = steps.flatMap((step) => step.with?.path ?? []);
  expect(JSON.parse(await project.read(`${uploaded}/report.json`))).toMatchObject({ gate: { passed: true } });
}
