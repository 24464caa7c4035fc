import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { TestCase, TestError, TestResult } from '@playwright/test/reporter';
import type { EngineId } from '../../src/model.ts';
import { planAnnotationType, planText, verdictsAttachmentName } from '../../src/plan/report-contract.ts';
import { engineOrder } from '../read/by-engine.ts';
import type { Attempt, TargetTest } from './target-tests.ts';
import { say } from '../../src/words/say.ts';

/** Returns what the report needs of `test`, or null if it is no target test: it declares no plan. */
export function toTargetTest(test: TestCase): TargetTest | null {
  const plan = test.annotations.find(({ type }) => type === planAnnotationType)?.description;
  if (plan === undefined) return null;
  const engine = engineOf(test);
  return {
    title: test.title,
    plan: planText(plan),
    ...(engine === null ? {} : { engine }),
    attempts: test.results.map((result) => toAttempt(test, result)),
  };
}

/** Returns the engine of the test's project: its option `corsEngine`; null where it is not set. */
export function engineOf(test: TestCase): EngineId | null {
  const use: object = test.parent.project()?.use ?? {};
  const named: unknown = 'corsEngine' in use ? use.corsEngine : null;
  return engineOrder.find((id) => id === named) ?? null;
}

function toAttempt(test: TestCase, result: TestResult): Attempt {
  const attachments = result.attachments.filter(({ name }) => name === verdictsAttachmentName);
  return {
    attachments: attachments.map(({ body, path }) => body?.toString('utf8') ?? readText(path)),
    problem: problemOf(test, result),
  };
}

/**
 * Returns the text of a file; the empty string, which is no JSON, if the file is gone: the report then says that it
 * cannot be read.
 */
function readText(path: string | undefined): string {
  if (path === undefined) return '';
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function problemOf(test: TestCase, result: TestResult): string | null {
  switch (result.status) {
    case 'passed':
      return null;
    case 'skipped':
      return skippedText(test, result);
    case 'interrupted':
      return say('the run was interrupted');
    case 'timedOut':
      return say('the test did not end within {ms} ms', { ms: test.timeout });
    case 'failed':
      return firstLine(result.errors[0]) ?? say('the test failed');
  }
}

function skippedText(test: TestCase, result: TestResult): string {
  const annotations = [...result.annotations, ...test.annotations];
  const reason = annotations.find(({ type, description }) => type === 'skip' && description !== undefined);
  return reason?.description === undefined
    ? say('the test was skipped')
    : say('the test was skipped: {reason}', { reason: reason.description });
}

function firstLine(error: TestError | undefined): string | undefined {
  const text = error?.message ?? error?.value;
  return text === undefined ? undefined : stripVTControlCharacters(text).trim().split(/\r?\n/)[0];
}
