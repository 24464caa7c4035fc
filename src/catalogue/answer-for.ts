import {
  defaultPageOrigin,
  type CaseAnswer,
  type CaseAnswers,
  type CaseFault,
  type CaseResource,
} from './case.ts';
import type { HeaderList } from '../model.ts';
import { fillAddresses, type CaseAddresses } from './addresses.ts';

/** What the choice of an answer depends on. */
export interface Asked {
  readonly path: string;
  readonly isPreflight: boolean;
  /** The request's Origin, if it has one. */
  readonly origin: string | null;
  readonly hasCookie: boolean;
}

/** Returns the origins on the allow list of a case's servers. */
export const trustsOf = ({ trusts }: CaseAnswers): readonly string[] => trusts ?? [defaultPageOrigin];

/** Returns what a case's servers answer to a request; `null` if the case has no answer to it. */
export function answerFor(answers: CaseAnswers, asked: Asked): CaseAnswer | CaseFault | null {
  const resource: CaseResource | undefined =
    asked.path === '/'
      ? answers
      : Object.entries(answers.elsewhere ?? {}).find(([path]) => path === asked.path)?.[1];
  if (resource === undefined) return null;
  if (asked.isPreflight) return resource.preflight ?? null;
  if (resource.withoutCookie !== undefined && !asked.hasCookie) return resource.withoutCookie;
  const isStranger = !trustsOf(answers).includes(asked.origin ?? '');
  return resource.toStrangers !== undefined && isStranger ? resource.toStrangers : resource.actual;
}

/**
 * Returns the header lines of an answer, with the placeholders that `CaseAnswer` documents filled, but for `{accept}`.
 */
export function filledHeaders(
  headers: HeaderList,
  context: {
    readonly origin: string | null;
    readonly trusts: readonly string[];
    readonly pageOrigin: string;
    readonly addresses: CaseAddresses;
  },
): HeaderList {
  const { origin, trusts, pageOrigin, addresses } = context;
  const trusted = origin !== null && trusts.includes(origin) ? origin : null;
  return headers.flatMap(([name, value]): HeaderList => {
    if (value.includes('{origin}') && origin === null) return [];
    if (value.includes('{trusted}') && trusted === null) return [];
    const filled = fillAddresses(value, addresses)
      .replaceAll('{page}', pageOrigin)
      .replaceAll('{origin}', origin ?? '')
      .replaceAll('{trusted}', trusted ?? '');
    return [[name, filled]];
  });
}
