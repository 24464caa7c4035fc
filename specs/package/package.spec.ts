import { expect, test } from '@playwright/test';
import { engineChoice } from '../../fixtures/stage/engine-choice.ts';
import { startExpressCors } from '../../servers/real/express-cors.ts';
import { correctSettings } from '../../servers/real/settings.ts';
import { runWorkflow } from './run-workflow.ts';
import { scratchProject } from './scratch-project.ts';

// An address, as it has fewer look-alikes than a name: what is shown is the same.
const app = 'http://127.0.0.1:3000';

const settings = {
  ...correctSettings,
  origin: [app],
  methods: ['GET'],
  requestHeaders: ['x-request-id'],
};

const config = `import { defineConfig } from '@playwright/test';
export default defineConfig({ testDir: 'tests', workers: 1, reporter: [['cors-conformance/reporter']] });
`;

const policy = (target: string): string => `import { definePolicy } from 'cors-conformance';
export default definePolicy({
  target: ${JSON.stringify(target)},
  trustedOrigins: ['${app}'],
  routes: [{ path: '/items', methods: ['GET'], requestHeaders: ['x-request-id'], credentials: 'include', exposedHeaders: ['x-total-count'] }],
  unknownPath: false,
});
`;

const handWritten = (target: string): string => `import { test, expect } from 'cors-conformance';
test('the app reads the items', async ({ cors }) => {
  expect(await cors.request('${target}/items', { from: '${app}', credentials: 'include' })).toBeAllowed();
});
test('a stranger does not', async ({ cors }) => {
  expect(await cors.request('${target}/items', { from: 'https://stranger.test' })).toBeRefused('origin-missing');
});
test('a wrong expectation fails with the reason', async ({ cors }) => {
  const answer = await cors.request('${target}/items', { from: 'https://stranger.test' });
  expect(() => expect(answer).toBeAllowed()).toThrow("No 'Access-Control-Allow-Origin' header is present");
  expect(() => expect(answer).toBeRefused('origin-mismatch')).toThrow('CORS refused it: origin-missing');
});
`;

/** After a change, the one that most projects are. */
const types = engineChoice.suite === 'all' ? (['module', 'commonjs'] as const) : (['module'] as const);

for (const type of types) {
  test(`the packed package judges an API from a project of type ${type}`, async () => {
    test.setTimeout(300_000);
    const [correct, wrong] = await Promise.all([
      startExpressCors(settings),
      startExpressCors({ ...settings, origin: 'echo' }),
    ]);
    const project = await scratchProject(type);
    try {
      expect(project.installation.split('\n').filter((line) => line.startsWith('npm warn'))).toEqual([]);
      await project.write('playwright.config.ts', config);
      await project.write('cors.policy.ts', policy(correct.origin));
      await project.write(
        'tests/cors.spec.ts',
        "import { corsTarget } from 'cors-conformance/target'; corsTarget();\n",
      );
      await project.write('tests/own.spec.ts', handWritten(correct.origin));
      await project.write(
        'tsconfig.json',
        JSON.stringify({
          compilerOptions: {
            module: 'nodenext',
            strict: true,
            noEmit: true,
            types: ['node'],
            target: 'es2023',
            skipLibCheck: false,
          },
        }),
      );
      const typed = await project.run('node_modules/.bin/tsc', []);
      expect(typed.output).toBe('');

      const conforming = await project.run('node_modules/.bin/playwright', ['test']);
      expect(conforming.output).toContain('Gate passed, exit code 0.');
      expect(conforming.exitCode).toBe(0);
      const report: unknown = JSON.parse(await project.read('reports/out/report.json'));
      expect(report).toMatchObject({ target: correct.origin, totals: { violates: 0, inconclusive: 0 } });

      await project.write('cors.policy.ts', policy(wrong.origin));
      const violating = await project.run('node_modules/.bin/playwright', ['test', 'tests/cors.spec.ts']);
      expect(violating.output).toContain('any-origin-with-credentials');
      expect(violating.output).toContain('Fix 1  for Express, which is a guess');
      expect(violating.output).toContain(`const allowedOrigins = ['${app}'];`);
      expect(violating.exitCode).toBe(1);
      // What follows is the same however a project's modules are loaded.
      if (type === 'commonjs') return;

      await project.write('reports/out/report.json', 'of an earlier run');

      await project.write('cors.policy.ts', policy('https://api.example.com/?x'));
      const refused = await project.run('node_modules/.bin/playwright', ['test', 'tests/cors.spec.ts']);
      expect(refused.output).toContain('PolicyError: ');
      expect(refused.exitCode).toBe(2);
      await expect(project.read('reports/out/report.json')).rejects.toThrow('ENOENT');

      const listed = await project.run('node_modules/.bin/cors-conformance', ['plan'], {
        CORS_TARGET_URL: `${correct.origin}/items`,
        CORS_ORIGIN: 'https://app.example.com',
      });
      expect(listed.output).toContain('are held after it and never reach the API.');
      expect(listed.exitCode).toBe(0);

      const explained = await project.run('node_modules/.bin/cors-conformance', [
        'explain',
        '--stack',
        'nginx',
        "Access to fetch at 'https://api.example.com/' from origin 'https://app.example.com' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
      ]);
      expect(explained.output).toContain(String.raw`"~^https://app\.example\.com$" $http_origin;`);
      expect(explained.exitCode).toBe(0);

      await runWorkflow(project, 'github-actions.yml');
      if (engineChoice.suite === 'all') await runWorkflow(project, 'gitlab-ci.yml');
    } finally {
      await Promise.all([project.remove(), correct.close(), wrong.close()]);
    }
  });
}
