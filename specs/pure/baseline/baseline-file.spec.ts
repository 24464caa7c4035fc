import { expect, test } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  baselineName,
  baselineText,
  loadBaseline,
  readBaseline,
} from '../../../src/baseline/baseline-file.ts';
import type { AcceptedFinding } from '../../../src/model.ts';
import { PolicyError } from '../../../src/policy/problem.ts';

const accepted: AcceptedFinding = {
  diagnosis: 'vary-origin-missing',
  route: '/users',
  reason: 'the cache is replaced in spring',
  until: '2027-03-31',
  engines: ['chromium'],
  fingerprints: ['0123456789abcdef'],
};

/** Returns what is said of the text of a baseline; the empty string if it is right. */
function saidOf(content: unknown): string {
  try {
    readBaseline(typeof content === 'string' ? content : JSON.stringify(content));
    return '';
  } catch (error) {
    if (error instanceof PolicyError) return error.message;
    throw error;
  }
}

test('what is written is read, in one order', () => {
  const other: AcceptedFinding = {
    ...accepted,
    route: '/a',
    fingerprints: ['ffffffffffffffff', '0000000000000000'],
  };
  const text = baselineText([accepted, other]);
  expect(readBaseline(text)).toEqual([
    { ...other, fingerprints: ['0000000000000000', 'ffffffffffffffff'] },
    accepted,
  ]);
  expect(baselineText([other, accepted])).toBe(text);
});

test('everything that is wrong with a baseline is told at once', () => {
  const { reason, ...withoutReason } = accepted;
  expect(reason).not.toBe('');
  expect(
    saidOf({
      version: 1,
      accepted: [
        { ...accepted, until: '2027-02-30', engines: ['ie'] },
        { ...withoutReason, fingerprints: [] },
        { ...accepted, diagnosis: 'vary', fingerprints: ['x'], untill: '2028-01-01' },
      ],
    }).split('\n'),
  ).toEqual([
    'cors.baseline.json has 7 problems:',
    '- cors.baseline.json.accepted[0].until is not what it has to be: write the last day on which it is accepted, such as "2027-03-31".',
    '- cors.baseline.json.accepted[0].engines[0] is not what it has to be: write chromium, firefox or webkit.',
    '- cors.baseline.json.accepted[1].reason is not what it has to be: write why it is accepted.',
    '- cors.baseline.json.accepted[1].fingerprints is not what it has to be: write fingerprints of report.json.',
    '- cors.baseline.json.accepted[2].diagnosis is not what it has to be: write the id of a diagnosis, such as "vary-origin-missing".',
    '- cors.baseline.json.accepted[2].fingerprints[0] is not what it has to be: write a fingerprint of report.json.',
    '- cors.baseline.json.accepted[2] has "untill", which means nothing: remove it.',
  ]);
});

test('what is no baseline is said to be none', () => {
  const twice = { version: 1, accepted: [accepted, { ...accepted, route: '/a' }] };
  expect([saidOf('{'), saidOf([]), saidOf({ version: 2, accepted: [] }), saidOf(twice)]).toEqual([
    'cors.baseline.json is no JSON: restore it, or remove it and accept anew with npx cors-conformance accept.',
    'cors.baseline.json is not what it has to be: write an object with "version" and "accepted".',
    'cors.baseline.json.version is not what it has to be: write 1.',
    'cors.baseline.json holds the fingerprint 0123456789abcdef twice: leave one of the two.',
  ]);
});

test('without a file nothing is accepted, and one that cannot be read is an error', () => {
  const folder = test.info().outputPath();
  mkdirSync(folder, { recursive: true });
  expect(loadBaseline(folder)).toEqual([]);
  mkdirSync(join(folder, baselineName));
  expect(() => loadBaseline(folder)).toThrow(
    'cors.baseline.json cannot be read: make it a file that this user may read.',
  );
});
