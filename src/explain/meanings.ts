import type { DiagnosisId } from '../diagnoses/vocabulary.ts';
import type { EngineId } from '../model.ts';
import type { InEach } from '../words/language.ts';
import type { Changer, Meaning } from './template.ts';

/** A text of an engine, and what it says. */
export type OtherText = readonly [engine: EngineId, text: string, means: Meaning];

export const is = (...ids: readonly DiagnosisId[]): Meaning => ({ kind: 'diagnoses', ids });
export const anyFailure: Meaning = { kind: 'any-failure', by: 'engine' };
export const anyFailureOfLibrary: Meaning = { kind: 'any-failure', by: 'library' };
export const other = (change: Changer, cause: InEach, remedy: InEach): Meaning => ({
  kind: 'other',
  cause,
  change,
  remedy,
});

/** What is said of an error status that a page could read. */
export const errorStatus = other(
  'back end',
  {
    en: 'The server answered with an error status. This is no refusal by CORS: where this text stands alone, the page can read the answer.',
    ja: 'サーバーがエラーのステータスで応答しました。これは CORS による拒否ではありません。このテキストだけが表示されている場合、ページは応答を読み取れます。',
  },
  {
    en: 'Read the body of the answer, and correct the request or the server.',
    ja: '応答のボディを読み、リクエストかサーバーを直してください。',
  },
);
