import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { judgeTogether } from '../../../fixtures/stage/together.ts';
import type { RoutePlan } from '../../../src/plan/derived-check.ts';
import { RunFolder, selectionName } from '../../../src/run/run-folder.ts';

test('a worker finds what its run has selected, and what was left for it', () => {
  const env: NodeJS.ProcessEnv = {};
  const folder = RunFolder.create(['a', 'b'], env);
  try {
    const found = RunFolder.ofWorker(env, process.pid);
    folder.leave('a', { verdicts: [] });
    expect(found?.isSelected('a')).toBe(true);
    expect(found?.isSelected('c')).toBe(false);
    expect(found?.left('a')).toEqual({ verdicts: [] });
    expect(found?.left('b')).toBe(undefined);
  } finally {
    folder.remove();
  }
});

test('a run within a run does not take the folder of the outer one for its own', () => {
  const env: NodeJS.ProcessEnv = {};
  const folder = RunFolder.create(['a'], env);
  try {
    expect(RunFolder.ofWorker(env, process.pid + 1)).toBe(null);
  } finally {
    folder.remove();
  }
});

test('there is none where no reporter of ours made one, nor after its run', () => {
  expect(RunFolder.ofWorker({}, process.pid)).toBe(null);
  const env: NodeJS.ProcessEnv = {};
  const folder = RunFolder.create(['a'], env);
  folder.remove();
  expect(existsSync(Object.values(env)[0]?.split(' ')[1] ?? '')).toBe(false);
  expect(RunFolder.ofWorker(env, process.pid)).toBe(null);
});

const folderModule = fileURLToPath(new URL('../../../src/run/run-folder.ts', import.meta.url));

for (const [how, ending, signal] of [
  ['is killed', 'setInterval(() => undefined, 1000);', 'SIGKILL'],
  ['is told to end', 'setInterval(() => undefined, 1000);', 'SIGTERM'],
  ['has nothing left to do', '', null],
] as const) {
  test(`the folder is gone after a run that ${how}`, async () => {
    const script = `
      import { createJiti } from 'jiti';
      const { RunFolder } = await createJiti(process.cwd()).import(${JSON.stringify(folderModule)});
      const env = {};
      RunFolder.create(['a'], env);
      process.stdout.write(Object.values(env)[0]);
      ${ending}`;
    const run = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const ended = once(run, 'exit');
    const [said]: unknown[] = await once(run.stdout, 'data');
    const folder = String(said).split(' ')[1] ?? '';
    if (signal !== null) {
      expect(existsSync(folder)).toBe(true);
      run.kill(signal);
    }
    await ended;
    await expect.poll(() => existsSync(folder)).toBe(false);
  });
}

const promise: RoutePlan['promise'] = {
  target: 'https://api.example.com',
  trustedOrigins: [],
  credentialsMode: 'omit',
  methods: ['GET'],
  requestHeaders: [],
  exposedHeaders: [],
  preflightCacheSeconds: null,
  public: false,
};

test('after a failure of requests that were made together, each test asks for itself', async () => {
  const info = test.info();
  const [own, second, third] = ['own', 'second', 'third'].map((title) => {
    const plan: RoutePlan = {
      route: `/${title}`,
      promise,
      probes: [],
      bookends: null,
      session: null,
      checks: [],
    };
    return { title, plan };
  });
  if (own === undefined || second === undefined || third === undefined) throw new Error('There are three.');
  const names = [second, third].map(({ title }) =>
    selectionName([info.project.name, ...info.titlePath.slice(0, -1), title]),
  );
  const env: NodeJS.ProcessEnv = {};
  const folder = RunFolder.create(names, env);
  const asked: string[][] = [];
  const judge = (fails: boolean) => (plans: readonly RoutePlan[]) => {
    asked.push(plans.map(({ route }) => route));
    return fails ? Promise.reject(new Error('The engine is gone.')) : Promise.resolve(plans.map(() => []));
  };
  const [[variable, value] = ['', '']] = Object.entries(env);
  process.env[variable] = value?.replace(/^\d+/, String(process.ppid));
  try {
    await expect(judgeTogether(own, [second, third], info, judge(true))).rejects.toThrow(
      'The engine is gone.',
    );
    expect(await judgeTogether(second, [third], info, judge(false))).toEqual([]);
    expect(await judgeTogether(third, [], info, judge(false))).toEqual([]);
  } finally {
    Reflect.deleteProperty(process.env, variable);
    folder.remove();
  }
  expect(asked).toEqual([['/own', '/second', '/third'], ['/second'], ['/third']]);
});
