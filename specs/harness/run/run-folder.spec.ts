import { existsSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { RunFolder } from '../../../src/run-folder.ts';

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
