import { join } from 'node:path';
import type { Project } from './project.ts';

/** A file that `init` writes, with its path relative to the project. */
export interface ProjectFile {
  readonly path: string;
  readonly text: string;
  /** `append`: the text goes behind what the file holds. */
  readonly how: 'create' | 'append';
}

/** Returns what a project needs beside its policy: the spec, the configuration, the ignored folders, the workflow. */
export function projectFiles(project: Project, variables: readonly string[]): readonly ProjectFile[] {
  const { config, root, isGitLab } = project;
  return [
    { path: specPath(project), text: spec, how: 'create' },
    ...(config === null ? [{ path: 'playwright.config.ts', text: ownConfig, how: 'create' as const }] : []),
    ...ignoreFile(project),
    ...(isGitLab
      ? []
      : [
          {
            path: join(root, '.github/workflows/cors.yml'),
            text: workflow(project, variables),
            how: 'create' as const,
          },
        ]),
  ];
}

/** Returns the path of the spec file: in the folder that a configuration looks for tests in. */
export function specPath({ config }: Pick<Project, 'config'>): string {
  if (config === null) return 'cors/cors.spec.ts';
  const folder = /\btestDir\s*:\s*(['"`])(?:\.\/)?([^'"`$]*)\1/.exec(config.text)?.[2];
  return join(folder ?? '', 'cors.spec.ts');
}

/** Returns the lines that a configuration still needs; null if it has the reporter. */
export function configLines({ config }: Pick<Project, 'config'>): string | null {
  if (config === null || config.text.includes('cors-conformance/reporter')) return null;
  return `// in ${config.name}, beside the reporters that you have:
reporter: [['cors-conformance/reporter']],`;
}

const spec = `import { corsTarget } from 'cors-conformance/target';
corsTarget();
`;

const ownConfig = `import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './cors',
  fullyParallel: true,
  reporter: [['cors-conformance/reporter']],
});
`;

function ignoreFile({ ignored }: Project): readonly ProjectFile[] {
  const there = new Set((ignored ?? '').split('\n').map((line) => line.trim().replace(/^\/|\/$/g, '')));
  // Where there is no such file, what was installed for this stands in the way of the first commit.
  const own = [...(ignored === null ? ['node_modules'] : []), 'reports/out', 'test-results'];
  const lines = own.filter((line) => !there.has(line));
  if (lines.length === 0) return [];
  const text = lines.map((line) => `${line}/\n`).join('');
  if (ignored === null) return [{ path: '.gitignore', text, how: 'create' }];
  return [
    {
      path: '.gitignore',
      text: ignored === '' || ignored.endsWith('\n') ? text : `\n${text}`,
      how: 'append',
    },
  ];
}

function workflow(project: Project, variables: readonly string[]): string {
  const { manager, root } = project;
  const folder = root === '' ? null : inRepository(project);
  return `# A pull request that breaks or opens the API's CORS policy is not merged.
name: CORS
on: pull_request
permissions: {}
jobs:
  cors:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
${folder === null ? '' : `    defaults:\n      run:\n        working-directory: ${JSON.stringify(folder)}\n`}    steps:
${manager.steps.map((step) => `      ${step}\n`).join('')}      - run: ${manager.exec} playwright install --with-deps chromium
      # To judge what the pull request builds, say in cors.policy.ts how it is started (start), and where it listens (target).
      - run: ${manager.exec} playwright test ${specPath(project).replaceAll('\\', '/')}
${variables.length === 0 ? '' : `        env:\n${variables.map((name) => `          ${name}: \${{ secrets.${name} }}\n`).join('')}`}      - if: always()
        uses: actions/upload-artifact@v4
        with:
          name: cors-report
          path: ${folder === null ? '' : `${folder}/`}reports/out
`;
}

/** Returns the folder of the project in its repository. */
function inRepository({ folder, root }: Project): string {
  const depth = root.split(/[\\/]/).length;
  return folder.split(/[\\/]/).slice(-depth).join('/');
}
