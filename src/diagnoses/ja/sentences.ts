import type { Sentences } from '../definition.ts';
import type { DiagnosisId } from '../vocabulary.ts';
import { causesInJapanese } from './causes.ts';
import { exposuresInJapanese } from './exposures.ts';
import { concealmentsInJapanese, hazardsInJapanese } from './hazards.ts';
import { failuresInJapanese } from './neighbours.ts';
import { refusalsInJapanese } from './refusals.ts';
import { sessionFaultsInJapanese } from './sessions.ts';
import { unreadResponsesInJapanese } from './unread.ts';

/*
 * The words of the Japanese sentences, chosen once for this folder and for src/explain:
 *
 *   CORS-preflight request, response       プリフライトリクエスト、プリフライトレスポンス
 *   actual request                         実際のリクエスト
 *   CORS check                             CORS チェック
 *   network error                          ネットワークエラー
 *   origin, opaque origin                  オリジン、不透明なオリジン
 *   serialized origin                      シリアライズされたオリジン
 *   with credentials                       資格情報付き
 *   request's credentials mode             リクエストの credentials モード
 *   CORS-safelisted, CORS-unsafe           CORS セーフリストにある、ない
 *   exposed (response header)              公開する
 *   ok status                              ok ステータス（200〜299）
 *   opaque response                        不透明なレスポンス
 *   redirect, to follow one                リダイレクト、たどる
 *   allow list, trusted                    許可リスト、信頼する
 *   policy, declared                       ポリシー、宣言された
 *   back end, front end                    バックエンド、フロントエンド
 *   operator                               運用担当
 *   to print (a console, a browser)        表示する
 *
 * Sentences end in です or ます, advice in てください. Names of headers, methods, modes and code stay as they are, between
 * the quotation marks of the English sentence. One space stands between Latin and Japanese letters, so that an address can
 * be copied.
 */
export const sentencesInJapanese: Readonly<Record<DiagnosisId, Sentences>> = {
  ...refusalsInJapanese,
  ...causesInJapanese,
  ...concealmentsInJapanese,
  ...exposuresInJapanese,
  ...hazardsInJapanese,
  ...failuresInJapanese,
  ...unreadResponsesInJapanese,
  ...sessionFaultsInJapanese,
};
