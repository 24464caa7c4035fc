import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { parse } from 'yaml';
import { z } from 'zod';

const action = z.object({
  inputs: z.record(z.string(), z.object({ description: z.string(), default: z.string() })),
  runs: z.object({
    using: z.literal('composite'),
    steps: z.array(
      z.union([
        z.object({ uses: z.string() }),
        z.object({
          shell: z.literal('bash'),
          run: z.string(),
          env: z.record(z.string(), z.string()).optional(),
        }),
      ]),
    ),
  }),
});

const text = readFileSync(new URL('../../../action.yml', import.meta.url), 'utf8');
const { inputs, runs } = action.parse(parse(text));
const scripts = runs.steps.flatMap((step) => ('run' in step ? [step.run] : []));

test('the action pins what it uses, names inputs that it has, and puts none of them into a script', () => {
  const used = runs.steps.flatMap((step) => ('uses' in step ? [step.uses] : []));
  expect(used.filter((one) => !/@[0-9a-f]{40}$/.test(one))).toEqual([]);
  const named = [...text.matchAll(/inputs\.(\w+)/g)].map(([, name = '']) => name);
  expect([...new Set(named)].toSorted()).toEqual(Object.keys(inputs).toSorted());
  // What stands in a script is code of whoever opens the pull request.
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
});

/** A `gh` that keeps comments in files of its folder, and writes down what it was asked. */
const gh = `#!/bin/sh
cd "$(dirname "$0")" && echo "$*" >>asked.txt
case "$*" in
  *--paginate*) if [ -f comment.txt ]; then echo 17; fi ;;
  *) for one; do last=$one; done; cp "\${last#body=@}" comment.txt ;;
esac
`;

test('one comment is made, and kept up to date after that', ({}, testInfo) => {
  const [script = ''] = scripts.filter((one) => one.includes('comment.md'));
  const folder = testInfo.outputPath('action');
  mkdirSync(folder);
  writeFileSync(join(folder, 'gh'), gh);
  chmodSync(join(folder, 'gh'), 0o755);
  const run = (): number | null =>
    spawnSync('bash', ['-e', '-c', script], {
      env: {
        PATH: `${folder}:${process.env['PATH'] ?? ''}`,
        GITHUB_REPOSITORY: 'acme/api',
        NUMBER: '5',
        REPORTS: folder,
      },
    }).status;
  const without = run();
  expect([without, existsSync(join(folder, 'asked.txt'))]).toEqual([0, false]);
  const comments = ['first', 'second'].map((comment) => {
    writeFileSync(join(folder, 'comment.md'), comment);
    return [run(), readFileSync(join(folder, 'comment.txt'), 'utf8')];
  });
  expect(comments).toEqual([
    [0, 'first'],
    [0, 'second'],
  ]);
  const written = readFileSync(join(folder, 'asked.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.includes('--method'));
  expect(written.map((line) => line.slice(0, line.indexOf(' -F')))).toEqual([
    'api --method POST repos/acme/api/issues/5/comments',
    'api --method PATCH repos/acme/api/issues/comments/17',
  ]);
});
