import { createHash } from 'node:crypto';
import { definitionOf, type DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { Verdict } from '../model.ts';
import { literally } from '../words/literally.ts';

/** What of a check stays the same on another machine, at another port and in another engine. */
export type Fingerprinted = Pick<Verdict, 'check' | 'route' | 'originRole' | 'method' | 'credentialsMode'>;

/** Returns what a verdict with `diagnosis` on `check` is known by from run to run: 16 hexadecimal digits. */
export function fingerprintOf(
  { check, route, originRole, method, credentialsMode }: Fingerprinted,
  diagnosis: DiagnosisId | null,
): string {
  const parts = [diagnosis ?? '', check, route, originRole, method, credentialsMode];
  return hashOf(parts).slice(0, 16);
}

/** What tells a finding from others of its fingerprint. */
export type Told = Pick<Verdict, 'fingerprint' | 'diagnosis' | 'detail' | 'seen' | 'url' | 'origin'>;

/**
 * Returns what a finding is accepted by: its fingerprint and, behind a hyphen, what else is a finding of its own: the name
 * of a declared error, and the names of the headers, methods or cookies that it is about. Sentences are no part of it.
 */
export function acceptedBy(told: Told): string {
  const { detail, diagnosis, seen } = told;
  const names = diagnosis === null ? '' : namesIn(definitionOf(diagnosis).seen, seen);
  return names === null ? formerlyAcceptedBy(told) : printOf(told, [detail, names]);
}

/** Returns what the same finding was accepted by when the sentence of what was seen was part of it. */
export function formerlyAcceptedBy(told: Told): string {
  const { diagnosis, detail, seen, url, origin } = told;
  const isAboutNames = diagnosis !== null && definitionOf(diagnosis).seen.includes('{names}');
  // The address and the page are another machine's tomorrow.
  return printOf(told, [detail, isAboutNames ? seen.replaceAll(url, '').replaceAll(origin, '') : '']);
}

const printOf = ({ fingerprint }: Told, [detail, named]: readonly [string, string]): string =>
  detail === '' && named === '' ? fingerprint : `${fingerprint}-${hashOf([detail, named]).slice(0, 8)}`;

/**
 * Returns the names that stand for `{names}` of `template` in a sentence that was made of it; the empty string if they are
 * words and no names, and null if the sentence is another.
 */
function namesIn(template: string, sentence: string): string | null {
  if (!template.includes('{names}')) return '';
  const source = template
    .split(/(\{\w+\})/)
    .map((part) => (part === '{names}' ? '(.+?)' : /^\{\w+\}$/.test(part) ? '.*?' : literally(part)))
    .join('');
  const names = new RegExp(`^${source}(?= |$)`, 's').exec(sentence)?.[1];
  if (names === undefined) return null;
  return names.split(/, | and /).every(isToken) ? names : '';
}

const isToken = (text: string): boolean => /^[\w!#$%&'*+.^`|~-]+$/.test(text);

/** Returns the fingerprint in what a finding is accepted by. */
export const fingerprintIn = (accepted: string): string => accepted.slice(0, 16);

const hashOf = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');
