import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { parse } from 'yaml';
import { z } from 'zod';
import { reservePort } from '../../servers/reserve-port.ts';
import type { ScratchProject } from './scratch-project.ts';

/** The lines of each example that are run, the variables that they are given, and the files that are kept. */
const examples = {
  'github-actions.yml': z
    .object({
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
    })
    .transform(({ jobs: { cors } }) => ({
      lines: cors.steps.flatMap(({ run, env = {} }) => (run === undefined ? [] : [{ run, env }])),
      kept: cors.steps.flatMap((step) => step.with?.path ?? []).map((folder) => `${folder}/report.json`),
    })),
  'gitlab-ci.yml': z
    .object({
      cors: z.object({
        script: z.array(z.string()),
        artifacts: z.object({ reports: z.object({ codequality: z.string(), junit: z.string() }) }),
      }),
    })
    .transform(({ cors: { script, artifacts } }) => ({
      lines: script.map((run) => ({ run, env: { API_TOKEN: '${{ secrets.API_TOKEN }}' } })),
      kept: Object.values(artifacts.reports),
    })),
};

/** What is run in another way, as it takes from the network what a scratch project has. */
const insteadOf: Readonly<Record<string, string>> = {
  'npm ci': 'test -f package-lock.json',
  'npx playwright install --with-deps chromium': 'npx playwright install --dry-run chromium',
};

const app = 'http://127.0.0.1:3000';

const policy = (port: number): string => `import { definePolicy } from 'cors-conformance';
export default definePolicy({
  target: 'http://127.0.0.1:${port}',
  start: { command: 'node api.mjs', url: 'http://127.0.0.1:${port}/health' },
  trustedOrigins: ['${app}'],
  routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['authorization'], headers: { authorization: \`Bearer \${process.env.API_TOKEN}\` } }],
  unknownPath: false,
});
`;

const api = (port: number): string => `import { createServer } from 'node:http';
createServer(({ url, method, headers }, response) => {
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

/** Runs the lines of an example that is shipped, one after the other in one shell, with an API at a free port. */
export async function runWorkflow(project: ScratchProject, name: keyof typeof examples): Promise<void> {
  const port = await reservePort();
  const { lines, kept } = examples[name].parse(parse(await readFile(`examples/${name}`, 'utf8')));
  const script = lines.map(({ run, env }) => {
    const variables = Object.entries(env).map(
      ([variable, value]) => `export ${variable}='${value.replace('${{ secrets.API_TOKEN }}', 'a-token')}'\n`,
    );
    return `${variables.join('')}${insteadOf[run] ?? run}\n`;
  });
  const replaced = { 'github-actions.yml': 2, 'gitlab-ci.yml': 1 };
  expect(lines.filter(({ run }) => run in insteadOf)).toHaveLength(replaced[name]);

  await project.write('cors.policy.ts', policy(port));
  await project.write('api.mjs', api(port));
  await project.run('rm', ['-rf', 'tests/own.spec.ts', 'reports']);
  const { exitCode, output } = await project.run('bash', ['-e', '-c', script.join('')], { CI: 'true' });
  expect(output).toContain(`CORS conformance of http://127.0.0.1:${port} `);
  expect(output).toContain('Gate passed, exit code 0.');
  expect(exitCode).toBe(0);
  const found = await Promise.all(kept.map((path) => project.read(path)));
  expect(found.map((text) => text.slice(0, 12))).toEqual(
    name === 'github-actions.yml' ? ['{\n  "schemaV'] : ['[]\n', '<testsuites '],
  );
}
